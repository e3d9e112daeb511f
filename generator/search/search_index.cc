#include "search/search_index.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <span>
#include <unordered_map>

#include "search/asked_words.h"
#include "search/compounds.h"
#include "search/joined_forms.h"
#include "search/postings.h"
#include "search/word_forms.h"
#include "text/ascii.h"
#include "text/dutch_stem.h"
#include "text/dutch_words.h"
#include "text/words.h"

namespace wegwijs {
namespace {

// BM25F (Robertson, Zaragoza and Taylor, 2004).
constexpr std::array<double, search_field_count> field_weights{6, 6, 2, 1};
constexpr double saturation = 1.4;
/// A part of a compound, or the other form of an abbreviation, says less than the word itself.
constexpr double derived_weight = 0.4;

/// How often a word of a question counts as one of a heading of the pages that answer it.
constexpr std::uint16_t asked_count = 3;

/// Before a name, and often left out.
constexpr std::array<std::string_view, 2> articles{"de", "het"};

/// A word in every page is not worth offering for another one; a word of a few letters is like too many others.
constexpr std::size_t shortest_correctable = 4;
constexpr std::uint32_t pages_for_correction = 3;

using Counts = std::array<double, search_field_count>;

/// What one page has of one stem.
struct StemUse {
  Counts counts{};
  std::uint32_t lines = 0;
  std::uint32_t asked = 0;  ///< how often in the questions that lead to it
  bool is_name = false;     ///< by itself a name of the page
};

class IndexBuilder {
 public:
  IndexBuilder(std::vector<SearchBlock> blocks, const SearchWords& words, const PageReferences& references,
               const NamedKinds& named_kinds)
      : blocks_(std::move(blocks)), search_words_(words), references_(references), named_kinds_(named_kinds) {}

  SearchIndex build() {
    join_words();
    join_stems_of_forms();
    note_phrases();
    measure_fields();
    measure_questions();
    join_abbreviations();
    for (const auto& [block, page] : pages_in_order()) add_page_of_block(block, page);
    add_terms();
    return std::move(index_);
  }

 private:
  /// One number for each word of all blocks, and its stem and parts.
  void join_words() {
    for (const SearchBlock& block : blocks_) {
      std::vector<std::uint32_t>& numbers = word_numbers_.emplace_back();
      for (const std::string_view word : block.words()) {
        numbers.push_back(vocabulary_.emplace(word, static_cast<std::uint32_t>(words_.size())).first->second);
        if (numbers.back() == words_.size()) words_.push_back(word);
      }
    }
    add_words_of_addresses();
    for (const std::string_view word : words_) {
      std::string stem = dutch_stem(word);
      const auto [found, is_new] = stem_numbers_.emplace(stem, static_cast<std::uint32_t>(stems_.size()));
      if (is_new) stems_.push_back(std::move(stem));
      stem_of_.push_back(found->second);
    }
    for (const std::string_view word : words_) {
      std::vector<std::uint32_t> parts = compound_parts(word, vocabulary_);
      for (std::uint32_t& part : parts) part = stem_of_[part];
      parts_of_.push_back(std::move(parts));
    }
    postings_.resize(stems_.size());
    is_telling_.resize(stems_.size());
    names_page_.resize(stems_.size());
    pages_with_word_.resize(words_.size());
    page_stems_.resize(stems_.size());
  }

  /// The words under which `zoekwoorden.yaml` has pages that are there, as names of these, and those of the questions
  /// that they answer, as words of headings; and names of several words, each as one word.
  void add_words_of_addresses() {
    for (const SearchBlock& block : blocks_) {
      for (const SearchCard& card : block.cards()) uses_of_address_[card.address];
    }
    add_names();
    for (const SearchPhrase& phrase : search_words_.phrases) {
      for (const std::string& address : phrase.addresses) add_other_name(address, phrase.words);
    }
    for (const AnsweredQuestions& questions : search_words_.questions) add_questions(questions);
  }

  static constexpr std::size_t most_words_of_name = 5;

