#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Words that were meant as markup and are not: a link with a space in it, a heading without one.
struct NearMiss {
  std::size_t begin;  ///< in the words of the paragraph
  std::size_t end;
  Argument reason;
  Argument help;  ///< how to repair it, and how to say that it is meant as it is
};

/// Where the words are: a paragraph of its own can hold a heading or a list that failed, a quoted one ends with a name
/// after a dash.
enum class WordsOf : std::uint8_t { paragraph, quote, heading_or_cell };

/// All in the words of one paragraph, heading or cell, in order. `masked` as in MarkdownParagraph: what the author
/// wrote with a backslash is never a miss. `text`: the same words unmasked.
std::vector<NearMiss> near_misses_in(std::string_view text, std::string_view masked, WordsOf words_of);

}  // namespace wegwijs
