#pragma once

#include <string>
#include <string_view>

#include "text/folding.h"

namespace wegwijs {

/// The word that a topic is known by, to stand beside its plain words: "Dyslexie". Empty when the plain words have it
/// already, whatever its capitals and accents.
inline std::string_view known_word(std::string_view plain, std::string_view label) {
  return folded(plain).find(folded(label)) == std::string::npos ? label : std::string_view();
}

}  // namespace wegwijs
