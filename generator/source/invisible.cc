#include "source/invisible.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr char32_t zero_width_space = 0x200B;
constexpr std::array<char32_t, 7> hard_spaces{0x00A0, 0x1680, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF};

}  // namespace

std::size_t hard_space_length(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return 0;
  std::size_t end = 0;
  const char32_t character = next_code_point(text, end);
  const bool is_one = (character >= 0x2000 && character <= zero_width_space) ||
                      std::find(hard_spaces.begin(), hard_spaces.end(), character) != hard_spaces.end();
  return is_one ? end : 0;
}

bool is_refused_character(char32_t character) {
  const bool is_control = (character < 0x20 && character != '\t' && character != '\n' && character != '\r') ||
                          (character >= 0x7F && character < 0xA0);
  const bool turns_direction =
      (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  return is_control || turns_direction;
}

std::string code_point_name(char32_t character) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
}

}  // namespace wegwijs
