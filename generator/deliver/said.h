#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// `form` with an argument in the place of each {}, in their order.
std::string filled(std::string_view form, std::initializer_list<std::string> arguments);

inline std::string as_argument(std::string_view text) {
  return std::string(text);
}
inline std::string as_argument(std::integral auto number) {
  return std::to_string(number);
}

/// The words of the language, with the arguments in the places of {}: texts and whole numbers.
template <typename... Arguments>
std::string said(Language language, BilingualText words, const Arguments&... arguments) {
  return filled(words.in(language), {as_argument(arguments)...});
}

}  // namespace wegwijs
