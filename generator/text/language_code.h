#pragma once

#include <string_view>

namespace wegwijs {

/// Whether `code` names a language in the form that `lang` of HTML takes: two or three small letters that ISO 639
/// knows, perhaps with a script ("zh-Hans") or a country ("nl-BE") after it.
bool is_language_code(std::string_view code);

/// Whether the language is written from right to left (Arabic, Hebrew, Persian, Urdu …), by its usual script or the one
/// that `code` names. Precondition: `is_language_code(code)`.
bool is_right_to_left(std::string_view code);

}  // namespace wegwijs
