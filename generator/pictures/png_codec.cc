#include <png.h>

#include "pictures/codecs.h"

namespace wegwijs {

std::optional<Pixels> decode_png(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return std::nullopt;
  const bool has_alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  const bool has_colour = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
  image.format = has_alpha ? PNG_FORMAT_RGBA : has_colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  Pixels pixels{image.width, image.height, PNG_IMAGE_SAMPLE_CHANNELS(image.format), {}};
  pixels.bytes.resize(std::size_t{pixels.width} * pixels.height * pixels.channels);
  // A failure frees what the image holds by itself.
  if (png_image_finish_read(&image, nullptr, pixels.bytes.data(), 0, nullptr) == 0) return std::nullopt;
  return pixels;
}

std::string encode_png(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = pixels.width;
  image.height = pixels.height;
  image.format = pixels.channels == 4 ? PNG_FORMAT_RGBA : pixels.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string made(size, '\0');
  if (png_image_write_to_memory(&image, made.data(), &size, 0, pixels.bytes.data(), 0, nullptr) == 0) return "";
  made.resize(size);
  return made;
}

}  // namespace wegwijs
