#include "search/word_forms.h"

#include <array>

namespace wegwijs {
namespace {

constexpr std::size_t shortest_base = 3;
/// After these a final d is mostly that of a participle: betaald, verhuisd.
constexpr std::array<std::string_view, 5> beginnings_of_verbs{"be", "ver", "ont", "her", "er"};

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

bool begins_as_verb(std::string_view stem) {
  for (const std::string_view beginning : beginnings_of_verbs) {
    if (stem.starts_with(beginning) && stem.size() > beginning.size() + shortest_base) return true;
  }
  return false;
}

/// The stem as the stemmer gives it for the infinitive: betaal → betal, leef → lev.
void add_verb(std::string stem, std::vector<WordForm>& forms) {
  if (stem.size() < shortest_base) return;
  const std::size_t size = stem.size();
  const bool is_long =
      size > shortest_base && stem[size - 2] == stem[size - 3] && is_vowel(stem[size - 2]) && !is_vowel(stem.back());
  if (is_long) stem.erase(size - 2, 1);
  forms.push_back({stem, true});
  if (stem.back() == 'f')
    stem.back() = 'v';
  else if (stem.back() == 's')
    stem.back() = 'z';
  else
    return;
  forms.push_back({std::move(stem), true});
}

}  // namespace

std::vector<WordForm> word_forms(std::string_view stem) {
  std::vector<WordForm> forms;
  if (stem.size() <= shortest_base) return forms;
  const std::string_view without_last = stem.substr(0, stem.size() - 1);
  const bool is_participle = stem.starts_with("ge") && (stem.back() == 't' || stem.back() == 'd');
  if (is_participle) add_verb(std::string(without_last.substr(2)), forms);
  if (stem.back() == 't' || (stem.back() == 'd' && begins_as_verb(stem))) add_verb(std::string(without_last), forms);
  const bool is_plural =
      stem.back() == 's' && std::string_view("aiouy").find(without_last.back()) != std::string_view::npos;
  if (is_plural) forms.push_back({std::string(without_last), false});
  return forms;
}

}  // namespace wegwijs
