#include "files/digest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>

namespace wegwijs {
namespace {

constexpr std::size_t half_length = 16;  // hexadecimal digits of 64 bits

std::optional<std::uint64_t> number_from_hexadecimal(std::string_view digits) {
  std::uint64_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace

Digest digest_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::string hexadecimal(const Digest& digest) {
  return fmt::format("{:016x}{:016x}", digest.high, digest.low);
}

std::optional<Digest> digest_from_hexadecimal(std::string_view text) {
  if (text.size() != 2 * half_length) return std::nullopt;
  const std::optional<std::uint64_t> high = number_from_hexadecimal(text.substr(0, half_length));
  const std::optional<std::uint64_t> low = number_from_hexadecimal(text.substr(half_length));
  if (!high || !low) return std::nullopt;
  const Digest digest{*high, *low};
  if (hexadecimal(digest) != text) return std::nullopt;  // "-1", capitals
  return digest;
}

}  // namespace wegwijs
