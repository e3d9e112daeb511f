#include "pictures/picture_header.h"

#include <algorithm>
#include <array>

namespace wegwijs {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";

unsigned int byte_at(std::string_view bytes, std::size_t position) {
  return static_cast<unsigned char>(bytes[position]);
}

/// Precondition of all three: the bytes are there.
std::uint32_t big_16(std::string_view bytes, std::size_t position) {
  return byte_at(bytes, position) << 8U | byte_at(bytes, position + 1);
}

std::uint32_t big_32(std::string_view bytes, std::size_t position) {
  return big_16(bytes, position) << 16U | big_16(bytes, position + 2);
}

std::uint32_t little_32(std::string_view bytes, std::size_t position) {
  return byte_at(bytes, position) | byte_at(bytes, position + 1) << 8U | byte_at(bytes, position + 2) << 16U |
         byte_at(bytes, position + 3) << 24U;
}

/// The orientation in a block of EXIF, which is a TIFF file; 1 when it gives none.
int exif_orientation(std::string_view tiff) {
  if (tiff.starts_with(std::string_view("Exif\0\0", 6))) tiff.remove_prefix(6);
  if (tiff.size() < 8) return 1;
  const bool is_little = tiff.starts_with("II");
  if (!is_little && !tiff.starts_with("MM")) return 1;
  const auto read_16 = [&](std::size_t position) {
    return is_little ? byte_at(tiff, position) | byte_at(tiff, position + 1) << 8U : big_16(tiff, position);
  };
  const std::size_t directory = is_little ? little_32(tiff, 4) : big_32(tiff, 4);
  if (directory > tiff.size() - 2) return 1;
  const std::size_t entries = read_16(directory);
  constexpr std::size_t entry_size = 12;
  constexpr unsigned int orientation_tag = 0x0112;
  for (std::size_t index = 0; index < entries; ++index) {
    const std::size_t entry = directory + 2 + index * entry_size;
    if (entry + entry_size > tiff.size()) return 1;
    if (read_16(entry) != orientation_tag) continue;
    const unsigned int value = read_16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

// JPEG

/// A segment: from its 0xFF up to the next marker. The data between a "start of scan" and the next marker belong to it.
struct JpegSegment {
  unsigned int marker = 0;
  std::string_view all;
  std::string_view payload;
};

constexpr unsigned int jpeg_end = 0xD9;
constexpr unsigned int jpeg_scan = 0xDA;
constexpr unsigned int jpeg_app0 = 0xE0;
constexpr unsigned int jpeg_app1 = 0xE1;
constexpr unsigned int jpeg_app2 = 0xE2;
constexpr unsigned int jpeg_app14 = 0xEE;
constexpr unsigned int jpeg_app15 = 0xEF;
constexpr unsigned int jpeg_comment = 0xFE;

/// Where the data of a scan that begin at `position` end: at a marker that is neither a stuffed zero nor a restart.
std::size_t end_of_scan(std::string_view bytes, std::size_t position) {
  for (position = bytes.find('\xFF', position); position != std::string_view::npos && position + 1 < bytes.size();
       position = bytes.find('\xFF', position + 1)) {
    const unsigned int next = byte_at(bytes, position + 1);
    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return position;
  }
  return bytes.size();
}

/// Calls `visit` with each segment up to and with the end of the picture, until it returns false. False when the bytes
/// end before, or are no segments.
template <typename Visit>
bool visit_jpeg(std::string_view bytes, const Visit& visit) {
  std::size_t position = 2;
  while (position + 2 <= bytes.size()) {
    const std::size_t begin = position;
    if (byte_at(bytes, position) != 0xFF) return false;
    while (position < bytes.size() && byte_at(bytes, position) == 0xFF) ++position;  // fill bytes
    if (position >= bytes.size()) return false;
    const unsigned int marker = byte_at(bytes, position++);
    if (marker == jpeg_end) {
      visit(JpegSegment{marker, bytes.substr(begin, position - begin), {}});
      return true;
    }
    if (position + 2 > bytes.size()) return false;
    const std::size_t length = big_16(bytes, position);
    if (length < 2 || position + length > bytes.size()) return false;
    const std::string_view payload = bytes.substr(position + 2, length - 2);
    position += length;
    if (marker == jpeg_scan) position = end_of_scan(bytes, position);
    if (!visit(JpegSegment{marker, bytes.substr(begin, position - begin), payload})) return true;
  }
  return false;
}

bool is_frame(unsigned int marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool is_colour_profile(const JpegSegment& segment) {
  return segment.marker == jpeg_app2 && segment.payload.starts_with(std::string_view("ICC_PROFILE\0", 12));
}

bool is_metadata(const JpegSegment& segment) {
  if (segment.marker == jpeg_comment) return true;
  if (segment.marker < jpeg_app0 || segment.marker > jpeg_app15) return false;
  const bool is_form = segment.marker == jpeg_app0 && segment.payload.starts_with(std::string_view("JFIF\0", 5)) &&
                       segment.payload.size() == 14;  // longer with a thumbnail
  const bool is_colours = segment.marker == jpeg_app14 && segment.payload.starts_with("Adobe");
  return !is_form && !is_colours && !is_colour_profile(segment);
}

std::optional<PictureHeader> jpeg_header(std::string_view bytes) {
  PictureHeader header{PictureFormat::jpeg};
  visit_jpeg(bytes, [&](const JpegSegment& segment) {
    if (segment.marker == jpeg_app1 && segment.payload.starts_with(std::string_view("Exif\0", 5))) {
      header.orientation = exif_orientation(segment.payload);
    }
    if (!is_frame(segment.marker) || segment.payload.size() < 6) return segment.marker != jpeg_scan;
    header.height = big_16(segment.payload, 1);
    header.width = big_16(segment.payload, 3);
    return false;
  });
  return header;
}

std::optional<std::string> jpeg_without_metadata(std::string_view bytes) {
  std::string kept(bytes.substr(0, 2));
  const bool is_whole = visit_jpeg(bytes, [&](const JpegSegment& segment) {
    if (!is_metadata(segment)) kept += segment.all;
    return true;
  });
  return is_whole ? std::optional(std::move(kept)) : std::nullopt;
}

// PNG

/// Calls `visit` with the name, the data and the whole of each chunk up to and with IEND, until it returns false. False
/// when the bytes end before.
template <typename Visit>
bool visit_png(std::string_view bytes, const Visit& visit) {
  constexpr std::size_t around = 12;  // length, name and checksum
  for (std::size_t position = png_signature.size(); position + around <= bytes.size();) {
    const std::size_t length = big_32(bytes, position);
    if (length > bytes.size() - position - around) return false;
    const std::string_view name = bytes.substr(position + 4, 4);
    if (!visit(name, bytes.substr(position + 8, length), bytes.substr(position, length + around))) return true;
    if (name == "IEND") return true;
    position += length + around;
  }
  return false;
}

std::optional<PictureHeader> png_header(std::string_view bytes) {
  constexpr std::size_t size_end = 24;
  if (bytes.size() < size_end || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  PictureHeader header{PictureFormat::png, big_32(bytes, 16), big_32(bytes, 20)};
  visit_png(bytes, [&](std::string_view name, std::string_view data, std::string_view) {
    if (name == "acTL") header.is_animated = true;
    if (name == "eXIf") header.orientation = exif_orientation(data);
    return true;
  });
  return header;
}

std::optional<std::string> png_without_metadata(std::string_view bytes) {
  constexpr std::array<std::string_view, 11> kept_names{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
                                                        "cHRM", "sRGB", "iCCP", "sBIT", "bKGD"};
  std::string kept(png_signature);
  const bool is_whole = visit_png(bytes, [&](std::string_view name, std::string_view, std::string_view all) {
    const bool is_kept = name == "pHYs" || std::find(kept_names.begin(), kept_names.end(), name) != kept_names.end();
    if (is_kept) kept += all;
    return true;
  });
  return is_whole ? std::optional(std::move(kept)) : std::nullopt;
}

// WebP

constexpr std::size_t webp_chunks = 12;  // where they begin
constexpr unsigned int webp_exif = 0x08;
constexpr unsigned int webp_xmp = 0x04;
constexpr unsigned int webp_animation = 0x02;

/// Calls `visit` with the name, the data and the whole of each chunk, until it returns false. False when the bytes end
/// within one.
template <typename Visit>
bool visit_webp(std::string_view bytes, const Visit& visit) {
  const std::size_t said = std::size_t{little_32(bytes, 4)} + 8;
  const std::string_view all = bytes.substr(0, said);
  std::size_t position = webp_chunks;
  while (position + 8 <= all.size()) {
    const std::size_t length = little_32(all, position + 4);
    if (length > all.size() - position - 8) return false;
    const std::size_t padded = std::min(8 + length + length % 2, all.size() - position);
    if (!visit(all.substr(position, 4), all.substr(position + 8, length), all.substr(position, padded))) return true;
    position += padded;
  }
  return said <= bytes.size() && position == all.size();
}

std::optional<PictureHeader> webp_header(std::string_view bytes) {
  if (bytes.size() < webp_chunks) return std::nullopt;
  PictureHeader header{PictureFormat::webp};
  bool is_extended = false;
  visit_webp(bytes, [&](std::string_view name, std::string_view data, std::string_view) {
    if (name == "VP8X" && data.size() >= 10) {
      is_extended = true;
      header.is_animated = (byte_at(data, 0) & webp_animation) != 0;
      header.width = (little_32(data, 4) & 0xFFFFFFU) + 1;
      header.height = ((little_32(data, 6) >> 8U) & 0xFFFFFFU) + 1;
    }
    if (name == "EXIF") header.orientation = exif_orientation(data);
    if (!is_extended && name == "VP8 " && data.size() >= 10) {
      header.width = (byte_at(data, 6) | byte_at(data, 7) << 8U) & 0x3FFFU;
      header.height = (byte_at(data, 8) | byte_at(data, 9) << 8U) & 0x3FFFU;
    }
    if (!is_extended && name == "VP8L" && data.size() >= 5) {
      const std::uint32_t bits = little_32(data, 1);
      header.width = (bits & 0x3FFFU) + 1;
      header.height = ((bits >> 14U) & 0x3FFFU) + 1;
    }
    return true;
  });
  return header;
}

std::optional<std::string> webp_without_metadata(std::string_view bytes) {
  if (bytes.size() < webp_chunks) return std::nullopt;
  constexpr std::array<std::string_view, 7> kept_names{"VP8X", "VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF"};
  std::string kept(bytes.substr(0, webp_chunks));
  bool is_changed = false;
  const bool is_whole = visit_webp(bytes, [&](std::string_view name, std::string_view, std::string_view all) {
    if (std::find(kept_names.begin(), kept_names.end(), name) == kept_names.end()) {
      is_changed = true;
      return true;
    }
    const std::size_t begin = kept.size();
    kept += all;
    if (name == "VP8X" && all.size() > 8) {
      const unsigned int flags = byte_at(all, 8);
      if ((flags & (webp_exif | webp_xmp)) != 0) is_changed = true;
      kept[begin + 8] = static_cast<char>(flags & ~(webp_exif | webp_xmp));
    }
    return true;
  });
  if (!is_whole) return std::nullopt;
  if (!is_changed && kept.size() == bytes.size()) return kept;
  const std::size_t size = kept.size() - 8;
  for (unsigned int index = 0; index < 4; ++index) kept[4 + index] = static_cast<char>(size >> (8U * index) & 0xFFU);
  return kept;
}

}  // namespace

std::optional<PictureFormat> picture_format(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return PictureFormat::jpeg;
  if (bytes.starts_with(png_signature)) return PictureFormat::png;
  if (bytes.starts_with("RIFF") && bytes.size() >= webp_chunks && bytes.substr(8, 4) == "WEBP")
    return PictureFormat::webp;
  if (bytes.starts_with("GIF8")) return PictureFormat::gif;
  return std::nullopt;
}

std::optional<PictureHeader> read_picture_header(std::string_view bytes) {
  const std::optional<PictureFormat> format = picture_format(bytes);
  std::optional<PictureHeader> header;
  if (format == PictureFormat::jpeg) header = jpeg_header(bytes);
  if (format == PictureFormat::png) header = png_header(bytes);
  if (format == PictureFormat::webp) header = webp_header(bytes);
  const bool is_sized = header && header->width > 0 && header->height > 0;
  return is_sized ? header : std::nullopt;
}

std::optional<std::string> without_metadata(std::string_view bytes) {
  switch (picture_format(bytes).value_or(PictureFormat::gif)) {
    case PictureFormat::jpeg:
      return jpeg_without_metadata(bytes);
    case PictureFormat::png:
      return png_without_metadata(bytes);
    case PictureFormat::webp:
      return webp_without_metadata(bytes);
    case PictureFormat::gif:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string colour_profile_segments(std::string_view jpeg) {
  std::string segments;
  if (picture_format(jpeg) != PictureFormat::jpeg) return segments;
  visit_jpeg(jpeg, [&](const JpegSegment& segment) {
    if (is_colour_profile(segment)) segments += segment.all;
    return segment.marker != jpeg_scan;
  });
  return segments;
}

}  // namespace wegwijs
