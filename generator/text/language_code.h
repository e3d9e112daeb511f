#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// Whether `code` names a language in the form that `lang` of HTML takes: two or three small letters that ISO 639
/// knows (three only where there are no two: "en", never "eng"), perhaps with a script ("zh-Hans") or a country
/// ("nl-BE") after it.
bool is_language_code(std::string_view code);

/// The code that an author meant who wrote another form of it ("EN", "nl_be", "eng"), the name of a language in Dutch,
/// in English or in that language itself ("Engels", "Türkçe"), or a country of which the language has another code
/// ("ua"). Empty when that is not certain. Takes some milliseconds: for mistakes only.
std::string meant_language_code(std::string_view text);

/// Words of one line that are in one language; `language` is empty for that of the text around them.
struct LanguagePart {
  std::string text;
  std::string language;
};

/// The parts of a line in which words of another language are marked, as "[English]{lang=en}, [Polski]{lang=pl}". What
/// is no whole mark with a code that is one stays in the text as it is written.
std::vector<LanguagePart> language_parts(std::string_view line);

/// The line of these parts, without the marks.
std::string words_of(const std::vector<LanguagePart>& parts);

/// Whether the language is written from right to left (Arabic, Hebrew, Persian, Urdu …), by its usual script or the one
/// that `code` names. Precondition: `is_language_code(code)`.
bool is_right_to_left(std::string_view code);

}  // namespace wegwijs
