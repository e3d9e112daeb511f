#pragma once

#include <string>

#include "pictures/codecs.h"

namespace wegwijs {

/// A picture whose upper left corner is red and whose other pixels are blue, so that a turn shows.
inline Pixels marked_pixels(std::uint32_t width, std::uint32_t height) {
  Pixels pixels{width, height, 3, {}};
  pixels.bytes.resize(std::size_t{width} * height * 3);
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      const bool is_marked = x < width / 2 && y < height / 2;
      const std::size_t pixel = (std::size_t{y} * width + x) * 3;
      pixels.bytes[pixel] = is_marked ? 220 : 10;
      pixels.bytes[pixel + 2] = is_marked ? 10 : 220;
    }
  }
  return pixels;
}

/// Behind the first two bytes of a JPEG: EXIF with an orientation and a text that stands for the place of a photo.
inline std::string with_exif(const std::string& jpeg, int orientation) {
  std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
  exif += static_cast<char>(orientation);
  exif += std::string("\0\0\0\0\0\0\0", 7) + "GPS 52.3702 4.8952";
  const std::size_t length = exif.size() + 2;
  const std::string segment =
      std::string("\xFF\xE1") + static_cast<char>(length >> 8U) + static_cast<char>(length & 0xFFU) + exif;
  return jpeg.substr(0, 2) + segment + jpeg.substr(2);
}

/// A chunk of a PNG; its checksum is right for none, so it must be one that is taken out.
inline std::string png_text_chunk(const std::string& text) {
  return std::string("\0\0\0", 3) + static_cast<char>(text.size()) + "tEXt" + text + std::string(4, '\0');
}

}  // namespace wegwijs
