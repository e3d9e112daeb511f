#include "publish/compressed_forms.h"

#include <brotli/encode.h>

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>
#include <system_error>

#include "files/disk.h"
#include "files/gzip.h"
#include "files/published_site.h"

namespace wegwijs {
namespace {

/// The smallest window that holds all of a file: the encoder clears tables of the size of its window.
int window_bits_of(std::size_t size) {
  constexpr std::size_t reserved = 16;  // bytes of a window that are not used (RFC 7932, 9.1)
  return std::clamp(static_cast<int>(std::bit_width(size + reserved)), BROTLI_MIN_WINDOW_BITS, BROTLI_MAX_WINDOW_BITS);
}

/// Below this a compressed form saves no packet.
constexpr std::size_t least_size = 256;

}  // namespace

bool is_worth_compressing(std::string_view path) {
  static constexpr std::array<std::string_view, 14> endings{".html", ".css", ".js",          ".json",  ".ndjson",
                                                            ".svg",  ".xml", ".csv",         ".ics",   ".txt",
                                                            ".bin",  ".map", ".webmanifest", ".jsonld"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_compressed_form(std::string_view path) {
  return path.ends_with(".gz") || path.ends_with(".br");
}

std::string smallest_brotli(std::string_view bytes) {
  std::string result(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = result.size();
  const auto* input = reinterpret_cast<const std::uint8_t*>(bytes.data());
  auto* output = reinterpret_cast<std::uint8_t*>(result.data());
  if (BrotliEncoderCompress(BROTLI_MAX_QUALITY, window_bits_of(bytes.size()), BROTLI_MODE_TEXT, bytes.size(), input,
                            &size, output) == BROTLI_FALSE) {
    throw std::runtime_error("brotli cannot compress");
  }
  result.resize(size);
  return result;
}

CompressingSink::CompressingSink(Sink& inner, std::filesystem::path previous)
    : inner_(inner), previous_(std::move(previous)), known_(manifest_in(previous_)) {}

std::string CompressingSink::form(const std::string& path, bool is_same, std::string_view bytes,
                                  std::string (*compress)(std::string_view)) const {
  const auto made_before = known_.find(path);
  if (is_same && made_before != known_.end()) {
    try {
      std::string kept = read_file(previous_ / path);
      if (published_file(kept) == made_before->second) return kept;
    } catch (const std::system_error&) {
      // Somebody removed it; then it is made anew.
    }
  }
  return compress(bytes);
}

void CompressingSink::write(std::string_view path, std::string_view bytes) {
  if (is_compressed_form(path)) return;
  inner_.write(path, bytes);
  if (!is_worth_compressing(path) || bytes.size() < least_size) return;
  const auto before = known_.find(path);
  const bool is_same = before != known_.end() && before->second == published_file(bytes);
  const std::string name(path);
  const auto write_form = [&](const char* ending, std::string (*compress)(std::string_view)) {
    const std::string smaller = form(name + ending, is_same, bytes, compress);
    if (smaller.size() < bytes.size()) inner_.write(name + ending, smaller);
  };
  write_form(".gz", smallest_gzip);
  write_form(".br", smallest_brotli);
}

}  // namespace wegwijs
