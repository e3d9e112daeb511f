#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"

struct cmark_node;

namespace wegwijs {

/// Reports the mistakes of one Markdown text, which begins at byte `offset` of `file`, and finds their places: the
/// parser knows the line of a block, not where a link or a piece of HTML is in it.
class MarkdownMistakes {
 public:
  MarkdownMistakes(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

  /// Reports, until a hundred errors of this text were reported, then once that there are more; and likewise a hundred
  /// warnings, of which the others are not mentioned.
  void report(const Rule& rule, SourceSpan where, std::vector<Argument> arguments = {}, std::string suggestion = {});

  /// The line that `node` begins on.
  SourceSpan line_span(cmark_node* node) const;

  /// The line of that number, from 1.
  SourceSpan line_span(std::size_t line) const;

  /// Where `words` are on the line, from the byte `from` of it on; the whole line when they are not there as they are.
  SourceSpan words_span(std::size_t line, std::string_view words, std::size_t from = 0) const;

  /// Where `wanted` is, from the line of `node` on and after the last place where the same was found; the whole
  /// line when the parser wrote it differently from the author.
  SourceSpan text_span(cmark_node* node, std::string_view wanted);

 private:
  std::size_t line_begin(cmark_node* node) const;
  SourceSpan span(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  FileId file_;
  std::uint32_t offset_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> line_begins_;
  std::unordered_map<std::string, std::size_t> found_ends_;
  std::size_t searched_ = 0;  // bytes, by text_span
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace wegwijs
