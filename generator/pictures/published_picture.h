#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "pictures/picture_header.h"

namespace wegwijs {

/// Wider pictures are made this wide: twice the widest column of text, for screens with two pixels to a point.
inline constexpr std::uint32_t widest_picture = 1600;

/// Width times height of a picture that may be decoded: a photo of 50 megapixels takes up to 200 MB then.
inline constexpr std::uint64_t most_pixels = 50'000'000;

struct PublishedSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// How large the picture is when it is published: upright and at most `widest_picture` wide.
PublishedSize published_size(const PictureHeader& header);

/// Why a picture with this header cannot be published, in words that complete "… cannot be published: "; empty: it can.
std::optional<BilingualText> fault_of_picture(const PictureHeader& header);

struct PublishedPicture {
  std::string bytes;                   ///< empty when there is a fault
  std::optional<BilingualText> fault;  ///< in words that complete "… cannot be published: "
};

/// The bytes to publish of a JPEG, PNG or WebP: upright, not too wide, without metadata (picture_header.h). A picture
/// that is all that already comes out byte for byte; one that only has metadata keeps its pixels untouched. Every
/// picture is decoded, so a spoilt one has a fault. The same bytes give the same bytes. Uses only its own memory, so it
/// may be called from several threads.
PublishedPicture publish_picture(std::string_view bytes);

}  // namespace wegwijs
