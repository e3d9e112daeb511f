#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "search/asked_words.h"
#include "search/index_vocabulary.h"
#include "search/postings.h"
#include "search/search_block.h"

namespace wegwijs {

/// How often something stands in each field of a page.
using FieldCounts = std::array<double, search_field_count>;

/// What the pages of an index have of each stem, by BM25F (Robertson, Zaragoza and Taylor, 2004): beside the words of a
/// page the parts of its compounds, and the other form of an abbreviation that some page explains, both for less.
class PagePostings {
 public:
  /// `vocabulary` has all words and stems; both have to stay where they are.
  PagePostings(const std::vector<SearchBlock>& blocks, const IndexVocabulary& vocabulary, const AskedWords& asked);

  /// The next page, with the words of `asked` that are looked up among its uses; words are those of the vocabulary.
  void add(const std::vector<WordUse>& uses, const AskedWords::OfPage& asked);

  /// Of the pages that were added.
  std::uint32_t pages() const { return page_; }
  Postings& of_stem(std::uint32_t stem) { return postings_[stem]; }
  /// Whether it is in a title or a line.
  bool is_telling(std::uint32_t stem) const { return is_telling_[stem]; }
  /// Whether it is in a title, another name or a key word.
  bool names_page(std::uint32_t stem) const { return names_page_[stem]; }
  std::uint32_t pages_with_word(std::uint32_t word) const { return pages_with_word_[word]; }

 private:
  /// What the page that is being added has of one stem.
  struct StemUse {
    FieldCounts counts{};
    std::uint32_t lines = 0;
    std::uint32_t asked = 0;  ///< how often in the questions that lead to it
    bool is_name = false;     ///< by itself a name of the page
  };

  /// Stems of both forms, where the words of both are words of the site.
  struct StemAbbreviation {
    std::uint32_t short_form = 0;
    std::vector<std::uint32_t> long_form;

    friend auto operator<=>(const StemAbbreviation&, const StemAbbreviation&) = default;
  };

  void measure_fields(const std::vector<SearchBlock>& blocks);
  void join_abbreviations(const std::vector<SearchBlock>& blocks);
  void add_use(std::uint32_t stem, const WordUse& use, double weight);
  void add_counts(std::uint32_t stem, const FieldCounts& counts, std::uint32_t lines);
  void add_other_forms();
  void add_derived(std::uint32_t stem, StemUse use);
  bool stands_in_page(std::uint32_t stem) const;
  Impact impact_of(const FieldCounts& counts, const FieldCounts& lengths) const;

  const IndexVocabulary& vocabulary_;
  const AskedWords& asked_;
  std::vector<StemAbbreviation> abbreviations_;
  FieldCounts average_lengths_{};
  std::vector<std::uint32_t> pages_with_word_;
  std::vector<Postings> postings_;  // by stem, as are the next two
  std::vector<bool> is_telling_;
  std::vector<bool> names_page_;
  std::uint32_t page_ = 0;
  std::vector<StemUse> page_stems_;  // of the page that is being added, by stem
  std::vector<std::uint32_t> stems_of_page_;
};

}  // namespace wegwijs
