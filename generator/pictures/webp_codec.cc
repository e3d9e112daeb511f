#include <webp/decode.h>
#include <webp/encode.h>

#include <memory>

#include "pictures/codecs.h"

namespace wegwijs {
namespace {

using WebpBytes = std::unique_ptr<std::uint8_t, decltype([](std::uint8_t* bytes) { WebPFree(bytes); })>;

std::optional<WebPBitstreamFeatures> features_of(std::string_view bytes) {
  WebPBitstreamFeatures features{};
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const bool is_good = WebPGetFeatures(data, bytes.size(), &features) == VP8_STATUS_OK && features.width > 0;
  return is_good ? std::optional(features) : std::nullopt;
}

}  // namespace

std::optional<Pixels> decode_webp(std::string_view bytes) {
  const std::optional<WebPBitstreamFeatures> features = features_of(bytes);
  if (!features) return std::nullopt;
  const bool has_alpha = features->has_alpha != 0;
  Pixels pixels{static_cast<std::uint32_t>(features->width),
                static_cast<std::uint32_t>(features->height),
                has_alpha ? 4U : 3U,
                {}};
  pixels.bytes.resize(std::size_t{pixels.width} * pixels.height * pixels.channels);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const int stride = static_cast<int>(pixels.width * pixels.channels);
  const std::uint8_t* made =
      has_alpha ? WebPDecodeRGBAInto(data, bytes.size(), pixels.bytes.data(), pixels.bytes.size(), stride)
                : WebPDecodeRGBInto(data, bytes.size(), pixels.bytes.data(), pixels.bytes.size(), stride);
  return made == nullptr ? std::nullopt : std::optional(std::move(pixels));
}

bool is_lossless_webp(std::string_view bytes) {
  constexpr int lossless = 2;
  const std::optional<WebPBitstreamFeatures> features = features_of(bytes);
  return features && features->format == lossless;
}

std::string encode_webp(const Pixels& pixels, bool lossless) {
  constexpr float quality = 82;
  const auto width = static_cast<int>(pixels.width);
  const auto height = static_cast<int>(pixels.height);
  const int stride = static_cast<int>(pixels.width * pixels.channels);
  const std::uint8_t* data = pixels.bytes.data();
  const bool has_alpha = pixels.channels == 4;
  std::uint8_t* made = nullptr;
  std::size_t size = 0;
  if (lossless) {
    size = has_alpha ? WebPEncodeLosslessRGBA(data, width, height, stride, &made)
                     : WebPEncodeLosslessRGB(data, width, height, stride, &made);
  } else {
    size = has_alpha ? WebPEncodeRGBA(data, width, height, stride, quality, &made)
                     : WebPEncodeRGB(data, width, height, stride, quality, &made);
  }
  const WebpBytes owned(made);
  return size == 0 ? "" : std::string(reinterpret_cast<const char*>(made), size);
}

}  // namespace wegwijs
