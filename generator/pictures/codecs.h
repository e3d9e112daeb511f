#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pictures/pixels.h"

namespace wegwijs {

// The three libraries, each in a file of its own. A decoder is empty for anything that its library does not accept
// without a remark. Callers have capped the number of pixels.

/// Decodes to `least_width` or the next larger width that costs least, up to the width of the picture.
std::optional<Pixels> decode_jpeg(std::string_view bytes, std::uint32_t least_width);
/// Whether the bytes are in the colours of a printer, which `decode_jpeg` cannot read.
bool is_cmyk_jpeg(std::string_view bytes);
/// Whether all of a JPEG can be decoded, in any colours.
bool is_whole_jpeg(std::string_view bytes);
std::string encode_jpeg(const Pixels& pixels);

std::optional<Pixels> decode_png(std::string_view bytes);
std::string encode_png(const Pixels& pixels);

std::optional<Pixels> decode_webp(std::string_view bytes);
bool is_lossless_webp(std::string_view bytes);
std::string encode_webp(const Pixels& pixels, bool lossless);

}  // namespace wegwijs
