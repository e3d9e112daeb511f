#include "search/index_vocabulary.h"

#include <utility>

#include "search/word_forms.h"
#include "text/dutch_stem.h"

namespace wegwijs {

std::uint32_t IndexVocabulary::add(std::string_view word) {
  const auto [found, is_new] = numbers_.emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.push_back(word);
  return found->second;
}

void IndexVocabulary::work_out_stems() {
  for (const std::string_view word : words_) {
    std::string stem = dutch_stem(word);
    const auto [found, is_new] = stem_numbers_.emplace(stem, static_cast<std::uint32_t>(stems_.size()));
    if (is_new) stems_.push_back(std::move(stem));
    stem_of_.push_back(found->second);
  }
  for (const std::string_view word : words_) {
    std::vector<std::uint32_t> parts = compound_parts(word, numbers_);
    for (std::uint32_t& part : parts) part = stem_of_[part];
    parts_of_.push_back(std::move(parts));
  }
}

void IndexVocabulary::join_forms(const IsSmallWord& is_small, StemPhrases& phrases) {
  std::vector<bool> has_infinitive(stems_.size());
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    if (words_[word].ends_with("en")) has_infinitive[stem_of_[word]] = true;
  }
  const JoinedForms joined = wegwijs::join_forms(stems_, stem_numbers_, has_infinitive, is_small);
  for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
    if (joined.base[stem] != stem) phrases.add_form(stems_[stem], stems_[joined.base[stem]]);
  }
  for (const auto& [form, stem] : joined.only_asked) {
    if (is_new_form(form)) phrases.add_form(form, stems_[stem]);
  }
  for (std::uint32_t& stem : stem_of_) stem = joined.base[stem];
  for (std::vector<std::uint32_t>& parts : parts_of_) {
    for (std::uint32_t& part : parts) part = joined.base[part];
  }
}

void IndexVocabulary::note_separable_verbs(const IsSmallWord& is_small, StemPhrases& phrases) {
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    const SeparableVerb parts = separable_verb(words_[word]);
    const std::optional<std::uint32_t> verb = find(parts.verb);
    if (!verb) continue;
    const std::string& verb_stem = stems_[stem_of_[*verb]];
    for (const std::string& stem : finite_stems(parts.verb)) {
      if (is_small(stem)) continue;
      phrases.add_separated(stem, parts.particle, stems_[stem_of_[word]]);
      if (is_new_form(stem)) phrases.add_form(stem, verb_stem);
    }
  }
}

void IndexVocabulary::add_stem(std::string stem) {
  stems_.push_back(std::move(stem));
}

std::optional<std::uint32_t> IndexVocabulary::find(std::string_view word) const {
  const auto found = numbers_.find(word);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

/// Whether a stem is one of no text, which has not been noted as a form yet.
bool IndexVocabulary::is_new_form(const std::string& stem) {
  return !stem_numbers_.contains(stem) && noted_forms_.insert(stem).second;
}

}  // namespace wegwijs
