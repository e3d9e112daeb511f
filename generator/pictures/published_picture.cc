#include "pictures/published_picture.h"

#include <algorithm>

#include "pictures/codecs.h"

namespace wegwijs {
namespace {

constexpr BilingualText spoilt{"het is beschadigd of niet heel", "it is damaged or not complete"};
constexpr BilingualText printer_colours{"het heeft de kleuren van een drukker (CMYK)",
                                        "it has the colours of a printer (CMYK)"};
constexpr BilingualText too_many_pixels{"het heeft meer dan 50 miljoen beeldpunten",
                                        "it has more than 50 million pixels"};
constexpr BilingualText moves{"het beweegt, en lezers kunnen dat niet stilzetten",
                              "it moves, and readers cannot stop that"};

PublishedPicture refused(BilingualText fault) {
  return {"", fault};
}

bool is_turned(const PictureHeader& header) {
  return header.orientation >= 5;
}

/// How large the pixels are stored that are published, before they are put upright.
PublishedSize stored_size(const PictureHeader& header) {
  const PublishedSize shown = published_size(header);
  return is_turned(header) ? PublishedSize{shown.height, shown.width} : shown;
}

std::optional<Pixels> decode_picture(std::string_view bytes, PictureFormat format, std::uint32_t least_width) {
  switch (format) {
    case PictureFormat::jpeg:
      return decode_jpeg(bytes, least_width);
    case PictureFormat::png:
      return decode_png(bytes);
    case PictureFormat::webp:
      return decode_webp(bytes);
    case PictureFormat::gif:
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_whole(std::string_view bytes, PictureFormat format) {
  return format == PictureFormat::jpeg ? is_whole_jpeg(bytes) : decode_picture(bytes, format, 1).has_value();
}

std::string encode_picture(const Pixels& pixels, std::string_view original, PictureFormat format) {
  switch (format) {
    case PictureFormat::jpeg: {
      std::string made = encode_jpeg(pixels);
      // Without its profile a photo of a telephone has paler colours. It comes after the JFIF header, 20 bytes from the
      // start.
      constexpr std::size_t form_end = 20;
      const std::string profile = colour_profile_segments(original);
      if (made.size() > form_end && pixels.channels == 3) made.insert(form_end, profile);
      return made;
    }
    case PictureFormat::png:
      return encode_png(pixels);
    case PictureFormat::webp:
      return encode_webp(pixels, is_lossless_webp(original));
    case PictureFormat::gif:
      return "";
  }
  return "";
}

}  // namespace

PublishedSize published_size(const PictureHeader& header) {
  PublishedSize size{header.width, header.height};
  if (is_turned(header)) std::swap(size.width, size.height);
  if (size.width <= widest_picture) return size;
  const std::uint64_t height = (std::uint64_t{size.height} * widest_picture + size.width / 2) / size.width;
  return {widest_picture, static_cast<std::uint32_t>(std::max<std::uint64_t>(height, 1))};
}

std::optional<BilingualText> fault_of_picture(const PictureHeader& header) {
  if (header.is_animated || header.format == PictureFormat::gif) return moves;
  if (std::uint64_t{header.width} * header.height > most_pixels) return too_many_pixels;
  return std::nullopt;
}

PublishedPicture publish_picture(std::string_view bytes) {
  const std::optional<PictureHeader> header = read_picture_header(bytes);
  if (!header) return refused(spoilt);
  if (const std::optional<BilingualText> fault = fault_of_picture(*header)) return refused(*fault);
  const PublishedSize stored = stored_size(*header);
  const bool is_too_wide = stored.width < header->width;
  if (!is_too_wide && header->orientation == 1) {
    std::optional<std::string> clean = without_metadata(bytes);
    if (!clean || !is_whole(*clean, header->format)) return refused(spoilt);
    return {std::move(*clean), std::nullopt};
  }
  if (header->format == PictureFormat::jpeg && is_cmyk_jpeg(bytes)) return refused(printer_colours);
  std::optional<Pixels> pixels = decode_picture(bytes, header->format, stored.width);
  if (!pixels || pixels->width < stored.width || pixels->height < stored.height) return refused(spoilt);
  const bool is_reduced = pixels->width != stored.width || pixels->height != stored.height;
  if (is_reduced) pixels = reduced(*pixels, stored.width, stored.height);
  const Pixels shown = upright(std::move(*pixels), header->orientation);
  std::string made = encode_picture(shown, bytes, header->format);
  if (made.empty()) return refused(spoilt);
  return {std::move(made), std::nullopt};
}

}  // namespace wegwijs
