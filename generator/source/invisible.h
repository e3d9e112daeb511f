#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wegwijs {

/// Bytes of the character at the beginning of `text` when it looks like a space, or like nothing, and is not a space to
/// YAML and Markdown (U+00A0, U+2009, U+200B …); else 0.
std::size_t hard_space_length(std::string_view text);

/// Whether no text of the site may hold this character: control characters other than tab and line breaks, and those
/// that turn the direction of what follows, with which a text can look like another one.
bool is_refused_character(char32_t character);

/// "U+202E".
std::string code_point_name(char32_t character);

}  // namespace wegwijs
