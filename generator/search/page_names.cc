#include "search/page_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>

#include "text/dutch_stem.h"
#include "text/dutch_words.h"
#include "text/words.h"

namespace wegwijs {
namespace {

/// How often a word of a question counts as one of a heading of the pages that answer it.
constexpr std::uint16_t asked_count = 3;

constexpr std::size_t most_words_of_name = 5;

/// Parts of a compound that the search client takes it apart into (unknown.js).
constexpr std::size_t shortest_first_part = 3;
constexpr std::size_t shortest_second_stem = 4;

/// Before a name, and often left out.
constexpr std::array<std::string_view, 2> articles{"de", "het"};

}  // namespace

PageNames::PageNames(const std::vector<SearchBlock>& blocks, const SearchWords& words, const NamedKinds& named_kinds,
                     IndexVocabulary& vocabulary)
    : search_words_(words), vocabulary_(vocabulary) {
  for (const SearchBlock& block : blocks) {
    for (const SearchCard& card : block.cards()) uses_of_address_[card.address];
  }
  for (const SearchBlock& block : blocks) {
    for (const SearchCard& card : block.cards()) {
      if (named_kinds.contains(card.kind))
        add_name(card);
      else
        add_joined_title(card);
    }
  }
  for (const SearchPhrase& phrase : words.phrases) {
    for (const std::string& address : phrase.addresses) add_other_name(address, phrase.words);
  }
  for (const AnsweredQuestions& questions : words.questions) add_questions(questions);
}

bool PageNames::is_small(std::string_view word) const {
  const std::vector<std::string>& meaningless = search_words_.meaningless;
  return is_search_stop_word(word) || std::binary_search(meaningless.begin(), meaningless.end(), word);
}

void PageNames::note_phrases(StemPhrases& phrases) const {
  for (const SearchPhrase& phrase : search_words_.phrases) {
    const bool is_there = std::any_of(phrase.addresses.begin(), phrase.addresses.end(),
                                      [&](const auto& address) { return uses_of_address_.contains(address); });
    if (!is_there && !phrase.meaning.empty()) phrases.add(phrase);
    if (is_there) note_other_name(phrase, phrases);
  }
  for (const SearchPhrase& name : names_) phrases.add_name(name, name.meaning);
  // After what readers say: that counts first.
  for (const auto& [joined, apart] : joined_titles_) phrases.add({{joined}, {}, apart, {}});
}

/// A name of several words is found by all of it together, small ones too: "Aan-Z" has no word that is looked up by
/// itself, and another name may have common words only.
void PageNames::add_name(const SearchCard& card) {
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

/// A title of two words that readers may write as one, when that would not be taken apart: a part is too short, or some
/// text has it as one word.
void PageNames::add_joined_title(const SearchCard& card) {
  // An abbreviation in brackets is no second word of it.
  if (card.title.find('(') != std::string::npos) return;
  const std::vector<FoldedWord> words = folded_words(card.title);
  if (words.size() != 2 || is_small(words[0].text) || is_small(words[1].text)) return;
  const std::string joined = words[0].text + words[1].text;
  const bool is_taken_apart =
      words[0].text.size() >= shortest_first_part && dutch_stem(words[1].text).size() >= shortest_second_stem;
  if (is_taken_apart && !vocabulary_.find(joined)) return;
  joined_titles_.emplace(joined, words[0].text + ' ' + words[1].text);
}

void PageNames::add_other_name(const std::string& address, std::span<const std::string> words) {
  const auto uses = uses_of_address_.find(address);
  if (uses == uses_of_address_.end()) return;
  for (const std::string& word : words) uses->second.push_back(use_of(word, SearchField::title, whole_count));
  if (words.size() == 1) uses->second.back().is_name = true;
}

void PageNames::add_questions(const AnsweredQuestions& questions) {
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

/// What readers call a page that has a name, in several words.
void PageNames::note_other_name(const SearchPhrase& phrase, StemPhrases& phrases) const {
  if (std::max(phrase.words.size(), phrase.with_small.size()) < 2) return;
  for (const std::string& address : phrase.addresses) {
    const auto name = name_of_address_.find(address);
    if (name == name_of_address_.end()) continue;
    phrases.add_name(phrase, name->second);
    return;
  }
}

/// `word` has to stay where it is.
WordUse PageNames::use_of(std::string_view word, SearchField field, std::uint16_t count) {
  WordUse use{vocabulary_.add(word), {}, 0, false};
  use.counts[static_cast<std::size_t>(field)] = count;
  return use;
}

}  // namespace wegwijs
