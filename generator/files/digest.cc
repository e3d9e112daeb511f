#include "files/digest.h"

#include <xxhash.h>

#include <array>
#include <new>

#include "files/digest_stream.h"

namespace wegwijs {
namespace {

constexpr std::size_t half_length = 16;  // hexadecimal digits of 64 bits
constexpr std::string_view digits = "0123456789abcdef";
constexpr std::uint8_t no_digit = 16;

constexpr std::array<std::uint8_t, 256> value_of_digit = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(no_digit);
  for (std::uint8_t value = 0; value < digits.size(); ++value)
    values[static_cast<unsigned char>(digits[value])] = value;
  return values;
}();

std::optional<std::uint64_t> number_from_hexadecimal(std::string_view text) {
  std::uint64_t number = 0;
  for (const char digit : text) {
    const std::uint8_t value = value_of_digit[static_cast<unsigned char>(digit)];
    if (value == no_digit) return std::nullopt;
    number = (number << 4) | value;
  }
  return number;
}

void append_hexadecimal(std::uint64_t number, std::string& text) {
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[(number >> shift) & 0xF];
}

}  // namespace

Digest digest_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

struct DigestStream::State {
  State() {
    if (hash == nullptr) throw std::bad_alloc();
    XXH3_128bits_reset(hash);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { XXH3_freeState(hash); }

  XXH3_state_t* hash = XXH3_createState();
};

DigestStream::DigestStream() : state_(std::make_unique<State>()) {}

DigestStream::~DigestStream() = default;

void DigestStream::append(std::string_view bytes) {
  XXH3_128bits_update(state_->hash, bytes.data(), bytes.size());
}

Digest DigestStream::digest() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_->hash);
  return {hash.high64, hash.low64};
}

std::string hexadecimal(const Digest& digest) {
  std::string text;
  text.reserve(2 * half_length);
  append_hexadecimal(digest.high, text);
  append_hexadecimal(digest.low, text);
  return text;
}

std::optional<Digest> digest_from_hexadecimal(std::string_view text) {
  if (text.size() != 2 * half_length) return std::nullopt;
  const std::optional<std::uint64_t> high = number_from_hexadecimal(text.substr(0, half_length));
  const std::optional<std::uint64_t> low = number_from_hexadecimal(text.substr(half_length));
  if (!high || !low) return std::nullopt;
  return Digest{*high, *low};
}

}  // namespace wegwijs
