#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
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

/// Appends eight bytes, in the order of this machine: for files that only this machine reads.
inline void append_whole(std::string& bytes, std::uint64_t number) {
  char eight[sizeof number];
  std::memcpy(eight, &number, sizeof number);
  bytes.append(eight, sizeof number);
}

/// Thrown when bytes are not what the program wrote.
class BytesSpoilt : public std::runtime_error {
 public:
  BytesSpoilt() : std::runtime_error("bytes end too early") {}
};

/// Reads, one after the other, what the functions above appended. Every function throws `BytesSpoilt` where that is not
/// there. The bytes outlive the reader and what it gives.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool is_at_end() const { return rest_.empty(); }

  std::uint64_t varint() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1).front());
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
    throw BytesSpoilt();
  }

  /// A number of things that follow, each of at least one byte.
  std::size_t count() {
    const std::uint64_t number = varint();
    if (number > rest_.size()) throw BytesSpoilt();
    return static_cast<std::size_t>(number);
  }

  std::string_view text() { return take(count()); }

  std::uint64_t whole() {
    std::uint64_t number = 0;
    std::memcpy(&number, take(sizeof number).data(), sizeof number);
    return number;
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw BytesSpoilt();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
};

}  // namespace wegwijs
