#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijs {

enum class PictureFormat : std::uint8_t { jpeg, png, webp, gif };

/// What the beginning of a picture says about it. Nothing is decoded.
struct PictureHeader {
  PictureFormat format = PictureFormat::jpeg;
  std::uint32_t width = 0;   ///< pixels, as they are stored: before `orientation`
  std::uint32_t height = 0;  ///< the same
  int orientation = 1;       ///< EXIF: 1 upright, 2 to 8 mirrored or turned; 5 to 8 exchange width and height
  bool is_animated = false;
};

/// By the first bytes; empty when it is none of the known formats.
std::optional<PictureFormat> picture_format(std::string_view bytes);

/// Reads the header of a picture out of a whole file or of its beginning. Empty when the size is not in `bytes`, when
/// they are not a picture, or when they contradict the format. The orientation is found where cameras put it: before
/// the pixels in a JPEG, anywhere in a PNG or WebP. Time proportional to the number of segments; reads no byte outside.
std::optional<PictureHeader> read_picture_header(std::string_view bytes);

/// Bytes at the beginning of a file that hold the header of nearly every picture.
inline constexpr std::size_t picture_header_bytes = std::size_t{256} * 1024;

/// The file without what does not belong to the pixels: EXIF (with the place of a photo), XMP, comments, thumbnails,
/// texts, times, and all that follows the end of the picture. Colour profiles stay. Empty when the file is not built as
/// its format says. A file without any of this comes out the same, byte for byte.
std::optional<std::string> without_metadata(std::string_view bytes);

/// The segments of a JPEG that hold its colour profile, as they are in the file.
std::string colour_profile_segments(std::string_view jpeg);

}  // namespace wegwijs
