#include "search/search_index.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "search/index_vocabulary.h"
#include "search/page_names.h"
#include "search/page_postings.h"
#include "search/postings.h"
#include "text/ascii.h"
#include "text/dutch_words.h"

namespace wegwijs {
namespace {

/// A word in every page is not worth offering for another one; a word of a few letters is like too many others.
constexpr std::size_t shortest_correctable = 4;
constexpr std::uint32_t pages_for_correction = 3;

/// A word is common that so many pages have, and one of so many of all.
constexpr std::uint32_t pages_of_common_word = 50;
constexpr std::uint32_t pages_per_common_word = 5;
constexpr Impact least_impact_of_common_word = 2;

/// Of how many pages one is taken to have a word of everyday speech.
constexpr std::uint32_t pages_per_light_word = 5;
/// The same of a short word that no page is called by: that two texts happen to have it does not make it telling.
constexpr std::uint32_t pages_per_chance_word = 10;
constexpr std::size_t longest_chance_word = 9;

/// Block, and page in it.
using PagePlace = std::pair<std::size_t, std::size_t>;

/// All pages; in each run of one kind those come first that most others refer to: of pages that answer a question
/// equally well, the reader finds the first one first.
std::vector<PagePlace> pages_in_order(const std::vector<SearchBlock>& blocks, const PageReferences& references) {
  std::vector<PagePlace> pages;
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    for (std::size_t page = 0; page < blocks[block].size(); ++page) pages.emplace_back(block, page);
  }
  const auto card = [&](const PagePlace& page) -> const SearchCard& { return blocks[page.first].cards()[page.second]; };
  const auto references_to = [&](const PagePlace& page) {
    const auto found = references.find(card(page).address);
    return found == references.end() ? 0 : found->second;
  };
  const auto more_referred = [&](const PagePlace& left, const PagePlace& right) {
    return references_to(left) > references_to(right);
  };
  for (auto first = pages.begin(); first != pages.end();) {
    const SearchKindNumber kind = card(*first).kind;
    const auto last = std::find_if(first, pages.end(), [&](const PagePlace& page) { return card(page).kind != kind; });
    std::stable_sort(first, last, more_referred);
    first = last;
  }
  return pages;
}

/// Makes the terms of an index, and the words that may be offered, of pages that are all known.
class TermMaker {
 public:
  TermMaker(const IndexVocabulary& vocabulary, const PageNames& names, PagePostings& pages)
      : stems_(vocabulary.stems()),
        words_(vocabulary.words()),
        vocabulary_(vocabulary),
        names_(names),
        pages_(pages),
        usual_words_(usual_words()),
        is_light_(light_stems()) {}

  void add_to(SearchIndex& index, StemPhrases::ByStem phrases) const {
    const std::vector<std::string_view>& small = names_.asked().telling_small_words();
    index.telling_small_words.assign(small.begin(), small.end());
    const std::size_t looked_up = stems_.size() - small.size();
    for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
      Postings& postings = pages_.of_stem(stem);
      if (stem >= looked_up) {
        index.terms.push_back({stems_[stem], 0, postings.take_bytes(), {}});
      } else if (postings.pages() > 0) {
        const std::uint32_t taken_for = std::max(postings.pages(), least_pages(stem));
        if (is_correctable(stem, postings.pages()))
          index.correctable.push_back({std::string(words_[usual_words_[stem]]), postings.pages()});
        index.terms.push_back({stems_[stem], taken_for, worth_reading(postings), {}});
        const auto of_stem = phrases.extract(stems_[stem]);
        if (!of_stem.empty()) index.terms.back().phrases = std::move(of_stem.mapped());
      }
    }
    for (auto& [stem, of_stem] : phrases) index.terms.push_back({stem, 0, "", std::move(of_stem)});
    std::sort(index.terms.begin(), index.terms.end(),
              [](const SearchTerm& left, const SearchTerm& right) { return left.stem < right.stem; });
    std::sort(index.correctable.begin(), index.correctable.end(),
              [](const CorrectableWord& left, const CorrectableWord& right) { return left.word < right.word; });
  }

 private:
  static constexpr std::uint32_t no_word = 0xFFFFFFFFU;