  /// A name of several words is found by all of it together, small ones too: "Aan-Z" has no word that is looked up by
  /// itself, and another name may have common words only.
  void add_names() {
    for (const SearchBlock& block : blocks_) {
      for (const SearchCard& card : block.cards()) {
        if (named_kinds_.contains(card.kind)) add_name(card);
      }
    }
  }

  void add_name(const SearchCard& card) {
    std::vector<std::string> all, looked_up;
    for (FoldedWord& word : folded_words(card.title)) {
      if (!is_small(word.text)) looked_up.push_back(word.text);
      all.push_back(std::move(word.text));
    }
    if (looked_up.empty() || all.size() < 2 || all.size() > most_words_of_name) return;
    const std::string& joined = *joined_names_.insert(std::accumulate(all.begin(), all.end(), std::string())).first;
    uses_of_address_[card.address].push_back(use_of(joined, SearchField::title, whole_count));
    name_of_address_.emplace(card.address, joined);
    const bool has_article = looked_up.size() > 1 && looked_up.size() + 1 == all.size() &&
                             std::find(articles.begin(), articles.end(), all.front()) != articles.end();
    // Who asks for it may leave the article out.
    if (has_article) names_.push_back({looked_up, {}, joined, {}});
    if (looked_up.size() == all.size()) all.clear();
    names_.push_back({std::move(looked_up), std::move(all), joined, {}});
  }

  /// Not looked up by itself.
  bool is_small(std::string_view word) const {
    const std::vector<std::string>& meaningless = search_words_.meaningless;
    return is_search_stop_word(word) || std::binary_search(meaningless.begin(), meaningless.end(), word);
  }

  void add_questions(const AnsweredQuestions& questions) {
    std::vector<std::string_view> there;
    for (const WrittenText& answer : questions.answers) {
      if (uses_of_address_.contains(answer.text)) there.push_back(answer.text);
    }
    if (there.empty()) return;
    std::vector<WordUse> looked_up;
    std::vector<std::uint32_t> numbers;
    std::vector<std::string_view> small;
    for (const std::string& word : questions.words) {
      if (is_small(word)) {
        small.push_back(word);
      } else {
        looked_up.push_back(use_of(word, SearchField::heading, asked_count));
        numbers.push_back(looked_up.back().word);
      }
    }
    for (const std::string_view address : there) {
      std::vector<WordUse>& uses = uses_of_address_.at(std::string(address));
      uses.insert(uses.end(), looked_up.begin(), looked_up.end());
    }
    asked_.add(there, numbers, small);
  }

  void add_other_name(const std::string& address, std::span<const std::string> words) {
    const auto uses = uses_of_address_.find(address);
    if (uses == uses_of_address_.end()) return;
    for (const std::string& word : words) uses->second.push_back(use_of(word, SearchField::title, whole_count));
    if (words.size() == 1) uses->second.back().is_name = true;
  }

  /// `word` has to stay where it is.
  WordUse use_of(std::string_view word, SearchField field, std::uint16_t count) {
    const auto [found, is_new] = vocabulary_.emplace(word, static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back(word);
    WordUse use{found->second, {}, 0, false};
    use.counts[static_cast<std::size_t>(field)] = count;
    return use;
  }

  /// Stems of one word in other forms become one.
  void join_stems_of_forms() {
    std::vector<bool> has_infinitive(stems_.size());
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      if (words_[word].ends_with("en")) has_infinitive[stem_of_[word]] = true;
    }
    const JoinedForms joined =
        join_forms(stems_, stem_numbers_, has_infinitive, [&](std::string_view word) { return is_small(word); });
    for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
      if (joined.base[stem] != stem) added_phrases_.add_form(stems_[stem], stems_[joined.base[stem]]);
    }
    for (const auto& [form, stem] : joined.only_asked) {
      if (is_new_form(form)) added_phrases_.add_form(form, stems_[stem]);
    }
    for (std::uint32_t& stem : stem_of_) stem = joined.base[stem];
    for (std::vector<std::uint32_t>& parts : parts_of_) {
      for (std::uint32_t& part : parts) part = joined.base[part];
    }
  }

