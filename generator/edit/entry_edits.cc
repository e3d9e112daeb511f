#include "edit/entry_edits.h"

#include <algorithm>

#include "deliver/write_changes.h"
#include "source/front_matter.h"

namespace wegwijs {
namespace {

std::size_t beginning_of_text(std::string_view bytes) {
  Diagnostics ignored;
  const std::optional<FrontMatter> header = read_front_matter(bytes, no_file, ignored);
  return header ? header->body.begin : bytes.size();
}

std::string with_line_feeds(std::string_view text) {
  std::string result;
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (text[index] == '\r' && index + 1 < text.size() && text[index + 1] == '\n') continue;
    result += text[index];
  }
  return result;
}

/// The lines with their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A key without a value holds nothing, as a form sees it; the writer sees an empty value.
ChangeSet with_empty_values(std::string_view bytes, bool is_markdown, const Schema& schema, ChangeSet changes) {
  const std::optional<EntryText> text = read_entry_text(bytes, is_markdown);
  for (FieldChange& change : changes.fields) {
    const std::optional<FieldIndex> index = schema.find(change.field);
    if (!text || !index || change.seen) continue;
    const YamlNode* value = value_of_field(text->values, schema.fields[*index]);
    if (value != nullptr && value->kind == YamlNode::Kind::null) change.seen = *value;
  }
  return changes;
}

}  // namespace

std::string text_below_header(std::string_view bytes) {
  return with_line_feeds(bytes.substr(beginning_of_text(bytes)));
}

std::string with_text_below_header(std::string_view bytes, std::string_view text) {
  const std::size_t begin = beginning_of_text(bytes);
  const std::string wanted = with_line_feeds(text);
  const std::vector<std::string_view> old_lines = lines_of(bytes.substr(begin));
  const std::vector<std::string_view> new_lines = lines_of(wanted);
  const auto is_same = [](std::string_view old_line, std::string_view new_line) {
    return with_line_feeds(old_line) == new_line;
  };
  std::size_t first = 0;
  const std::size_t shortest = std::min(old_lines.size(), new_lines.size());
  while (first < shortest && is_same(old_lines[first], new_lines[first])) ++first;
  std::size_t last = 0;
  while (last < shortest - first &&
         is_same(old_lines[old_lines.size() - 1 - last], new_lines[new_lines.size() - 1 - last]))
    ++last;
  // As the first line of the file ends.
  const std::size_t line_end = bytes.find('\n');
  const bool has_carriage_returns = line_end != std::string_view::npos && line_end > 0 && bytes[line_end - 1] == '\r';
  std::string result(bytes.substr(0, begin));
  if (begin > 0 && bytes[begin - 1] != '\n' && !wanted.empty()) result += has_carriage_returns ? "\r\n" : "\n";
  for (std::size_t index = 0; index < first; ++index) result += old_lines[index];
  for (std::size_t index = first; index < new_lines.size() - last; ++index) {
    std::string_view line = new_lines[index];
    const bool is_ended = line.ends_with('\n');
    if (is_ended) line.remove_suffix(1);
    result += line;
    if (is_ended) result += has_carriage_returns ? "\r\n" : "\n";
  }
  for (std::size_t index = old_lines.size() - last; index < old_lines.size(); ++index) result += old_lines[index];
  return result;
}

EditedEntry edited_entry(std::string_view bytes, bool is_markdown, const Schema& schema, const EntryWish& wish) {
  EditedEntry edited;
  const WrittenChanges written =
      write_changes(bytes, is_markdown, schema, with_empty_values(bytes, is_markdown, schema, wish.changes));
  edited.changed_since = written.changed_since;
  const bool changes_text = is_markdown && wish.text && wish.text != wish.seen_text;
  if (changes_text && wish.seen_text && text_below_header(bytes) != *wish.seen_text)
    edited.changed_since.emplace_back();
  if (!edited.changed_since.empty() || !written.bytes) return edited;
  edited.bytes = changes_text ? with_text_below_header(*written.bytes, *wish.text) : *written.bytes;
  return edited;
}

}  // namespace wegwijs
