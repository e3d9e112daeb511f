#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "files/byte_stream.h"
#include "files/digest.h"

namespace wegwijs {

inline void append_digest(std::string& bytes, const Digest& digest) {
  append_whole(bytes, digest.high);
  append_whole(bytes, digest.low);
}

/// Reads what `append_digest` appended. Throws `BytesSpoilt`.
inline Digest read_digest(ByteReader& bytes) {
  const std::uint64_t high = bytes.whole();
  return {high, bytes.whole()};
}

/// `bytes` with their own digest behind them, by which `without_own_digest` sees whether they are whole.
inline std::string with_own_digest(std::string bytes) {
  bytes += hexadecimal(digest_of(bytes));
  return bytes;
}

/// What `with_own_digest` was given; empty when `bytes` is anything else: cut short, changed.
inline std::optional<std::string_view> without_own_digest(std::string_view bytes) {
  constexpr std::size_t digits = 32;
  if (bytes.size() < digits) return std::nullopt;
  const std::string_view whole = bytes.substr(0, bytes.size() - digits);
  if (digest_from_hexadecimal(bytes.substr(whole.size())) != digest_of(whole)) return std::nullopt;
  return whole;
}

}  // namespace wegwijs
