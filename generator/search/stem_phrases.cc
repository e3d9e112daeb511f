#include "search/stem_phrases.h"

#include <algorithm>
#include <span>
#include <utility>

#include "text/dutch_stem.h"
#include "text/words.h"

namespace wegwijs {
namespace {

std::string joined_stems(std::span<const std::string> words) {
  std::string stems;
  for (const std::string& word : words) stems += (stems.empty() ? "" : " ") + dutch_stem(word);
  return stems;
}

/// What stands beside the first word of a phrase that is looked up: the words after it; with small words all, and a *
/// in its place.
std::string others_of(const SearchPhrase& phrase) {
  if (phrase.with_small.empty()) return joined_stems(std::span(phrase.words).subspan(1));
  const auto first = std::find(phrase.with_small.begin(), phrase.with_small.end(), phrase.words.front());
  const std::string before = joined_stems(std::span(phrase.with_small.begin(), first));
  const std::string after = joined_stems(std::span(first + 1, phrase.with_small.end()));
  return before + (before.empty() ? "*" : " *") + (after.empty() ? "" : " ") + after;
}

}  // namespace

void StemPhrases::add(const SearchPhrase& phrase) {
  std::vector<std::string> meaning;
  for (FoldedWord& word : folded_words(phrase.meaning)) meaning.push_back(std::move(word.text));
  by_stem_[dutch_stem(phrase.words.front())].push_back({others_of(phrase), joined_stems(meaning)});
}

void StemPhrases::add_separated(const std::string& stem, std::string_view particle, const std::string& verb) {
  by_stem_[stem].push_back({"* - " + dutch_stem(particle), verb});
}

void StemPhrases::add_name(const SearchPhrase& words, std::string_view name) {
  by_stem_[dutch_stem(words.words.front())].push_back({others_of(words), "+" + dutch_stem(name)});
}

StemPhrases::ByStem StemPhrases::take() {
  const auto words_in = [](const StemPhrase& phrase) {
    return std::count(phrase.rest.begin(), phrase.rest.end(), ' ');
  };
  for (auto& [stem, phrases] : by_stem_) {
    std::stable_sort(phrases.begin(), phrases.end(), [&](const StemPhrase& left, const StemPhrase& right) {
      if (left.rest.empty() != right.rest.empty()) return right.rest.empty();
      return words_in(left) > words_in(right);
    });
  }
  return std::move(by_stem_);
}

}  // namespace wegwijs