  /// By stem.
  std::vector<std::uint32_t> usual_words() const {
    std::vector<std::uint32_t> usual_words(stems_.size(), no_word);
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      std::uint32_t& usual = usual_words[vocabulary_.stem_of()[word]];
      if (usual == no_word || is_more_usual(word, usual)) usual = word;
    }
    return usual_words;
  }

  bool is_more_usual(std::uint32_t word, std::uint32_t than) const {
    const std::uint32_t pages = pages_.pages_with_word(word);
    const std::uint32_t others = pages_.pages_with_word(than);
    if (pages != others) return pages > others;
    if (words_[word].size() != words_[than].size()) return words_[word].size() < words_[than].size();
    return words_[word] < words_[than];
  }

  /// By stem.
  std::vector<bool> light_stems() const {
    std::vector<bool> is_light(stems_.size());
    for (const std::string_view word : search_light_words()) {
      if (const std::optional<std::uint32_t> found = vocabulary_.find(word))
        is_light[vocabulary_.stem_of()[*found]] = true;
    }
    return is_light;
  }

  bool is_correctable(std::uint32_t stem, std::uint32_t pages) const {
    const std::string_view word = words_[usual_words_[stem]];
    return word.size() >= shortest_correctable && !is_digit(word.front()) &&
           (pages_.is_telling(stem) || pages >= pages_for_correction) && !names_.is_joined_name(word);
  }

  /// What a reader of the word has to fetch: of a common one only what says something, since beside that the rest is
  /// not shown.
  std::string worth_reading(Postings& postings) const {
    const bool is_common = postings.pages() > std::max(pages_of_common_word, pages_.pages() / pages_per_common_word);
    return is_common ? postings.without_less_than(least_impact_of_common_word).take_bytes() : postings.take_bytes();
  }

  /// On how many pages a stem is taken to be at least.
  std::uint32_t least_pages(std::uint32_t stem) const {
    if (is_light_[stem]) return pages_.pages() / pages_per_light_word;
    const bool is_by_chance = !pages_.names_page(stem) && stems_[stem].size() <= longest_chance_word &&
                              std::none_of(stems_[stem].begin(), stems_[stem].end(), is_digit);
    return is_by_chance ? pages_.pages() / pages_per_chance_word : 0;
  }

  const std::vector<std::string>& stems_;
  const std::vector<std::string_view>& words_;
  const IndexVocabulary& vocabulary_;
  const PageNames& names_;
  PagePostings& pages_;
  std::vector<std::uint32_t> usual_words_;
  std::vector<bool> is_light_;
};

}  // namespace

SearchIndex search_index(const std::vector<SearchBlock>& blocks, const SearchWords& words,
                         const PageReferences& references, const NamedKinds& named_kinds) {
  // One number for each word of all blocks, by the number that it has there.
  IndexVocabulary vocabulary;
  std::vector<std::vector<std::uint32_t>> numbers;
  for (const SearchBlock& block : blocks) {
    std::vector<std::uint32_t>& of_block = numbers.emplace_back();
    for (const std::string_view word : block.words()) of_block.push_back(vocabulary.add(word));
  }
  PageNames names(blocks, words, named_kinds, vocabulary);
  vocabulary.work_out_stems();

  const IsSmallWord is_small = [&](std::string_view word) { return names.is_small(word); };
  StemPhrases phrases;
  vocabulary.join_forms(is_small, phrases);
  names.note_phrases(phrases);
  vocabulary.note_separable_verbs(is_small, phrases);
  // Small words that say something about what is asked are stems of their own, with a _ before them: they are in
  // questions only.
  names.asked().measure(vocabulary.stem_of(), vocabulary.stems().size());
  for (const std::string_view word : names.asked().telling_small_words()) vocabulary.add_stem("_" + std::string(word));

  SearchIndex index;
  PagePostings pages(blocks, vocabulary, names.asked());
  for (const auto& [block, page] : pages_in_order(blocks, references)) {
    const SearchCard& card = blocks[block].cards()[page];
    std::vector<WordUse> uses = blocks[block].uses(page);
    for (WordUse& use : uses) use.word = numbers[block][use.word];
    const std::vector<WordUse>& of_readers = names.uses_of(card.address);
    uses.insert(uses.end(), of_readers.begin(), of_readers.end());
    pages.add(uses, names.asked().of(card.address));
    index.cards.push_back(card);
  }
  TermMaker(vocabulary, names, pages).add_to(index, phrases.take());
  return index;
}

}  // namespace wegwijs
