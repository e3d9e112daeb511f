#include "templates/tag_reader.h"

#include "text/trimmed.h"

#include <algorithm>

namespace wegwijs {
namespace {

constexpr std::string_view whitespace = " \t\r\n";
constexpr std::string_view sigils = "#^/><$!={&";

}  // namespace

std::optional<Tag> TagReader::next() {
  Tag tag;
  tag.begin = text_.find(open_, position_);
  if (tag.begin == std::string_view::npos) return std::nullopt;
  std::size_t content = tag.begin + open_.size();
  content = std::min(text_.find_first_not_of(whitespace, content), text_.size());
  if (content < text_.size() && sigils.find(text_[content]) != std::string_view::npos) tag.sigil = text_[content++];
  const std::string closing = tag.sigil == '{' ? "}" + close_ : tag.sigil == '=' ? "=" + close_ : close_;
  const std::size_t closed = text_.find(closing, content);
  if (closed == std::string_view::npos) {
    tag.fault = Tag::Fault::not_closed;
    tag.name_begin = tag.begin;
    tag.name = text_.substr(tag.begin, open_.size());
    tag.end = position_ = text_.size();
    return tag;
  }
  tag.end = position_ = closed + closing.size();
  tag.name = trimmed(text_.substr(content, closed - content));
  tag.name_begin = static_cast<std::size_t>(tag.name.data() - text_.data());
  if (tag.sigil == '=') read_delimiters(tag);
  return tag;
}

void TagReader::read_delimiters(Tag& tag) {
  const std::size_t first_end = tag.name.find_first_of(whitespace);
  const std::string_view second = first_end == std::string_view::npos ? "" : trimmed(tag.name.substr(first_end));
  if (second.empty() || second.find_first_of(" \t\r\n=") != std::string_view::npos) {
    tag.fault = Tag::Fault::not_two_delimiters;
    return;
  }
  open_ = tag.name.substr(0, first_end);
  close_ = second;
}

LineOfTag line_of(std::string_view text, const Tag& tag) {
  LineOfTag line;
  line.begin = tag.begin;
  while (line.begin > 0 && (text[line.begin - 1] == ' ' || text[line.begin - 1] == '\t')) --line.begin;
  line.blank_before = line.begin == 0 || text[line.begin - 1] == '\n';
  line.end = std::min(text.find_first_not_of(" \t", tag.end), text.size());
  if (text.substr(line.end).starts_with("\r\n")) ++line.end;
  line.blank_after = line.end == text.size() || text[line.end] == '\n';
  if (line.end < text.size()) ++line.end;
  return line;
}

std::string_view first_indentation(std::string_view text) {
  const std::size_t first = text.find_first_not_of(whitespace);
  if (first == std::string_view::npos) return {};
  const std::size_t line_break = text.substr(0, first).rfind('\n');
  const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  return text.substr(begin, first - begin);
}

}  // namespace wegwijs
