#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wegwijs {

/// Appends `number` in 7 bits a byte, the lowest first; the highest bit says that another byte follows.
inline void append_varint(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<char>((number & 0x7F) | 0x80));
  bytes.push_back(static_cast<char>(number));
}

/// Reads what `append_varint` wrote and moves `position` past it. Precondition: a whole number is there.
inline std::uint64_t read_varint(std::string_view bytes, std::size_t& position) {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[position++]);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

/// Appends the number of bytes of `text`, then the bytes.
inline void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

}  // namespace wegwijs
