#include "text/printable.h"

#include "text/utf8.h"

namespace wegwijs {

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t code_point = next_code_point(text, position);
    const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
                         (code_point >= 0x202A && code_point <= 0x202E) ||
                         (code_point >= 0x2066 && code_point <= 0x2069) ||
                         (code_point >= 0x200B && code_point <= 0x200F) || code_point == 0x00AD ||
                         (code_point >= 0x2060 && code_point <= 0x2064) || code_point == 0xFEFF;
    append_code_point(result, code_point == '\t' ? U' ' : control ? U'\xFFFD' : code_point);
  }
  return result;
}

}  // namespace wegwijs