  /// What readers call a page that has a name, in several words.
  void note_other_name(const SearchPhrase& phrase) {
    if (std::max(phrase.words.size(), phrase.with_small.size()) < 2) return;
    for (const std::string& address : phrase.addresses) {
      const auto name = name_of_address_.find(address);
      if (name == name_of_address_.end()) continue;
      added_phrases_.add_name(phrase, name->second);
      return;
    }
  }

  /// Whether a stem is one of no text, which has not been noted as a form yet.
  bool is_new_form(const std::string& stem) {
    return !stem_numbers_.contains(stem) && noted_forms_.insert(stem).second;
  }

  /// A separable verb is found in a sentence where it stands in two pieces, with other words between.
  void note_separable_verbs() {
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      const SeparableVerb parts = separable_verb(words_[word]);
      if (!vocabulary_.contains(parts.verb)) continue;
      const std::string& verb = stems_[stem_of_[vocabulary_.at(parts.verb)]];
      for (const std::string& stem : finite_stems(parts.verb)) {
        if (is_small(stem)) continue;
        added_phrases_.add_separated(stem, parts.particle, stems_[stem_of_[word]]);
        if (is_new_form(stem)) added_phrases_.add_form(stem, verb);
      }
    }
  }

  void note_phrases() {
    for (const SearchPhrase& phrase : search_words_.phrases) {
      const bool is_there = std::any_of(phrase.addresses.begin(), phrase.addresses.end(),
                                        [&](const auto& address) { return uses_of_address_.contains(address); });
      if (!is_there && !phrase.meaning.empty()) added_phrases_.add(phrase);
      if (is_there) note_other_name(phrase);
    }
    for (const SearchPhrase& name : names_) added_phrases_.add_name(name, name.meaning);
    note_separable_verbs();
    phrases_ = added_phrases_.take();
  }

  /// The average length of each field over the pages that have it.
  void measure_fields() {
    std::array<std::uint64_t, search_field_count> pages{};
    for (const SearchBlock& block : blocks_) {
      for (std::size_t page = 0; page < block.size(); ++page) {
        const Counts lengths = lengths_of(block.uses(page));
        for (std::size_t field = 0; field < search_field_count; ++field) {
          average_lengths_[field] += lengths[field];
          if (lengths[field] > 0) ++pages[field];
        }
      }
    }
    for (std::size_t field = 0; field < search_field_count; ++field)
      average_lengths_[field] /= static_cast<double>(std::max<std::uint64_t>(1, pages[field]));
  }

  /// Small words that say something about what is asked are stems of their own, with a _ before them: they are in
  /// questions only.
  void measure_questions() {
    asked_.measure(stem_of_, stems_.size());
    for (const std::string_view word : asked_.telling_small_words()) {
      stems_.push_back("_" + std::string(word));
      index_.telling_small_words.emplace_back(word);
    }
    postings_.resize(stems_.size());
  }

  static Counts lengths_of(const std::vector<WordUse>& uses) {
    Counts lengths{};
    for (const WordUse& use : uses) {
      for (std::size_t field = 0; field < search_field_count; ++field) lengths[field] += use.counts[field];
    }
    return lengths;
  }

  /// Stems of both forms, where the words of both are words of the site.
  struct StemAbbreviation {
    std::uint32_t short_form = 0;
    std::vector<std::uint32_t> long_form;

    friend auto operator<=>(const StemAbbreviation&, const StemAbbreviation&) = default;
  };

  void join_abbreviations() {
    for (const SearchBlock& block : blocks_) {
      for (const Abbreviation& one : block.abbreviations()) {
        const auto short_form = vocabulary_.find(one.short_form);
        if (short_form == vocabulary_.end()) continue;
        StemAbbreviation found{stem_of_[short_form->second], {}};
        for (const std::string& word : one.long_form) {
          const auto part = vocabulary_.find(word);
          if (part != vocabulary_.end()) found.long_form.push_back(stem_of_[part->second]);
        }
        if (found.long_form.size() == one.long_form.size()) abbreviations_.push_back(std::move(found));
      }
    }
    std::sort(abbreviations_.begin(), abbreviations_.end());
    abbreviations_.erase(std::unique(abbreviations_.begin(), abbreviations_.end()), abbreviations_.end());
  }

