#include "model/diagnostic_bytes.h"

#include <utility>
#include <vector>

namespace wegwijs {

void append_span(std::string& bytes, SourceSpan span) {
  append_varint(bytes, static_cast<std::uint32_t>(span.file));
  append_varint(bytes, span.begin);
  append_varint(bytes, span.end);
}

SourceSpan read_span(ByteReader& bytes) {
  SourceSpan span;
  span.file = static_cast<FileId>(bytes.varint());
  span.begin = static_cast<std::uint32_t>(bytes.varint());
  span.end = static_cast<std::uint32_t>(bytes.varint());
  return span;
}

void append_diagnostics(std::string& bytes, const Diagnostics& diagnostics) {
  append_varint(bytes, diagnostics.all().size());
  for (const Diagnostic& one : diagnostics.all()) {
    append_text(bytes, one.rule->id);
    append_span(bytes, one.where);
    append_varint(bytes, one.arguments.size());
    for (const Argument& argument : one.arguments) {
      append_text(bytes, argument.in(Language::nl));
      append_text(bytes, argument.is_same_in_both() ? std::string_view() : argument.in(Language::en));
    }
    append_text(bytes, one.suggestion);
    append_varint(bytes, static_cast<std::uint64_t>(one.severity));
  }
}

Diagnostics read_diagnostics(ByteReader& bytes, FindRule find_rule) {
  Diagnostics diagnostics;
  for (std::size_t count = bytes.count(); count > 0; --count) {
    const Rule* const rule = find_rule(bytes.text());
    if (rule == nullptr) throw BytesSpoilt();
    const SourceSpan where = read_span(bytes);
    std::vector<Argument> arguments;
    for (std::size_t left = bytes.count(); left > 0; --left) {
      std::string nl(bytes.text());
      arguments.emplace_back(std::move(nl), std::string(bytes.text()));
    }
    std::string suggestion(bytes.text());
    const std::uint64_t severity = bytes.varint();
    if (severity > static_cast<std::uint64_t>(Severity::note)) throw BytesSpoilt();
    diagnostics.add({rule, where, std::move(arguments), std::move(suggestion), static_cast<Severity>(severity)});
  }
  return diagnostics;
}

}  // namespace wegwijs
