#include "text/utf16.h"

#include "text/utf8.h"

namespace wegwijs {

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string utf8_from_utf16(std::string_view bytes) {
  const bool is_big = bytes.starts_with("\xFE\xFF");
  const auto unit_at = [&](std::size_t position) {
    const auto first = static_cast<unsigned char>(bytes[position]);
    const auto second = static_cast<unsigned char>(bytes[position + 1]);
    return static_cast<char32_t>(is_big ? first << 8U | second : second << 8U | first);
  };
  std::string text;
  for (std::size_t position = 2; position + 1 < bytes.size(); position += 2) {
    char32_t unit = unit_at(position);
    const bool is_first_half = unit >= 0xD800 && unit < 0xDC00 && position + 3 < bytes.size();
    const char32_t second = is_first_half ? unit_at(position + 2) : 0;
    if (second >= 0xDC00 && second < 0xE000) {
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (second - 0xDC00);
      position += 2;
    } else if (unit >= 0xD800 && unit < 0xE000) {
      unit = 0xFFFD;
    }
    append_code_point(text, unit);
  }
  return text;
}

}  // namespace wegwijs
