#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "files/byte_stream.h"
#include "pages/search_text.h"

namespace wegwijs {

/// Position in the list of kinds of pages (search_kinds.h).
using SearchKindNumber = std::uint16_t;

/// What the results show of a page.
struct SearchCard {
  std::string address;
  std::string title;
  std::string language;  ///< of title and summary, where it is not that of the site
  std::string summary;
  std::string facts;
  std::vector<std::string> lines;  ///< those of `SearchText::lines` that are shown
  SearchKindNumber kind = 0;
};

/// A short form that a text explains: "toelaatbaarheidsverklaring (tlv)".
struct Abbreviation {
  std::string short_form;              ///< folded
  std::vector<std::string> long_form;  ///< folded words, without stop words
};

/// The b of BM25F (search_index.cc); titles and lines are short texts each with a length of its own.
inline constexpr double length_normalisation = 0.4;

/// How often one word is in one page. In a title or a line it counts more the shorter that is: there `counts` is in
/// parts of `whole_count`, which is what a word gets in one of the usual length.
struct WordUse {
  std::uint32_t word = 0;
  std::array<std::uint16_t, search_field_count> counts{};  ///< by field
  std::uint32_t lines = 0;  ///< bit 0: in the title; 1: in the summary; from 2: in that line
  bool is_name = false;     ///< by itself the title, or another name of the page
};

inline constexpr std::uint16_t whole_count = 16;

/// How many lines of a page are counted one by one; words of further ones count for their field only.
inline constexpr std::size_t counted_search_lines = 28;

/// The words of some pages, numbered in order of their first use. A block is filled by one thread; the order of blocks
/// is that of the pages, so any number of threads gives the same index.
class SearchBlock {
 public:
  /// Adds a page; one without title is left out.
  void add(const SearchText& text, std::string_view address, SearchKindNumber kind);

  std::size_t size() const { return cards_.size(); }
  const std::vector<SearchCard>& cards() const { return cards_; }
  /// Lower-case words without accents, by number; the views point into the block.
  std::vector<std::string_view> words() const;
  const std::vector<Abbreviation>& abbreviations() const { return abbreviations_; }
  /// Everything, for `from_bytes`.
  void append_to(std::string& bytes) const;
  /// Throws `BytesSpoilt` for what `append_to` did not write.
  static SearchBlock from_bytes(ByteReader& bytes);

  /// The words of the page at `position`, in order of first use in it.
  std::vector<WordUse> uses(std::size_t position) const;

 private:
  struct PageWords;

  void add_text(std::string_view text, SearchField field, std::uint32_t line, PageWords& words);
  /// The use that is now counted; none of a word that is not looked up.
  WordUse* add_word(std::string word, SearchField field, std::uint16_t count, std::uint32_t line, PageWords& words);
  void add_abbreviations(const SearchText& text);
  /// The number of the word as it is looked up; nothing for one that is not.
  std::optional<std::uint32_t> number_of(std::string word);

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<SearchCard> cards_;
  std::vector<Abbreviation> abbreviations_;
  std::string uses_;                 ///< of all pages, packed: most numbers are small and there are millions
  std::vector<std::size_t> begins_;  ///< of each page in `uses_`
};

}  // namespace wegwijs