  using PagePlace = std::pair<std::size_t, std::size_t>;  // block, page in it

  /// All pages; in each run of one kind those come first that most others refer to: of pages that answer a question
  /// equally well, the reader finds the first one first.
  std::vector<PagePlace> pages_in_order() const {
    std::vector<PagePlace> pages;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      for (std::size_t page = 0; page < blocks_[block].size(); ++page) pages.emplace_back(block, page);
    }
    const auto kind = [&](const PagePlace& page) { return card(page).kind; };
    const auto more_referred = [&](const PagePlace& left, const PagePlace& right) {
      return references_to(left) > references_to(right);
    };
    for (auto first = pages.begin(); first != pages.end();) {
      const auto last =
          std::find_if(first, pages.end(), [&](const PagePlace& page) { return kind(page) != kind(*first); });
      std::stable_sort(first, last, more_referred);
      first = last;
    }
    return pages;
  }

  const SearchCard& card(const PagePlace& page) const { return blocks_[page.first].cards()[page.second]; }

  std::size_t references_to(const PagePlace& page) const {
    const auto found = references_.find(card(page).address);
    return found == references_.end() ? 0 : found->second;
  }

  void add_page_of_block(std::size_t block, std::size_t page) {
    std::vector<WordUse> uses = blocks_[block].uses(page);
    for (WordUse& use : uses) use.word = word_numbers_[block][use.word];
    const std::vector<WordUse>& of_readers = uses_of_address_.at(blocks_[block].cards()[page].address);
    uses.insert(uses.end(), of_readers.begin(), of_readers.end());
    add_page(uses, asked_.of(blocks_[block].cards()[page].address));
    index_.cards.push_back(blocks_[block].cards()[page]);
  }

  /// The words of `asked` that are looked up are among the uses.
  void add_page(const std::vector<WordUse>& uses, const AskedWords::OfPage& asked) {
    for (const WordUse& use : uses) {
      ++pages_with_word_[use.word];
      add_use(stem_of_[use.word], use, 1);
      if (use.is_name) page_stems_[stem_of_[use.word]].is_name = true;
      const bool is_telling = use.lines != 0 || use.counts[static_cast<std::size_t>(SearchField::title)] > 0;
      if (is_telling) is_telling_[stem_of_[use.word]] = true;
      if (use.counts[static_cast<std::size_t>(SearchField::title)] > 0) names_page_[stem_of_[use.word]] = true;
      for (const std::uint32_t part : parts_of_[use.word]) add_use(part, use, derived_weight);
    }
    for (const std::uint32_t word : asked.words) ++page_stems_[stem_of_[word]].asked;
    add_other_forms();
    const Counts lengths = lengths_of(uses);
    for (const std::uint32_t stem : stems_of_page_) {
      const StemUse& use = page_stems_[stem];
      const Impact impact = use.is_name ? impact_of_name : impact_of(use.counts, lengths);
      postings_[stem].append({page_, impact, use.lines, asked_.impact(stem, use.asked, asked.count)});
      page_stems_[stem] = {};
    }
    stems_of_page_.clear();
    for (const auto& [stem, says] : asked_.small_impacts(asked)) postings_[stem].append({page_, 0, 0, says});
    ++page_;
  }

  void add_use(std::uint32_t stem, const WordUse& use, double weight) {
    Counts counts{};
    for (std::size_t field = 0; field < search_field_count; ++field) counts[field] = weight * use.counts[field];
    add_counts(stem, counts, use.lines);
  }

  void add_counts(std::uint32_t stem, const Counts& counts, std::uint32_t lines) {
    StemUse& sum = page_stems_[stem];
    if (!stands_in_page(stem)) stems_of_page_.push_back(stem);
    for (std::size_t field = 0; field < search_field_count; ++field) sum.counts[field] += counts[field];
    sum.lines |= lines;
  }

  bool stands_in_page(std::uint32_t stem) const {
    const Counts& counts = page_stems_[stem].counts;
    return std::accumulate(counts.begin(), counts.end(), 0.0) > 0;
  }

  /// A page with one form of an abbreviation is found under the other one.
  void add_other_forms() {
    for (const StemAbbreviation& one : abbreviations_) {
      const bool has_long_form = std::all_of(one.long_form.begin(), one.long_form.end(),
                                             [&](std::uint32_t stem) { return stands_in_page(stem); });
      if (has_long_form == stands_in_page(one.short_form)) continue;
      if (!has_long_form) {
        for (const std::uint32_t stem : one.long_form) add_derived(stem, page_stems_[one.short_form]);
        continue;
      }
      // The least that all words of the long form share: the smallest count in each field, and the common lines.
      StemUse least = page_stems_[one.long_form.front()];
      for (const std::uint32_t stem : one.long_form) {
        for (std::size_t field = 0; field < search_field_count; ++field)
          least.counts[field] = std::min(least.counts[field], page_stems_[stem].counts[field]);
        least.lines &= page_stems_[stem].lines;
      }
      add_derived(one.short_form, least);
    }
  }

  void add_derived(std::uint32_t stem, StemUse use) {
    for (double& count : use.counts) count *= derived_weight;
    if (std::accumulate(use.counts.begin(), use.counts.end(), 0.0) > 0) add_counts(stem, use.counts, use.lines);
  }

  Impact impact_of(const Counts& counts, const Counts& lengths) const {
    double weighted = 0;
    for (std::size_t field = 0; field < search_field_count; ++field) {
      if (counts[field] == 0) continue;
      const bool has_whole_counts = field >= static_cast<std::size_t>(SearchField::heading);
      const double relative = lengths[field] / average_lengths_[field];
      const double length_factor =
          has_whole_counts ? 1 - length_normalisation + length_normalisation * relative : whole_count;
      weighted += field_weights[field] * counts[field] / length_factor;
    }
    const double share = weighted / (saturation + weighted);
    return static_cast<Impact>(std::min<double>(impact_of_name - 1, share * impact_of_name));
  }

  /// A word is common that so many pages have, and one of so many of all.
  static constexpr std::uint32_t pages_of_common_word = 50;
  static constexpr std::uint32_t pages_per_common_word = 5;
  static constexpr Impact least_impact_of_common_word = 2;

  /// What a reader of the word has to fetch: of a common one only what says something, since beside that the rest is
  /// not shown.
  std::string worth_reading(Postings& postings) const {
    const bool is_common = postings.pages() > std::max(pages_of_common_word, page_ / pages_per_common_word);
    return is_common ? postings.without_less_than(least_impact_of_common_word).take_bytes() : postings.take_bytes();
  }

  void add_terms() {
    std::vector<std::uint32_t> usual_word(stems_.size(), no_word);
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      std::uint32_t& usual = usual_word[stem_of_[word]];
      if (usual == no_word || is_more_usual(word, usual)) usual = word;
    }
    const std::vector<bool> is_light = light_stems();
    const std::size_t looked_up = stems_.size() - asked_.telling_small_words().size();
    for (std::size_t stem = looked_up; stem < stems_.size(); ++stem)
      index_.terms.push_back({stems_[stem], 0, postings_[stem].take_bytes(), {}});
    for (std::uint32_t stem = 0; stem < looked_up; ++stem) {
      const std::uint32_t pages = postings_[stem].pages();
      if (pages == 0) continue;
      const std::uint32_t taken_for = std::max(pages, least_pages(stem, is_light[stem]));
      index_.terms.push_back({stems_[stem], taken_for, worth_reading(postings_[stem]), {}});
      const auto phrases = phrases_.extract(stems_[stem]);
      if (!phrases.empty()) index_.terms.back().phrases = std::move(phrases.mapped());
      const std::string_view word = words_[usual_word[stem]];
      const bool is_correctable = word.size() >= shortest_correctable && (word.front() < '0' || word.front() > '9') &&
                                  (is_telling_[stem] || pages >= pages_for_correction) && !joined_names_.contains(word);
      if (is_correctable) index_.correctable.push_back({std::string(word), pages});
    }
    for (auto& [stem, phrases] : phrases_) index_.terms.push_back({stem, 0, "", std::move(phrases)});
    std::sort(index_.terms.begin(), index_.terms.end(),
              [](const SearchTerm& left, const SearchTerm& right) { return left.stem < right.stem; });
    std::sort(index_.correctable.begin(), index_.correctable.end(),
              [](const CorrectableWord& left, const CorrectableWord& right) { return left.word < right.word; });
  }

  /// Of how many pages one is taken to have a word of everyday speech.
  static constexpr std::uint32_t pages_per_light_word = 5;
  /// The same of a short word that no page is called by: that two texts happen to have it does not make it telling.
  static constexpr std::uint32_t pages_per_chance_word = 10;
  static constexpr std::size_t longest_chance_word = 9;

  /// On how many pages a stem is taken to be at least.
  std::uint32_t least_pages(std::uint32_t stem, bool is_light) const {
    if (is_light) return page_ / pages_per_light_word;
    const bool is_by_chance = !names_page_[stem] && stems_[stem].size() <= longest_chance_word &&
                              std::none_of(stems_[stem].begin(), stems_[stem].end(), is_digit);
    return is_by_chance ? page_ / pages_per_chance_word : 0;
  }

  std::vector<bool> light_stems() const {
    std::vector<bool> is_light(stems_.size());
    for (const std::string_view word : search_light_words()) {
      const auto found = vocabulary_.find(word);
      if (found != vocabulary_.end()) is_light[stem_of_[found->second]] = true;
    }
    return is_light;
  }

  bool is_more_usual(std::uint32_t word, std::uint32_t than) const {
    if (pages_with_word_[word] != pages_with_word_[than]) return pages_with_word_[word] > pages_with_word_[than];
    if (words_[word].size() != words_[than].size()) return words_[word].size() < words_[than].size();
    return words_[word] < words_[than];
  }

  static constexpr std::uint32_t no_word = 0xFFFFFFFFU;

  std::vector<SearchBlock> blocks_;
  const SearchWords& search_words_;
  const PageReferences& references_;
  const NamedKinds& named_kinds_;
  std::unordered_map<std::string, std::vector<WordUse>> uses_of_address_;  // what readers call it, of every page
  AskedWords asked_;
  std::set<std::string> noted_forms_;  // of verbs, that no text has
  StemPhrases added_phrases_;
  StemPhrases::ByStem phrases_;
  std::vector<SearchPhrase> names_;                                    // of pages
  std::set<std::string, std::less<>> joined_names_;                    // the same, each as one word
  std::unordered_map<std::string, std::string_view> name_of_address_;  // the last, by page
  SearchIndex index_;
  Vocabulary vocabulary_;                                 // of all blocks; views into them
  std::vector<std::string_view> words_;                   // by number
  std::vector<std::vector<std::uint32_t>> word_numbers_;  // by block and number there
  std::vector<std::string> stems_;                        // by number
  StemNumbers stem_numbers_;                              // of texts and questions
  std::vector<std::uint32_t> stem_of_;                    // by word
  std::vector<std::vector<std::uint32_t>> parts_of_;      // stems, by word
  std::vector<StemAbbreviation> abbreviations_;
  Counts average_lengths_{};
  std::vector<std::uint32_t> pages_with_word_;  // by word
  std::vector<Postings> postings_;              // by stem, as are the next two
  std::vector<bool> is_telling_;                // is in a title or a line
  std::vector<bool> names_page_;                // is in a title, another name or a key word
  std::uint32_t page_ = 0;
  std::vector<StemUse> page_stems_;  // of the page that is being added, by stem
  std::vector<std::uint32_t> stems_of_page_;
};

}  // namespace

SearchIndex search_index(std::vector<SearchBlock> blocks, const SearchWords& words, const PageReferences& references,
                         const NamedKinds& named_kinds) {
  return IndexBuilder(std::move(blocks), words, references, named_kinds).build();
}

}  // namespace wegwijs
