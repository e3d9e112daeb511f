#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/search_words.h"
#include "search/postings.h"
#include "search/search_block.h"
#include "search/stem_phrases.h"

namespace wegwijs {

/// A stem with the pages that it is in, which may be none, and the phrases that begin with it.
struct SearchTerm {
  std::string stem;
  std::uint32_t pages = 0;  ///< by which it is rare; of a word of everyday speech at least a fifth of all
  std::string postings;     ///< as search_format.h describes
  std::vector<StemPhrase> phrases;
};

/// A word that may be offered as the correction of a mistyped one.
struct CorrectableWord {
  std::string word;
  std::uint32_t pages = 0;
};

struct SearchIndex {
  std::vector<SearchCard> cards;             ///< of every page, by page number
  std::vector<SearchTerm> terms;             ///< sorted by stem
  std::vector<CorrectableWord> correctable;  ///< sorted; the usual form of each stem that titles hold or several pages
  /// Sorted: small words that are in few questions of readers, and so say something about what is asked. Each is a term
  /// with a _ before it, with the pages that such questions lead to.
  std::vector<std::string> telling_small_words;
};

/// How many other entries refer to the page at an address.
using PageReferences = std::map<std::string, std::size_t, std::less<>>;

/// Kinds of pages that are called by a name of their own (search_kinds.h): all words of it together lead there first.
using NamedKinds = std::set<SearchKindNumber>;

/// Joins the blocks, which must be in the order of the pages, into one index. Beside its own words a page is found
/// under the parts of its compounds, and under the other form of an abbreviation that some page explains, both with
/// less weight; and forms of a verb that are on the site, and plurals with 's, are one word (huilt, huilen; oka's).
SearchIndex search_index(const std::vector<SearchBlock>& blocks, const SearchWords& words = {},
                         const PageReferences& references = {}, const NamedKinds& named_kinds = {});

}  // namespace wegwijs
