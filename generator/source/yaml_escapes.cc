#include "source/yaml_escapes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "source/invisible.h"

namespace wegwijs {
namespace {

/// Read as the YAML library does it.
YamlEscape escape_at(std::string_view text, std::size_t backslash) {
  constexpr int hexadecimal = 16;
  const char letter = backslash + 1 < text.size() ? text[backslash + 1] : '\\';
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits > 0) {
    std::uint32_t value = 0;
    const std::string_view written = text.substr(backslash + 2, digits);
    std::from_chars(written.data(), written.data() + written.size(), value, hexadecimal);
    return {backslash, backslash + 2 + digits, value};
  }
  constexpr std::array<std::pair<char, char32_t>, 9> refused{{{'0', 0x00},
                                                              {'a', 0x07},
                                                              {'b', 0x08},
                                                              {'v', 0x0B},
                                                              {'f', 0x0C},
                                                              {'r', 0x0D},
                                                              {'e', 0x1B},
                                                              {'N', 0x85},
                                                              {'_', 0xA0}}};
  const auto* found =
      std::find_if(refused.begin(), refused.end(), [&](const auto& pair) { return pair.first == letter; });
  return {backslash, backslash + 2, found == refused.end() ? U' ' : found->second};
}

}  // namespace

std::optional<YamlEscape> refused_yaml_escape(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view written = text.substr(0, end);
  for (std::size_t place = written.find('\\', begin); place != std::string_view::npos;) {
    const YamlEscape escape = escape_at(text, place);
    const bool is_raw_byte = text[place + 1] == '_' || text[place + 1] == 'r';
    const bool is_noncharacter = (escape.character & 0xFFFEU) == 0xFFFE;
    if (is_refused_character(escape.character) || is_raw_byte || is_noncharacter) return escape;
    place = written.find('\\', escape.end);
  }
  return std::nullopt;
}

}  // namespace wegwijs
