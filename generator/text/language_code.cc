#include "text/language_code.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/folding.h"

namespace wegwijs {
namespace {

bool is_small(char character) {
  return character >= 'a' && character <= 'z';
}
bool is_capital(char character) {
  return character >= 'A' && character <= 'Z';
}

bool is_script(std::string_view part) {
  return part.size() == 4 && is_capital(part[0]) && std::all_of(part.begin() + 1, part.end(), is_small);
}
bool is_country(std::string_view part) {
  return (part.size() == 2 && std::all_of(part.begin(), part.end(), is_capital)) ||
         (part.size() == 3 && std::all_of(part.begin(), part.end(), is_digit));
}

/// Takes the part before the next hyphen off `rest`.
std::string_view take_part(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('-'), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::string upper_case(std::string_view text) {
  std::string result(text);
  for (char& character : result) {
    if (is_small(character)) character = static_cast<char>(character - 'a' + 'A');
  }
  return result;
}

/// What ICU writes by `fill(place, size, status)` into a text of its own; empty where it cannot.
template <typename Character, typename Fill>
std::basic_string<Character> filled(Fill fill) {
  std::array<Character, ULOC_FULLNAME_CAPACITY> place{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = fill(place.data(), static_cast<int32_t>(place.size()), &status);
  if (U_FAILURE(status) != 0 || length < 0 || static_cast<std::size_t>(length) > place.size()) return {};
  return {place.data(), static_cast<std::size_t>(length)};
}

std::string language_of_locale(const std::string& locale) {
  return filled<char>([&](char* place, int32_t size, UErrorCode* status) {
    return uloc_getLanguage(locale.c_str(), place, size, status);
  });
}

/// The name of the language `code` in the language `in`, folded.
std::string name_of(const char* code, const char* in) {
  const std::u16string name = filled<char16_t>([&](char16_t* place, int32_t size, UErrorCode* status) {
    return uloc_getDisplayLanguage(code, in, place, size, status);
  });
  std::string written;
  icu::UnicodeString(name.data(), static_cast<int32_t>(name.size())).toUTF8String(written);
  return folded_with_letters(written);
}

/// "EN", "nl_be" and "zh-hans-" in the capitals and with the hyphens that a code has.
std::string as_code(std::string_view text) {
  std::string code;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("-_ "), text.size());
    std::string part = lower_case(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    if (!code.empty() && part.size() == 2) part = upper_case(part);
    if (!code.empty() && part.size() == 4) part = upper_case(part.substr(0, 1)) + part.substr(1);
    code += (code.empty() ? "" : "-") + part;
  }
  return code;
}

std::string code_of_name(std::string_view text) {
  const std::string wanted = folded_with_letters(text);
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (!is_language_code(*code)) continue;
    for (const char* in : {"nl", "en", *code}) {
      if (name_of(*code, in) == wanted) return *code;
    }
  }
  return "";
}

/// The language that most people speak in a country of which the code is no language.
std::string code_of_country(std::string_view text) {
  const std::string country = upper_case(text);
  for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
    if (country != *known) continue;
    const std::string likely = filled<char>([&](char* place, int32_t size, UErrorCode* status) {
      return uloc_addLikelySubtags(("und_" + country).c_str(), place, size, status);
    });
    return language_of_locale(likely);
  }
  return "";
}

}  // namespace

bool is_language_code(std::string_view code) {
  if (code.ends_with('-')) return false;
  std::string_view rest = code;
  const std::string language(take_part(rest));
  if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), is_small)) {
    return false;
  }
  // Empty for a language that ICU does not know.
  if (std::string_view(uloc_getISO3Language(language.c_str())).empty()) return false;
  // ICU gives the two letters of a language that has them.
  if (language_of_locale(language) != language) return false;
  std::string_view part = take_part(rest);
  if (is_script(part)) part = take_part(rest);
  if (is_country(part)) part = take_part(rest);
  return part.empty() && rest.empty();
}

std::string meant_language_code(std::string_view text) {
  constexpr std::size_t longest_name = 40;
  if (text.empty() || text.size() > longest_name) return "";
  std::string code = as_code(text);
  if (is_language_code(code)) return code;
  std::string shorter = code.size() == 3 ? language_of_locale(code) : "";
  if (is_language_code(shorter)) return shorter;
  if (std::string named = code_of_name(text); !named.empty()) return named;
  const std::string of_country = code_of_country(text);
  return is_language_code(of_country) ? of_country : "";
}

std::vector<LanguagePart> language_parts(std::string_view line) {
  constexpr std::string_view mark = "]{lang=";
  std::vector<LanguagePart> parts;
  std::string before;
  while (!line.empty()) {
    const std::size_t found = line.find(mark);
    const std::size_t close = found == std::string_view::npos ? found : line.find('}', found);
    if (close == std::string_view::npos) break;
    const std::size_t opening = line.substr(0, found).rfind('[');
    const std::string_view code = line.substr(found + mark.size(), close - found - mark.size());
    const std::string_view whole = line.substr(0, close + 1);
    line.remove_prefix(close + 1);
    if (opening == std::string_view::npos || opening + 1 == found || !is_language_code(code)) {
      before += whole;
      continue;
    }
    before += whole.substr(0, opening);
    if (!before.empty()) parts.push_back({std::move(before), ""});
    before.clear();
    parts.push_back({std::string(whole.substr(opening + 1, found - opening - 1)), std::string(code)});
  }
  before += line;
  if (!before.empty()) parts.push_back({std::move(before), ""});
  return parts;
}

std::string words_of(const std::vector<LanguagePart>& parts) {
  std::string words;
  for (const LanguagePart& part : parts) words += part.text;
  return words;
}

bool is_right_to_left(std::string_view code) {
  return uloc_isRightToLeft(std::string(code).c_str()) != 0;
}

}  // namespace wegwijs
