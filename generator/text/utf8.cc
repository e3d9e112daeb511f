#include "text/utf8.h"

#include <bit>
#include <cstring>

namespace wegwijs {
namespace {

constexpr char32_t replacement_character = 0xFFFD;

struct Decoded {
  char32_t code_point;
  std::size_t length;  // 0: not well-formed
};

Decoded decode(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned char first = byte(position);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || position + length > text.size()) return {replacement_character, 0};
  char32_t code_point = first & (0xFFU >> (length + 1));
  for (std::size_t index = 1; index < length; ++index) {
    const unsigned char next = byte(position + index);
    if ((next & 0xC0U) != 0x80U) return {replacement_character, 0};
    code_point = (code_point << 6U) | (next & 0x3FU);
  }
  const bool overlong = (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {replacement_character, 0};
  return {code_point, length};
}

// Most of every text is ASCII: eight bytes are then passed in one comparison.
constexpr std::uint64_t highest_bits = 0x8080808080808080ULL;
constexpr std::uint64_t each_byte = 0x0101010101010101ULL;

/// Precondition: there are eight.
std::uint64_t eight_bytes(std::string_view bytes, std::size_t position) {
  std::uint64_t chunk = 0;
  std::memcpy(&chunk, bytes.data() + position, sizeof chunk);
  return chunk;
}

bool eight_ascii_bytes(std::string_view bytes, std::size_t position) {
  return position + 8 <= bytes.size() && (eight_bytes(bytes, position) & highest_bits) == 0;
}

/// The highest bit of every byte that is 0, and no other bit.
std::uint64_t zero_bytes(std::uint64_t chunk) {
  constexpr std::uint64_t lower_bits = ~highest_bits;
  return ~(((chunk & lower_bits) + lower_bits) | chunk) & highest_bits;
}

std::uint64_t bytes_that_are(char byte, std::uint64_t chunk) {
  return zero_bytes(chunk ^ (each_byte * static_cast<unsigned char>(byte)));
}

/// Whether each of the bytes `is_printable_or_break`.
bool all_printable_or_break(std::uint64_t chunk) {
  constexpr std::uint64_t bits_of_printable = each_byte * 0x60;
  const std::uint64_t controls = zero_bytes(chunk & bits_of_printable);
  const std::uint64_t odd = (chunk & highest_bits) | controls | bytes_that_are(0x7F, chunk);
  if (odd == 0) return true;
  return (odd & ~(bytes_that_are('\n', chunk) | bytes_that_are('\r', chunk) | bytes_that_are('\t', chunk))) == 0;
}

bool is_printable_or_break(unsigned char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\r' || byte == '\t';
}

}  // namespace

std::size_t next_non_ascii(std::string_view bytes, std::size_t position) {
  while (eight_ascii_bytes(bytes, position)) position += 8;
  while (position < bytes.size() && static_cast<unsigned char>(bytes[position]) < 0x80) ++position;
  return position;
}

std::size_t next_remarkable(std::string_view bytes, std::size_t position) {
  while (position < bytes.size()) {
    if (position + 8 <= bytes.size() && all_printable_or_break(eight_bytes(bytes, position))) {
      position += 8;
    } else if (is_printable_or_break(static_cast<unsigned char>(bytes[position]))) {
      ++position;
    } else {
      break;
    }
  }
  return position;
}

std::size_t first_invalid_utf8(std::string_view bytes) {
  for (std::size_t position = 0; position < bytes.size();) {
    if (eight_ascii_bytes(bytes, position)) {
      position += 8;
      continue;
    }
    const Decoded decoded = decode(bytes, position);
    if (decoded.length == 0) return position;
    position += decoded.length;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = text.size();
  std::size_t position = 0;
  for (; position + 8 <= text.size(); position += 8) {
    const std::uint64_t chunk = eight_bytes(text, position);
    count -= static_cast<std::size_t>(std::popcount(chunk & ~(chunk << 1U) & highest_bits));  // those that go on
  }
  for (; position < text.size(); ++position) count -= (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U;
  return count;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const Decoded decoded = decode(text, position);
  position += decoded.length == 0 ? 1 : decoded.length;
  return decoded.code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
  const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

std::string_view first_code_points(std::string_view text, std::size_t limit) {
  std::size_t position = 0;
  while (limit > 0 && position < text.size()) {
    next_code_point(text, position);
    --limit;
  }
  return text.substr(0, position);
}

}  // namespace wegwijs
