#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// An HTML comment in a Markdown text, from its `<!--` up to and including its `-->`. Unlike CommonMark, a comment may
/// begin and end anywhere and hold anything: editors write private notes in them, and no form of one may be published.
struct MarkdownComment {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_closed = true;           ///< if not, it runs to the end of the text
  bool has_comment_in_it = false;  ///< another `<!--` before the end: most likely its own end is missing
};

struct MarkdownComments {
  std::vector<MarkdownComment> found;
  std::size_t openings_in_code = 0;  ///< how many `<!--` were taken for code, where they are shown
};

enum class CommentsInCode : std::uint8_t { are_code, are_comments };

/// Finds the comments of `text`. A `<!--` after a backslash is none. With `are_code`, those in code are not counted
/// either; where code begins and ends is worked out without the parser, so the caller compares `openings_in_code` with
/// what the parser says. Time is proportional to the size.
MarkdownComments find_markdown_comments(std::string_view text, CommentsInCode in_code);

/// `text` without the comments. Line ends within a comment stay, so that every line keeps its number; white space
/// beside a comment goes where it would have a meaning of its own (at the beginning and the end of a line).
std::string without_comments(std::string_view text, const MarkdownComments& comments);

/// `text` with a space for each byte of a comment, line ends excepted: every place stays what it is.
std::string with_blank_comments(std::string_view text, const MarkdownComments& comments);

}  // namespace wegwijs
