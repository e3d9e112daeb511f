#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijs {

/// 128 bits that distinguish contents (XXH3). Not safe against somebody who searches for a collision.
struct Digest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend bool operator==(const Digest&, const Digest&) = default;
};

/// The same on every machine.
Digest digest_of(std::string_view bytes);

/// 32 lower-case hexadecimal digits.
std::string hexadecimal(const Digest& digest);

/// The reverse of `hexadecimal`; empty when `text` is anything else.
std::optional<Digest> digest_from_hexadecimal(std::string_view text);

}  // namespace wegwijs
