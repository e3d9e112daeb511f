#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace wegwijs {

/// 0 to 9, whatever the locale.
constexpr bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// A to Z and a to z, whatever the locale.
constexpr bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// A to Z as a to z, every other byte as it is.
constexpr char to_lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// a to z as A to Z, every other byte as it is.
constexpr char to_upper(char character) {
  return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

/// `text` with A to Z as a to z; what stands beyond ASCII is folded by text/folding.h.
inline std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), to_lower);
  return result;
}

}  // namespace wegwijs
