#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"

struct cmark_node;

namespace wegwijs {

/// Tells the mistakes of one Markdown text, which stands in `file` from byte `offset` on, and finds their places: the
/// parser knows the line of a block, not where a link or a piece of HTML stands in it.
class MarkdownMistakes {
 public:
  MarkdownMistakes(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

  /// Reports, until a hundred mistakes of this text were told; then once that there are more.
  void report(const Rule& rule, SourceSpan where, std::vector<Argument> arguments = {});

  /// Reports `rule` with `words` and `reason` where the words stand as they are, within `node`; not when the author
  /// put a backslash before or among them.
  void report_unescaped(const Rule& rule, cmark_node* node, const std::string& words, const Argument& reason);

  /// The line that `node` begins on.
  SourceSpan line_span(cmark_node* node) const;

  /// Where `wanted` stands, from the line of `node` on and behind the last place where the same was found; the whole
  /// line when the parser wrote it otherwise than the author.
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
  std::size_t mistakes_ = 0;
};

}  // namespace wegwijs
