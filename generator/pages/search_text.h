#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wegwijs {

/// How much it says about a page that a word stands somewhere in it.
enum class SearchField : std::uint8_t {
  title,    ///< the title, other names, abbreviations and search words
  line,     ///< a situation in the reader's words
  heading,  ///< headings, summary, rows of a profile, steps
  body,
};
inline constexpr std::size_t search_field_count = 4;

/// A short text that is looked for as a whole: a page with one that shares several words with a question comes first.
struct SearchLine {
  std::string text;
  SearchField field = SearchField::line;
  bool is_shown = false;  ///< may stand below the title in the results
};

/// What the search is told about one page. Only what is published: nothing of drafts, nothing of fields without
/// `search: true`.
struct SearchText {
  std::string title;     ///< empty: the page is not looked for
  std::string language;  ///< of the title, where it is not that of the site
  std::string summary;
  std::string facts;              ///< for whom, who and by when: one line of the results
  std::vector<SearchLine> lines;  ///< the most telling first
  std::string headings;
  std::string body;
};

}  // namespace wegwijs
