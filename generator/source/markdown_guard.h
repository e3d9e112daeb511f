#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Limits of one Markdown text, far above what people write by hand. The packaged cmark-gfm (0.29.0.gfm.6) takes time
/// or memory that grows with the square of some inputs; each limit says which. Sizes are in bytes. The growth that is
/// named was measured; tests/source/markdown_guard_test.cc feeds texts at the limits to the parser.
namespace markdown_limit {

/// Everything that still grows with the square of a paragraph grows with the number of paragraphs, so it needs an end.
inline constexpr std::size_t text = 256 * 1024;
/// Words alone cost the parser nothing extra: a paragraph of Word is one line, a table of 500 rows has no blank line.
inline constexpr std::size_t line = 128 * 1024;
inline constexpr std::size_t paragraph = 128 * 1024;
/// What costs is each sign that the parser searches the end of, times what it searches: unclosed emphasis, brackets,
/// tags and code to the end of the paragraph (lines without a blank line between them), addresses to the ends of their
/// line. So the product is limited, to that of 32 KB of nothing but such signs in a paragraph and 8 KB in a line.
/// Measured over the families of tests/source/hostile_markdown_test.cc, 256 KB of text take at most a quarter of a second
/// of processor time, with all limits below at once. Measured anew: addresses of mail 0.13 s, emphasis 0.11 s; without
/// limits of their own <? <! and ![ took 1.5 to 2.3 s.
inline constexpr std::size_t signs_times_line = 8 * 1024 * (8 * 1024);
inline constexpr std::size_t signs_times_paragraph = 32 * 1024 * (32 * 1024);
/// A row that is too short is filled with empty cells: a wide header makes every short row expensive.
inline constexpr std::size_t bars_in_line = 64;
/// Rows times columns; each cell costs about 200 bytes of memory and 10 of HTML, also when it is empty.
inline constexpr std::size_t cells_in_table = 20'000;
/// Quotes and lists in each other: every line walks through all that are open. Browsers indent out of sight long
/// before.
inline constexpr std::size_t containers_in_line = 16;
/// Lists are nested by indentation over several lines, two columns a level, so this is the other half of that limit.
inline constexpr std::size_t indentation = 64;
/// At every line of only - | : the paragraph before it is read again as a possible table header.
inline constexpr std::size_t delimiter_lines_in_paragraph = 8;
/// A run of * _ ~ or ` is matched against runs of every other length; the parser keeps some lengths in one byte.
inline constexpr std::size_t same_punctuation = 255;
/// Runs of * _ and ~: each that could close looks back over those that could open. Two words in bold in each row of a
/// table of 500 are 2,000.
inline constexpr std::size_t emphasis_in_paragraph = 4'000;
/// The same over a whole text, counting the paragraphs that hold more than `much_emphasis`; what the others cost grows
/// with the text and not with its square.
inline constexpr std::size_t much_emphasis = 1'000;
inline constexpr std::size_t emphasis_in_long_paragraphs = 12'000;
/// For each of <? <! and ![ the parser looks for what closes it to the end of the paragraph, and for each @ back to the
/// start of the address. A table of 500 rows may hold a picture or an address of mail in each.
inline constexpr std::size_t searches_in_paragraph = 600;
/// From each www. and :// the parser reads to the next white space, to see where the address ends.
inline constexpr std::size_t addresses_in_word = 32;
/// The destination and title of a definition are copied to each place that refers to it.
inline constexpr std::size_t link_definition = 2 * 1024;
/// What those copies may take together: the longest definition times the number of ']'.
inline constexpr std::size_t copied_definitions = 8 * 1024 * 1024;
/// HTML for each byte of text. What is short by itself is not expensive: see `output_for_short_text`.
inline constexpr std::size_t output_factor = 64;
inline constexpr std::size_t output_for_short_text = 16 * 1024;
/// HTML of one text. A reader on a telephone waits 20 s for this much.
inline constexpr std::size_t output = 8 * 1024 * 1024;

}  // namespace markdown_limit

/// The most HTML that `size` bytes of Markdown may become.
std::size_t markdown_output_limit(std::size_t size);

/// Whether `text`, which begins at byte `offset` of `file`, is UTF-8 without control characters and within all
/// limits that are known before it is parsed. If not, the first excess is reported and the text must not be parsed.
///
/// One pass, time proportional to the size, no memory. The limits on lines and paragraphs do not apply to fenced code
/// whose fence is at the very beginning of a line. After the first fence elsewhere (in a list or quote), and after
/// a line that begins with '<', they apply to all that follows: only a complete parser knows where such code ends.
bool check_markdown_limits(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

}  // namespace wegwijs
