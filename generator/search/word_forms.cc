#include "search/word_forms.h"

#include <algorithm>
#include <array>

#include "text/dutch_stem.h"
#include "text/dutch_verbs.h"

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

/// The stem as the stemmer gives it for the infinitive: betaal → betal, leef → lev, val → vall.
void add_verb(std::string stem, std::vector<WordForm>& forms) {
  if (stem.size() < shortest_base) return;
  const std::size_t size = stem.size();
  const bool is_long =
      size > shortest_base && stem[size - 2] == stem[size - 3] && is_vowel(stem[size - 2]) && !is_vowel(stem.back());
  if (is_long) stem.erase(size - 2, 1);
  forms.push_back({stem, true});
  const bool is_short = !is_long && !is_vowel(stem.back()) && is_vowel(stem[size - 2]) && !is_vowel(stem[size - 3]);
  if (is_short) forms.push_back({stem + stem.back(), true});
  if (stem.back() == 'f')
    stem.back() = 'v';
  else if (stem.back() == 's')
    stem.back() = 'z';
  else
    return;
  forms.push_back({std::move(stem), true});
}

std::string_view particle_of(std::string_view text) {
  const std::span<const std::string_view> particles = verb_particles();
  const auto found = std::find_if(particles.begin(), particles.end(),
                                  [&](std::string_view particle) { return text.starts_with(particle); });
  return found == particles.end() ? std::string_view() : *found;
}

/// The infinitive whose participle has the stem `participle` (genom), as a stem; empty when there is none.
std::string_view irregular_base(std::string_view participle) {
  const std::vector<IrregularStems>& forms = irregular_stems();
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const auto& one) { return one.stem == participle; });
  return found == forms.end() ? std::string_view() : found->infinitive_stem;
}

/// Of aangemeld, uitgelegd, opgenom: ge stands between the particle and the verb.
void add_separated_participle(std::string_view stem, std::vector<WordForm>& forms) {
  const std::string particle(particle_of(stem));
  if (particle.empty() || !stem.substr(particle.size()).starts_with("ge")) return;
  const std::string_view verb = stem.substr(particle.size() + 2);
  if (verb.size() < shortest_base) return;
  forms.push_back({particle + std::string(verb), true});
  const std::string_view base = irregular_base(stem.substr(particle.size()));
  if (!base.empty()) forms.push_back({particle + std::string(base), true});
  if (verb.back() == 't' || verb.back() == 'd')
    add_verb(particle + std::string(verb.substr(0, verb.size() - 1)), forms);
}

/// Of klasj, dochtertj, filmpj.
void add_diminutive(std::string_view stem, std::vector<WordForm>& forms) {
  for (const std::string_view ending : {"tj", "pj", "j"}) {
    if (stem.ends_with(ending) && stem.size() >= shortest_base + ending.size())
      forms.push_back({std::string(stem.substr(0, stem.size() - ending.size())), false});
  }
}

/// Of huiz, briev, positiev: at the end of a word v is written f, and z is written s. After a single vowel it is not
/// told: there the stemmer takes one of two away, so that lees is les.
void add_unvoiced(std::string_view stem, std::vector<WordForm>& forms) {
  if (stem.back() != 'v' && stem.back() != 'z') return;
  const bool is_after_one_vowel = is_vowel(stem[stem.size() - 2]) && !is_vowel(stem[stem.size() - 3]);
  if (is_after_one_vowel) return;
  forms.push_back({std::string(stem.substr(0, stem.size() - 1)) + (stem.back() == 'v' ? 'f' : 's'), false});
}

/// The first person of the present: meld, loop, geef, val.
std::string first_person(std::string_view verb) {
  std::string form(verb.substr(0, verb.size() - 2));
  const std::size_t size = form.size();
  if (size < 2) return form;
  if (form[size - 1] == form[size - 2] && !is_vowel(form.back())) {
    form.pop_back();
    return form;
  }
  const bool has_one_vowel = std::count_if(form.begin(), form.end(), is_vowel) == 1;
  if (has_one_vowel && !is_vowel(form.back()) && is_vowel(form[size - 2]) && form[size - 2] != 'i')
    form.insert(size - 2, 1, form[size - 2]);
  if (form.back() == 'v') form.back() = 'f';
  if (form.back() == 'z') form.back() = 's';
  return form;
}

}  // namespace

const std::vector<IrregularStems>& irregular_stems() {
  static const std::vector<IrregularStems> forms = [] {
    std::vector<IrregularStems> made;
    for (const auto& [form, infinitive] : irregular_verb_forms())
      made.push_back({form, dutch_stem(form), dutch_stem(infinitive)});
    return made;
  }();
  return forms;
}

SeparableVerb separable_verb(std::string_view word) {
  const std::string_view particle = word.ends_with("en") ? particle_of(word) : std::string_view();
  if (particle.empty()) return {};
  const std::string_view verb = word.substr(particle.size());
  return verb.size() > shortest_base + 1 ? SeparableVerb{particle, verb} : SeparableVerb{};
}

std::vector<std::string> finite_stems(std::string_view verb) {
  const std::string first = first_person(verb);
  std::vector<std::string> stems{dutch_stem(verb), dutch_stem(first), dutch_stem(first + "t")};
  for (const auto& [form, infinitive] : irregular_verb_forms()) {
    if (infinitive == verb && !form.starts_with("ge")) stems.push_back(dutch_stem(form));
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

std::vector<WordForm> word_forms(std::string_view stem) {
  std::vector<WordForm> forms;
  if (stem.size() <= shortest_base) return forms;
  const std::string_view without_last = stem.substr(0, stem.size() - 1);
  const bool is_participle = stem.starts_with("ge") && (stem.back() == 't' || stem.back() == 'd');
  if (is_participle) add_verb(std::string(without_last.substr(2)), forms);
  if (stem.back() == 't' || (stem.back() == 'd' && begins_as_verb(stem))) add_verb(std::string(without_last), forms);
  add_separated_participle(stem, forms);
  add_diminutive(stem, forms);
  add_unvoiced(stem, forms);
  const bool is_plural =
      stem.back() == 's' && std::string_view("aiouy").find(without_last.back()) != std::string_view::npos;
  if (is_plural) forms.push_back({std::string(without_last), false});
  return forms;
}

}  // namespace wegwijs
