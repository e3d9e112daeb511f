#include "text/odd_characters.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.h"

namespace wegwijs {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte that Windows-1252 shows as `code_point`; a control character is the byte of its number.
std::optional<unsigned char> windows_byte(char32_t code_point) {
  if (code_point >= 0x80 && code_point <= 0xFF) return static_cast<unsigned char>(code_point);
  if (code_point == 0) return std::nullopt;
  const auto found = std::find(windows_1252.begin(), windows_1252.end(), code_point);
  if (found == windows_1252.end()) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (found - windows_1252.begin()));
}

std::size_t sequence_size(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

/// Whether a character that begins with `lead` and becomes `meant` is what Dutch texts hold. "É…" is a capital before
/// an ellipsis, although its bytes would make an Arabic letter.
bool is_plausible(unsigned char lead, char32_t second, char32_t meant) {
  if (lead == 0xC2 || lead == 0xC3) return true;
  if (lead == 0xC4 || lead == 0xC5) return second < 0x2010 || second > 0x203A;
  const bool is_punctuation = meant >= 0x2000 && meant <= 0x2BFF;
  const bool is_emoji = meant >= 0x1F000 && meant <= 0x1FAFF;
  return (lead == 0xE2 && is_punctuation) || (lead == 0xF0 && is_emoji) || meant == 0xFEFF;
}

/// The mangled character that begins at `begin`: where it ends and what it was.
std::optional<OddCharacters> mangled_at(std::string_view text, std::size_t begin) {
  std::size_t position = begin;
  const char32_t first = next_code_point(text, position);
  const std::optional<unsigned char> lead = windows_byte(first);
  const std::size_t size = lead ? sequence_size(*lead) : 0;
  if (size == 0) return std::nullopt;
  std::string bytes(1, static_cast<char>(*lead));
  char32_t second = 0;
  while (bytes.size() < size && position < text.size()) {
    const char32_t next = next_code_point(text, position);
    if (second == 0) second = next;
    const std::optional<unsigned char> byte = windows_byte(next);
    if (!byte || *byte < 0x80 || *byte > 0xBF) return std::nullopt;
    bytes += static_cast<char>(*byte);
  }
  if (bytes.size() < size || first_invalid_utf8(bytes) != std::string_view::npos) return std::nullopt;
  std::size_t start = 0;
  const char32_t meant = next_code_point(bytes, start);
  if (!is_plausible(*lead, second, meant)) return std::nullopt;
  return OddCharacters{OddCharacters::Kind::mangled, begin, position, std::move(bytes), first};
}

bool is_joiner(char32_t code_point) {
  return code_point == 0x200C || code_point == 0x200D;
}

/// Arabic, the scripts of India and emoji are written with joiners and marks of direction.
bool needs_joiners(char32_t code_point) {
  return (code_point >= 0x0590 && code_point <= 0x1CFF) || (code_point >= 0x2190 && code_point <= 0x2BFF) ||
         code_point == 0xFE0F || code_point >= 0x1F000;
}

bool is_invisible(char32_t code_point) {
  return code_point == 0x00AD || code_point == 0x180E || (code_point >= 0x200B && code_point <= 0x200D) ||
         (code_point >= 0x2060 && code_point <= 0x2064) || code_point == 0xFEFF || code_point == 0x3164 ||
         code_point == 0x115F || code_point == 0x1160 || code_point == 0x034F || code_point == 0x2028 ||
         code_point == 0x2029 || (code_point >= 0xE0000 && code_point <= 0xE007F) ||
         (code_point >= 0xFFF9 && code_point <= 0xFFFB);
}

bool turns_direction(char32_t code_point) {
  return (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069) ||
         code_point == 0x200E || code_point == 0x200F || code_point == 0x061C;
}

std::optional<OddCharacters> odd_at(std::string_view text, std::size_t begin, char32_t previous) {
  using Kind = OddCharacters::Kind;
  if (auto mangled = mangled_at(text, begin)) return mangled;
  std::size_t end = begin;
  const char32_t code_point = next_code_point(text, end);
  const auto odd = [&](Kind kind, std::string meant = {}) {
    return OddCharacters{kind, begin, end, std::move(meant), code_point};
  };
  if (code_point == 0xE2 && text.substr(end).starts_with("€")) {
    // The third byte of a curly quote is lost in most programs.
    end += std::string_view("€").size();
    return odd(Kind::mangled);
  }
  if (code_point == 0xFFFD) return odd(Kind::replaced);
  if (code_point >= 0x80 && code_point < 0xA0) {
    std::string meant;
    const char32_t windows = windows_1252[code_point - 0x80];
    if (windows != 0) append_code_point(meant, windows);
    return odd(Kind::control, std::move(meant));
  }
  if (is_joiner(code_point) && needs_joiners(previous)) return std::nullopt;
  if (code_point >= 0xE0020 && code_point <= 0xE007F && needs_joiners(previous)) return std::nullopt;  // flags
  if ((code_point == 0x200E || code_point == 0x200F) && needs_joiners(previous)) return std::nullopt;
  if (is_invisible(code_point) && !(code_point == 0xFEFF && begin == 0)) return odd(Kind::invisible);
  if (turns_direction(code_point)) return odd(Kind::direction);
  return std::nullopt;
}

}  // namespace

std::size_t odd_space_size(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t end = 0;
  const char32_t code_point = next_code_point(text, end);
  const bool is_space = code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
                        code_point == 0x202F || code_point == 0x205F || code_point == 0x3000;
  return is_space ? end : 0;
}

std::vector<OddCharacters> odd_characters_in(std::string_view text, std::size_t most) {
  std::vector<OddCharacters> found;
  char32_t previous = 0;
  for (std::size_t position = 0; position < text.size() && found.size() < most;) {
    if (const std::size_t next = next_non_ascii(text, position); next > position) {
      previous = static_cast<unsigned char>(text[next - 1]);
      position = next;
      continue;
    }
    std::optional<OddCharacters> odd = odd_at(text, position, previous);
    if (odd) {
      position = odd->end;
      previous = odd->code_point;
      found.push_back(std::move(*odd));
    } else {
      previous = next_code_point(text, position);
    }
  }
  return found;
}

}  // namespace wegwijs
