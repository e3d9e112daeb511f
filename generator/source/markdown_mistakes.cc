#include "source/markdown_mistakes.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <utility>

#include "source/markdown_guard_rules.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

/// Nobody mends more at once, and a text of nothing but mistakes would make a report of many megabytes.
constexpr std::size_t told_mistakes_limit = 100;

bool continues_address(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("/-_%").find(c) != std::string_view::npos;
}

/// Where `wanted` is not part of a longer address, as `/a/` is in `/a/b/`; else the first place where it is at all.
std::size_t whole_place(std::string_view text, std::string_view wanted) {
  const std::size_t first = text.find(wanted);
  std::size_t place = first;
  constexpr int most_tries = 16;
  for (int tries = 0; tries < most_tries && place != std::string_view::npos && place + wanted.size() < text.size() &&
                      continues_address(text[place + wanted.size()]);
       ++tries) {
    place = text.find(wanted, place + 1);
  }
  return place == std::string_view::npos ? first : place;
}

}  // namespace

MarkdownMistakes::MarkdownMistakes(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics)
    : text_(text), file_(file), offset_(offset), diagnostics_(diagnostics) {
  for (std::size_t position = 0; position != std::string_view::npos && position < text.size();) {
    line_begins_.push_back(position);
    position = text.find('\n', position);
    if (position != std::string_view::npos) ++position;
  }
}

void MarkdownMistakes::report(const Rule& rule, SourceSpan where, std::vector<Argument> arguments,
                              std::string suggestion) {
  std::size_t& number = rule.severity == Severity::error ? errors_ : warnings_;
  ++number;
  if (number <= told_mistakes_limit) diagnostics_.report(rule, where, std::move(arguments), std::move(suggestion));
  if (rule.severity == Severity::error && number == told_mistakes_limit + 1) {
    diagnostics_.report(markdown_many_mistakes, where, {std::to_string(told_mistakes_limit)});
  }
}

SourceSpan MarkdownMistakes::line_span(cmark_node* node) const {
  const std::size_t begin = line_begin(node);
  return span(begin, std::min(text_.find('\n', begin), text_.size()));
}

SourceSpan MarkdownMistakes::line_span(std::size_t line) const {
  const std::size_t begin = line == 0 || line > line_begins_.size() ? text_.size() : line_begins_[line - 1];
  return span(begin, std::min(text_.find_first_of("\r\n", begin), text_.size()));
}

SourceSpan MarkdownMistakes::words_span(std::size_t line, std::string_view words, std::size_t from) const {
  const SourceSpan whole = line_span(line);
  const std::size_t begin = whole.begin - offset_;
  const std::string_view written = text_.substr(begin, whole.end - whole.begin);
  const std::size_t place = written.find(words, std::min(from, written.size()));
  return place == std::string_view::npos ? whole : span(begin + place, begin + place + words.size());
}

SourceSpan MarkdownMistakes::text_span(cmark_node* node, std::string_view wanted) {
  if (wanted.empty()) return line_span(node);
  std::size_t& found_end = found_ends_[std::string(wanted)];
  const std::size_t begin = std::max(line_begin(node), found_end);
  // Only so far ahead and so often: what is written otherwise (with &amp;, or without mailto:) is never found.
  constexpr std::size_t window = 4096;
  constexpr std::size_t all_windows = 8 * 1024 * 1024;
  if (begin >= text_.size() || searched_ > all_windows) return line_span(node);
  const std::size_t place = whole_place(text_.substr(begin, window + wanted.size() + 1), wanted);
  searched_ += std::min(place, window);
  if (place == std::string_view::npos) return line_span(node);
  const std::size_t found = begin + place;
  found_end = found + wanted.size();
  return span(found, found_end);
}

std::size_t MarkdownMistakes::line_begin(cmark_node* node) const {
  cmark_node* placed = node;
  while (placed != nullptr && cmark_node_get_start_line(placed) < 1) placed = cmark_node_parent(placed);
  const auto line = placed == nullptr ? 1U : static_cast<std::size_t>(cmark_node_get_start_line(placed));
  return line_begins_.empty() ? 0 : line_begins_[std::min(line, line_begins_.size()) - 1];
}

SourceSpan MarkdownMistakes::span(std::size_t begin, std::size_t end) const {
  return {file_, static_cast<std::uint32_t>(offset_ + begin), static_cast<std::uint32_t>(offset_ + end)};
}

}  // namespace wegwijs
