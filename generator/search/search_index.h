#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/search_block.h"

namespace wegwijs {

/// How much one word says about one page, from 0 to 7: what BM25F gives for the counts of the word in the fields of the
/// page and their lengths, so that a reader of the index needs neither.
using Impact = std::uint8_t;
inline constexpr Impact highest_impact = 7;

/// A stem with the pages that it stands in.
struct SearchTerm {
  std::string stem;
  std::uint32_t pages = 0;
  std::string postings;  ///< as search_format.h describes
};

/// A word that a mistyped one may be meant to be.
struct CorrectableWord {
  std::string word;
  std::uint32_t pages = 0;
};

struct SearchIndex {
  std::vector<SearchCard> cards;             ///< of every page, by page number
  std::vector<SearchTerm> terms;             ///< sorted by stem
  std::vector<CorrectableWord> correctable;  ///< sorted; the usual form of each stem that titles hold or several pages
};

/// Joins the blocks, which must stand in the order of the pages, into one index. Beside its own words a page is found
/// under the parts of its compounds, and under the other form of an abbreviation that some page explains, both with
/// less weight.
SearchIndex search_index(std::vector<SearchBlock> blocks);

}  // namespace wegwijs
