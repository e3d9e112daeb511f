#include "schema/written.h"
#include "text/ascii.h"

#include <algorithm>
#include <cstdlib>

namespace wegwijs {
namespace {

constexpr std::size_t longest_number = 15;

}  // namespace

std::optional<Number> read_number(std::string_view text) {
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const std::string_view digits = text.substr(begin);
  const bool fits = !digits.empty() && text.size() <= longest_number && is_digit(digits.front()) &&
                    is_digit(digits.back()) && std::count(digits.begin(), digits.end(), '.') <= 1 &&
                    digits.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!fits) return std::nullopt;
  Number number{std::string(text), 0};
  number.value = std::strtod(number.written.c_str(), nullptr);
  return number;
}

bool is_ambiguous_number(std::string_view number) {
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos || number.size() - point - 1 != 3) return false;
  // A thousand has one to three digits before its point, and no zero in front.
  std::string_view whole = number.substr(0, point);
  if (whole.starts_with('-')) whole.remove_prefix(1);
  return whole.size() <= 3 && !whole.starts_with('0');
}

std::string without_point(std::string_view number) {
  std::string result(number);
  std::erase(result, '.');
  return result;
}

}  // namespace wegwijs
