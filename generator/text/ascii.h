#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace wegwijs {

/// "Not found", as the find functions of a string return it.
inline constexpr std::size_t npos = std::string_view::npos;

/// 0 to 9, whatever the locale.
constexpr bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// A to Z and a to z, whatever the locale.
constexpr bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// Between words: a space, a tab or the end of a line.
constexpr bool is_space(char character) {
  return character == ' ' || character == '\t' || character == '\n';
}

/// ASCII punctuation: what a backslash can escape in Markdown.
constexpr bool is_punctuation(char character) {
  return character > ' ' && character < 0x7F && !is_digit(character) && !is_letter(character);
}

/// Where the first of `signs` stands in `text`; `npos`: nowhere. For short texts and few signs: the standard library's
/// `find_first_of` looks through the signs anew for every byte.
template <char... signs>
constexpr std::size_t find_any_of(std::string_view text) {
  for (std::size_t position = 0; position < text.size(); ++position) {
    if (((text[position] == signs) || ...)) return position;
  }
  return npos;
}

/// Length of the run of equal characters that begins at `position`. Precondition: `position < text.size()`.
constexpr std::size_t run_length(std::string_view text, std::size_t position) {
  std::size_t end = position + 1;
  while (end < text.size() && text[end] == text[position]) ++end;
  return end - position;
}

/// A to Z as a to z, every other byte as it is.
constexpr char to_lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// a to z as A to Z, every other byte as it is.
constexpr char to_upper(char character) {
  return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

/// `text` with A to Z as a to z; characters beyond ASCII are folded by text/folding.h.
inline std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), to_lower);
  return result;
}

}  // namespace wegwijs
