#include "text/language_code.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <string>

#include "text/ascii.h"

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
  std::string_view part = take_part(rest);
  if (is_script(part)) part = take_part(rest);
  if (is_country(part)) part = take_part(rest);
  return part.empty() && rest.empty();
}

bool is_right_to_left(std::string_view code) {
  return uloc_isRightToLeft(std::string(code).c_str()) != 0;
}

}  // namespace wegwijs
