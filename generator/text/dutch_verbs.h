#pragma once

#include <span>
#include <string_view>

namespace wegwijs {

/// What a separable verb begins with (aan of aanmelden), folded; of two with the same beginning the longer one first.
std::span<const std::string_view> verb_particles();

/// A form of a verb that is not made by rule, and its infinitive, as words.
struct IrregularForm {
  std::string_view form;
  std::string_view infinitive;
};

/// Those of everyday verbs that are no forms of another word too: liep of lopen, wist of weten.
std::span<const IrregularForm> irregular_verb_forms();

}  // namespace wegwijs
