#include "search/compressed_file.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace wegwijs {
namespace {

// Higher ones cost ten times as long for a few per cent.
constexpr int brotli_quality = 9;

/// The smallest window that holds all of a file: the encoder clears tables of the size of its window, so that the
/// default of 4 MB takes a hundred times as long for a file of 2 KB as the file itself does.
int window_bits_of(std::size_t size) {
  constexpr std::size_t reserved = 16;  // bytes of a window that are not used (RFC 7932, 9.1)
  return std::clamp(static_cast<int>(std::bit_width(size + reserved)), BROTLI_MIN_WINDOW_BITS, BROTLI_DEFAULT_WINDOW);
}

std::string brotli_file(std::string_view bytes) {
  std::string result(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = result.size();
  const auto* input = reinterpret_cast<const std::uint8_t*>(bytes.data());
  auto* output = reinterpret_cast<std::uint8_t*>(result.data());
  if (BrotliEncoderCompress(brotli_quality, window_bits_of(bytes.size()), BROTLI_MODE_GENERIC, bytes.size(), input,
                            &size, output) == BROTLI_FALSE) {
    throw std::runtime_error("brotli cannot compress");
  }
  result.resize(size);
  return result;
}

}  // namespace

std::string gzip_file(std::string_view bytes) {
  constexpr int window_bits = 15;
  constexpr int gzip_header = 16;
  constexpr int memory_level = 9;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits + gzip_header, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string result(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  const int outcome = deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  if (outcome != Z_STREAM_END) throw std::runtime_error("zlib cannot compress");
  return result;
}

std::vector<std::string> compressed_forms_of(const std::string& path) {
  return {path + ".gz", path + ".br"};
}

void write_compressed_forms(Sink& sink, const std::string& path, std::string_view bytes) {
  sink.write(path + ".gz", gzip_file(bytes));
  sink.write(path + ".br", brotli_file(bytes));
}

}  // namespace wegwijs
