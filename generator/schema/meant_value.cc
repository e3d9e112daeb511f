#include "schema/meant_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "schema/date.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/trimmed.h"

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "maa", "apr", "mei", "jun",
                                                  "jul", "aug", "sep", "okt", "nov", "dec"};
constexpr std::size_t longest_read = 40;  // a longer text is none of these values

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

std::optional<int> month_in(std::string_view word) {
  if (!word.empty() && is_digit(word.front())) return number_in(word);
  const std::string lower = lower_case(word);
  if (lower == "mrt" || lower.starts_with("march")) return 3;
  const auto* found = std::find(months.begin(), months.end(), lower.substr(0, 3));
  return found == months.end() ? std::nullopt : std::optional(static_cast<int>(found - months.begin()) + 1);
}

/// `text` up to a time of day: "2026-09-01T10:00", "1 september 2026 om 10.00 uur".
std::string_view without_time(std::string_view text) {
  for (std::size_t sign = 1; sign + 2 < text.size(); ++sign) {
    const bool is_time = (text[sign] == ':' || text[sign] == '.') && is_digit(text[sign - 1]) &&
                         is_digit(text[sign + 1]) && is_digit(text[sign + 2]) &&
                         (sign + 3 >= text.size() || !is_digit(text[sign + 3]));
    if (!is_time) continue;
    std::size_t begin = sign;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    if (begin == 0 || sign - begin > 2 || (text[begin - 1] != ' ' && text[begin - 1] != 'T')) continue;
    text = text.substr(0, begin - 1);
    for (const std::string_view word : {" om", ","}) {
      if (text.ends_with(word)) text.remove_suffix(word.size());
    }
    return text;
  }
  return text;
}

bool is_word(std::string_view part) {
  return std::none_of(part.begin(), part.end(), is_digit);
}

/// "1 388" and "12 000 000" as they are written without spaces; empty when it is no such number.
std::string without_spaces_of_thousands(std::string_view text) {
  constexpr std::size_t group = 3;
  std::string digits;
  std::size_t begin = 0;
  for (std::size_t number = 0; begin <= text.size(); ++number) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    const bool is_group = number == 0 ? !part.empty() && part.size() <= group && part[0] != '0' : part.size() == group;
    if (!is_group || part.find_first_not_of("0123456789") != std::string_view::npos) return "";
    digits += part;
    begin = end + 1;
  }
  return digits.size() > group ? digits : "";
}

}  // namespace

bool has_time(std::string_view text) {
  return without_time(text).size() < text.size();
}

std::string meant_date(std::string_view text) {
  if (text.size() > longest_read) return "";
  std::vector<std::string_view> parts = parts_of(without_time(text), " -/.,");
  const bool is_one_number = parts.size() == 1 && parts[0].size() == 8 && number_in(parts[0]);
  if (is_one_number) parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6)};
  if (parts.size() == 4 && is_word(parts[0])) parts.erase(parts.begin());  // the day of the week
  if (parts.size() != 3) return "";
  if (parts[0].size() == 4) std::swap(parts[0], parts[2]);
  const std::optional<int> day = number_in(parts[0]);
  const std::optional<int> month = month_in(parts[1]);
  const std::optional<int> year = number_in(parts[2]);
  if (!day || !month || !year || parts[2].size() != 4) return "";
  const std::string date = fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
  return read_date(date) ? date : "";
}

std::string meant_month(std::string_view text) {
  if (text.size() > longest_read) return "";
  std::vector<std::string_view> parts = parts_of(text, " -/.,");
  if (parts.size() != 2) return "";
  if (parts[0].size() == 4 && is_digit(parts[0].front())) std::swap(parts[0], parts[1]);
  const std::optional<int> month = month_in(parts[0]);
  const std::optional<int> year = number_in(parts[1]);
  if (!month || !year || parts[1].size() != 4 || parts[0].size() == 4) return "";
  const std::string day = fmt::format("{:04}-{:02}-01", *year, *month);
  return read_date(day) ? day.substr(0, day.rfind('-')) : "";
}

