#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wegwijs {

/// A decoded picture: rows from the top, 8 bits a channel.
struct Pixels {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t channels = 3;  ///< 1 grey, 3 red green blue, 4 with alpha
  std::vector<std::uint8_t> bytes;
};

/// `pixels` made smaller to `width` by `height` (neither larger than it is): each new pixel is the average of the area
/// that it covers. Only whole numbers are used, so every machine gives the same bytes.
Pixels reduced(const Pixels& pixels, std::uint32_t width, std::uint32_t height);

/// `pixels` upright, by their EXIF orientation (1 to 8).
Pixels upright(Pixels pixels, int orientation);

}  // namespace wegwijs
