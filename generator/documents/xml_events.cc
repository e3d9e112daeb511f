#include "documents/xml_events.h"

#include <expat.h>

#include <exception>
#include <memory>

#include "documents/refused_document.h"

namespace wegwijs {
namespace {

constexpr char name_separator = '\x1F';
constexpr int deepest_element = 256;

struct Reading {
  XmlReceiver* receiver = nullptr;
  XML_Parser parser = nullptr;
  int depth = 0;
  std::exception_ptr thrown;  // an exception must not pass through the library
};

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const std::size_t separator = whole.rfind(name_separator);
  return separator == std::string_view::npos ? whole : whole.substr(separator + 1);
}

template <typename Act>
void guarded(void* data, const Act& act) {
  auto& reading = *static_cast<Reading*>(data);
  if (reading.thrown) return;
  try {
    act(reading);
  } catch (...) {
    reading.thrown = std::current_exception();
    XML_StopParser(reading.parser, XML_FALSE);
  }
}

[[noreturn]] void refuse() {
  throw RefusedDocument{DocumentFault::foreign};
}

void on_begin(void* data, const char* name, const char** attributes) {
  guarded(data, [&](Reading& reading) {
    if (++reading.depth > deepest_element) refuse();
    XmlAttributes read;
    for (const char** pair = attributes; *pair != nullptr; pair += 2) read[std::string(local_name(pair[0]))] = pair[1];
    reading.receiver->begin(local_name(name), read);
  });
}

void on_end(void* data, const char* name) {
  guarded(data, [&](Reading& reading) {
    --reading.depth;
    reading.receiver->end(local_name(name));
  });
}

void on_text(void* data, const char* text, int length) {
  guarded(data,
          [&](Reading& reading) { reading.receiver->text(std::string_view(text, static_cast<std::size_t>(length))); });
}

void on_document_type(void* data, const char*, const char*, const char*, int) {
  guarded(data, [](Reading&) { refuse(); });
}

}  // namespace

void read_xml(std::string_view xml, XmlReceiver& receiver) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreateNS(nullptr, name_separator),
                                                                       XML_ParserFree);
  Reading reading{&receiver, parser.get(), 0, nullptr};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  const auto status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
  if (reading.thrown) std::rethrow_exception(reading.thrown);
  if (status != XML_STATUS_OK) refuse();
}

std::string_view attribute(const XmlAttributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace wegwijs
