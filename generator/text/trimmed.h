#pragma once

#include <string_view>

namespace wegwijs {

/// `text` without the characters of `signs` at its two ends.
constexpr std::string_view trimmed(std::string_view text, std::string_view signs = " \t\r\n") {
  const std::size_t begin = text.find_first_not_of(signs);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(signs) - begin + 1);
}

}  // namespace wegwijs