std::string meant_time(std::string_view text) {
  if (text.size() > longest_read) return "";
  std::vector<std::string_view> parts = parts_of(text, " .:uh");
  // What is left of "uur", and seconds that a spreadsheet adds.
  if (parts.size() > 2 && (parts.back() == "r" || parts.back() == "00")) parts.pop_back();
  if (parts.size() != 2 || parts[1].size() != 2) return "";
  const std::optional<TimeOfDay> time = read_time(std::string(parts[0]) + ":" + std::string(parts[1]));
  return time ? iso_time(*time) : "";
}

std::string meant_school_year(std::string_view text) {
  if (text.size() > longest_read) return "";
  std::vector<std::string_view> parts = parts_of(text, " -/");
  if (parts.size() == 3 && lower_case(parts[0]) == "schooljaar") parts.erase(parts.begin());
  if (parts.size() != 2) return "";
  std::optional<int> first = number_in(parts[0]);
  std::optional<int> second = number_in(parts[1]);
  if (!first || !second) return "";
  constexpr int century = 2000;
  if (*first < 100) first = *first + century;
  if (*second < 100) second = *second + century;
  return *second == *first + 1 && *first >= century ? fmt::format("{}-{}", *first, *second) : "";
}

std::string meant_number(std::string_view text) {
  if (text.size() > longest_read) return "";
  if (std::string whole = without_spaces_of_thousands(text); !whole.empty()) return whole;
  const std::size_t end = std::min(text.find_first_not_of("0123456789,."), text.size());
  // "3 uur" is a number with its unit, "8 00" is not.
  const bool is_number = end == text.size() || (text[end] == ' ' && end + 1 < text.size() && !is_digit(text[end + 1]));
  std::string digits(text.substr(0, end));
  constexpr std::size_t longest_number = 15;  // as read_number reads it
  if (!is_number || digits.size() > longest_number) return "";
  if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return "";
  const auto commas = std::count(digits.begin(), digits.end(), ',');
  const auto points = std::count(digits.begin(), digits.end(), '.');
  // With both, one of them divides thousands, and which is not certain.
  if (commas + points > 1) return "";
  std::replace(digits.begin(), digits.end(), ',', '.');
  return digits;
}

std::string meant_yes_no(std::string_view text) {
  const std::string word = lower_case(text);
  for (const std::string_view yes : {"ja", "yes", "y", "j", "x", "waar", "true", "aan", "wel"}) {
    if (word == yes) return "ja";
  }
  for (const std::string_view no : {"nee", "neen", "no", "n", "onwaar", "false", "uit", "niet"}) {
    if (word == no) return "nee";
  }
  return "";
}

std::string fitted_to_pattern(std::string_view text, std::string_view pattern) {
  constexpr std::string_view separators = " -./";
  std::string fitted;
  for (const char wanted : pattern) {
    const bool is_separator = separators.find(wanted) != std::string_view::npos;
    text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
    if (is_separator) {
      fitted += wanted;
      continue;
    }
    if (text.empty()) return "";
    const char given = to_upper(text.front());
    const bool fits = wanted == '9' ? is_digit(given) : wanted == 'A' ? given >= 'A' && given <= 'Z' : given == wanted;
    if (!fits) return "";
    fitted += given;
    text.remove_prefix(1);
  }
  return text.find_first_not_of(separators) == std::string_view::npos ? fitted : "";
}

namespace {

/// How many bytes at the start of `text` were most likely to be "https://" or "http://": "htps://", "https;//", "//".
std::size_t mistyped_scheme(std::string_view text) {
  const std::size_t name =
      std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), text.size());
  const std::size_t begin = std::min(text.find_first_not_of(":;./ ", name), text.size());
  const std::string_view between = text.substr(name, begin - name);
  if (between.find_first_of(":;/") == std::string_view::npos) return 0;
  if (name == 0) return text.starts_with("//") || text.starts_with(':') ? begin : 0;
  const std::string scheme = lower_case(text.substr(0, name));
  return std::min(edit_distance(scheme, "https"), edit_distance(scheme, "http")) <= 1 ? begin : 0;
}

}  // namespace

std::string meant_web_address(std::string_view text) {
  constexpr std::size_t longest_address = 200;
  text = trimmed(text);
  if (text.size() > longest_address || text.find('@') != std::string_view::npos) return "";
  if (is_web_address(text)) return std::string(text);
  std::string address = "https://" + std::string(text.substr(mistyped_scheme(text)));
  return is_web_address(address) ? address : "";
}

}  // namespace wegwijs
