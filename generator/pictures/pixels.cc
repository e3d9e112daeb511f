#include "pictures/pixels.h"

#include <algorithm>

namespace wegwijs {
namespace {

/// How much of the old pixels each new one covers, along one axis. An old pixel is `fresh` wide and a new one `old`, so
/// that all borders are whole numbers.
struct Share {
  std::uint32_t position = 0;
  std::uint64_t weight = 0;
};

std::vector<std::vector<Share>> shares(std::uint64_t old, std::uint64_t fresh) {
  std::vector<std::vector<Share>> all(fresh);
  for (std::uint64_t index = 0; index < fresh; ++index) {
    const std::uint64_t begin = index * old;
    const std::uint64_t end = begin + old;
    for (std::uint64_t position = begin / fresh; position * fresh < end; ++position) {
      const std::uint64_t from = std::max(begin, position * fresh);
      const std::uint64_t to = std::min(end, (position + 1) * fresh);
      all[index].push_back({static_cast<std::uint32_t>(position), to - from});
    }
  }
  return all;
}

/// Transparent pixels have a colour that nobody sees: colours count by their alpha.
std::uint64_t channel_value(const Pixels& pixels, std::size_t pixel, std::uint32_t channel) {
  const std::uint64_t value = pixels.bytes[pixel + channel];
  if (pixels.channels != 4) return value * 255;
  return channel == 3 ? value * 255 : value * pixels.bytes[pixel + 3];
}

}  // namespace

Pixels reduced(const Pixels& pixels, std::uint32_t width, std::uint32_t height) {
  Pixels result{width, height, pixels.channels, {}};
  const std::size_t row_values = std::size_t{width} * pixels.channels;
  result.bytes.resize(row_values * height);
  const std::vector<std::vector<Share>> columns = shares(pixels.width, width);
  const std::vector<std::vector<Share>> rows = shares(pixels.height, height);
  std::vector<std::uint64_t> sums(row_values);
  for (std::uint32_t y = 0; y < height; ++y) {
    std::fill(sums.begin(), sums.end(), 0);
    for (const Share& row : rows[y]) {
      const std::size_t row_begin = std::size_t{row.position} * pixels.width * pixels.channels;
      for (std::uint32_t x = 0; x < width; ++x) {
        for (const Share& column : columns[x]) {
          const std::size_t pixel = row_begin + std::size_t{column.position} * pixels.channels;
          const std::uint64_t weight = row.weight * column.weight;
          for (std::uint32_t channel = 0; channel < pixels.channels; ++channel) {
            sums[std::size_t{x} * pixels.channels + channel] += weight * channel_value(pixels, pixel, channel);
          }
        }
      }
    }
    const std::uint64_t area = std::uint64_t{pixels.width} * pixels.height * 255;
    for (std::size_t index = 0; index < row_values; ++index) {
      const bool is_colour_with_alpha = pixels.channels == 4 && index % 4 != 3;
      // The sum of the alphas, for which the colours were counted, in the place of 255 everywhere.
      const std::uint64_t whole = is_colour_with_alpha ? sums[index - index % 4 + 3] / 255 : area;
      const std::uint64_t value = whole == 0 ? 0 : (sums[index] + whole / 2) / whole;
      result.bytes[row_values * y + index] = static_cast<std::uint8_t>(std::min<std::uint64_t>(value, 255));
    }
  }
  return result;
}

Pixels upright(Pixels pixels, int orientation) {
  if (orientation < 2 || orientation > 8) return pixels;
  const bool exchanges = orientation >= 5;
  Pixels result{
      exchanges ? pixels.height : pixels.width, exchanges ? pixels.width : pixels.height, pixels.channels, {}};
  result.bytes.resize(pixels.bytes.size());
  const std::uint32_t right = pixels.width - 1;
  const std::uint32_t bottom = pixels.height - 1;
  for (std::uint32_t y = 0; y < result.height; ++y) {
    for (std::uint32_t x = 0; x < result.width; ++x) {
      std::uint32_t from_x = exchanges ? y : x;
      std::uint32_t from_y = exchanges ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) from_x = right - from_x;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) from_y = bottom - from_y;
      const std::size_t from = (std::size_t{from_y} * pixels.width + from_x) * pixels.channels;
      const std::size_t to = (std::size_t{y} * result.width + x) * pixels.channels;
      std::copy_n(pixels.bytes.begin() + static_cast<std::ptrdiff_t>(from), pixels.channels,
                  result.bytes.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
  return result;
}

}  // namespace wegwijs
