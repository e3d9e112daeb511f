#include "source/term_links.h"

#include <algorithm>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::size_t shortest_phrase = 3;

/// Letters and digits, and every byte of a letter outside ASCII: an accent never ends a word.
bool is_word_byte(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  while (begin < text.size() && is_word_byte(text[begin])) ++begin;
  return begin;
}

bool is_abbreviation(std::string_view phrase) {
  return std::all_of(phrase.begin(), phrase.end(), [](char character) { return character >= 'A' && character <= 'Z'; });
}

}  // namespace

std::uint32_t TermLinks::add_term(Term term) {
  terms_.push_back(std::move(term));
  return static_cast<std::uint32_t>(terms_.size() - 1);
}

void TermLinks::add(std::string_view phrase, std::uint32_t term) {
  if (phrase.size() < shortest_phrase || !is_word_byte(phrase.front())) return;
  const bool exact = is_abbreviation(phrase);
  // Names of terms have no capitals beyond ASCII.
  const std::string words = exact ? std::string(phrase) : lower_case(phrase);
  std::vector<Phrase>& same_beginning = phrases_[lower_case(phrase.substr(0, word_end(phrase, 0)))];
  const bool is_known =
      std::any_of(same_beginning.begin(), same_beginning.end(), [&](const Phrase& one) { return one.words == words; });
  if (is_known) return;
  same_beginning.push_back({words, exact, term});
  std::stable_sort(same_beginning.begin(), same_beginning.end(),
                   [](const Phrase& left, const Phrase& right) { return left.words.size() > right.words.size(); });
}

std::optional<TermLinks::Match> TermLinks::find(std::string_view text, std::size_t from) const {
  if (phrases_.empty()) return std::nullopt;
  for (std::size_t begin = from; begin < text.size();) {
    if (!is_word_byte(text[begin])) {
      ++begin;
      continue;
    }
    const std::size_t end = word_end(text, begin);
    const auto found = phrases_.find(lower_case(text.substr(begin, end - begin)));
    if (found != phrases_.end()) {
      for (const Phrase& phrase : found->second) {
        const std::string_view written = text.substr(begin, phrase.words.size());
        const std::size_t last = begin + phrase.words.size();
        const bool is_whole = last >= text.size() || !is_word_byte(text[last]);
        if (is_whole && (phrase.exact ? written == phrase.words : lower_case(written) == phrase.words)) {
          return Match{begin, last, phrase.term};
        }
      }
    }
    begin = end;
  }
  return std::nullopt;
}

TermUses::TermUses(const TermLinks& links, std::string_view own_address)
    : links_(&links), used_(links.terms().size(), false) {
  for (std::size_t term = 0; term < used_.size(); ++term) used_[term] = links.terms()[term].address == own_address;
}

bool TermUses::is_first(std::uint32_t term) {
  if (used_[term]) return false;
  used_[term] = true;
  return true;
}

}  // namespace wegwijs
