#include "edit/field_messages.h"

#include <algorithm>

#include "deliver/write_changes.h"
#include "diagnostic/place.h"
#include "diagnostic/report.h"
#include "source/front_matter.h"

namespace wegwijs {
namespace {

constexpr std::string_view field_of_text = "tekst";

std::string field_in(const YamlNode& node, std::size_t offset) {
  if (node.kind == YamlNode::Kind::map) {
    const YamlNode::Entry* nearest = nullptr;
    for (const YamlNode::Entry& entry : node.entries) {
      if (entry.key_where.begin <= offset) nearest = &entry;
    }
    if (nearest == nullptr) return "";
    const std::string inside = field_in(nearest->value, offset);
    return inside.empty() ? nearest->key : nearest->key + "." + inside;
  }
  if (node.kind == YamlNode::Kind::sequence) {
    std::size_t place = node.elements.size();
    for (std::size_t index = 0; index < node.elements.size(); ++index) {
      if (node.elements[index].where.begin <= offset) place = index;
    }
    if (place == node.elements.size()) return "";
    const std::string inside = field_in(node.elements[place], offset);
    return inside.empty() ? std::to_string(place) : std::to_string(place) + "." + inside;
  }
  return "";
}

std::size_t beginning_of_body(std::string_view bytes, bool is_markdown) {
  if (!is_markdown) return bytes.size() + 1;
  Diagnostics ignored;
  const std::optional<FrontMatter> header = read_front_matter(bytes, no_file, ignored);
  return header ? header->body.begin : bytes.size() + 1;
}

FieldMessage message_from(const Diagnostic& diagnostic) {
  FieldMessage message;
  message.severity = diagnostic.severity;
  message.rule = diagnostic.rule->id;
  message.message = message_of(diagnostic, Language::nl);
  message.help = help_of(diagnostic, Language::nl);
  return message;
}

}  // namespace

std::string field_at(std::string_view bytes, bool is_markdown, std::size_t offset) {
  if (offset >= beginning_of_body(bytes, is_markdown)) return std::string(field_of_text);
  const std::optional<EntryText> text = read_entry_text(bytes, is_markdown);
  return text ? field_in(text->values, offset) : std::string();
}

std::vector<FieldMessage> messages_at_fields(const Diagnostics& diagnostics, const FileTree& sources,
                                             std::string_view path) {
  std::vector<FieldMessage> messages;
  const std::optional<FileId> file = sources.find(path);
  if (!file) return messages;
  const std::string bytes = sources.read(*file);
  const bool is_markdown = path.ends_with(".md");
  const std::size_t body = beginning_of_body(bytes, is_markdown);
  for (const Diagnostic& diagnostic : first_of_each_file(diagnostics.in_source_order())) {
    if (diagnostic.where.file != *file) continue;
    FieldMessage message = message_from(diagnostic);
    message.path = path;
    const std::size_t offset = diagnostic.where.begin;
    message.line = line_and_column(bytes, offset).line;
    // An empty place at the beginning is about the file as a whole.
    if (offset > 0 || diagnostic.where.end > 0) message.field = field_at(bytes, is_markdown, offset);
    if (offset >= body && body > 0) message.line -= line_and_column(bytes, body).line - 1;
    messages.push_back(std::move(message));
  }
  return messages;
}

std::vector<FieldMessage> messages_of_files(const Diagnostics& diagnostics, const FileTree& sources) {
  std::vector<FieldMessage> messages;
  for (const Diagnostic& diagnostic : first_of_each_file(diagnostics.in_source_order())) {
    FieldMessage message = message_from(diagnostic);
    if (diagnostic.where.file != no_file) message.path = sources.file(diagnostic.where.file).path;
    messages.push_back(std::move(message));
  }
  return messages;
}

}  // namespace wegwijs
