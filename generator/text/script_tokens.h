#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace wegwijs {

/// A word, a number, a text, a pattern, a part of a template or a single sign of JavaScript. A template with values in
/// it is several: "`one ${", the tokens of the value, "} two`".
struct ScriptToken {
  std::string_view text;  ///< part of the script
  bool after_line_end = false;
  bool after_space = false;
  bool is_pattern = false;
};

/// The tokens of `script`, without its comments; nothing where it is not certain where a text or a pattern ends.
std::optional<std::vector<ScriptToken>> script_tokens(std::string_view script);

/// Whether names and numbers may hold the character.
bool is_script_name_character(char character);

/// Whether a token is one of these words.
template <std::size_t Size>
bool is_script_word_of(std::string_view token, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), token) != words.end();
}

}  // namespace wegwijs
