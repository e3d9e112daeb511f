#include "text/windows_1252.h"

#include <array>

#include "text/utf16.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// What the bytes 80 to 9F mean; 0: nothing. The other bytes above 7F are the code points of the same number.
constexpr std::array<char32_t, 32> letters{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

constexpr unsigned char first_letter = 0x80;

}  // namespace

char32_t windows_1252_character(unsigned char byte) {
  const bool is_in_table = byte >= first_letter && static_cast<std::size_t>(byte - first_letter) < letters.size();
  return is_in_table ? letters[byte - first_letter] : byte;
}

std::optional<std::string> utf8_from_windows_1252(std::string_view bytes) {
  if (first_invalid_utf8(bytes) == std::string_view::npos) return std::nullopt;
  if (has_utf16_mark(bytes)) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t position = 0; position < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[position]);
    std::size_t next = position;
    const bool is_valid = next_code_point(bytes, next) != 0xFFFD || next > position + 1;
    if (byte == 0 || (is_valid && byte >= first_letter)) return std::nullopt;
    if (is_valid) {
      text += bytes[position];
    } else {
      const char32_t letter = windows_1252_character(byte);
      if (letter == 0) return std::nullopt;
      append_code_point(text, letter);
    }
    position = next;
  }
  return text;
}

}  // namespace wegwijs
