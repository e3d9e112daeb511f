#include <turbojpeg.h>

#include <memory>

#include "pictures/codecs.h"

namespace wegwijs {
namespace {

using Codec = std::unique_ptr<void, decltype([](void* handle) { tjDestroy(handle); })>;

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

struct JpegForm {
  int width = 0;
  int height = 0;
  int subsampling = 0;
  int colours = 0;
};

std::optional<JpegForm> form_of(void* codec, std::string_view bytes) {
  JpegForm form;
  const int failed = tjDecompressHeader3(codec, data_of(bytes), bytes.size(), &form.width, &form.height,
                                         &form.subsampling, &form.colours);
  return failed != 0 || form.width <= 0 || form.height <= 0 ? std::nullopt : std::optional(form);
}

bool is_cmyk(const JpegForm& form) {
  return form.colours == TJCS_CMYK || form.colours == TJCS_YCCK;
}

/// The smallest scale of the library that gives at least `least_width`.
tjscalingfactor scale_for(int width, std::uint32_t least_width) {
  int count = 0;
  const tjscalingfactor* factors = tjGetScalingFactors(&count);
  tjscalingfactor best{1, 1};
  for (int index = 0; factors != nullptr && index < count; ++index) {
    const tjscalingfactor& factor = factors[index];
    const bool is_smaller = factor.num * best.denom < best.num * factor.denom;
    const bool is_enough = static_cast<std::uint32_t>(TJSCALED(width, factor)) >= least_width;
    if (is_smaller && is_enough) best = factor;
  }
  return best;
}

std::optional<Pixels> decode(std::string_view bytes, std::uint32_t least_width, bool with_cmyk) {
  const Codec codec(tjInitDecompress());
  if (!codec) return std::nullopt;
  const std::optional<JpegForm> form = form_of(codec.get(), bytes);
  if (!form || (is_cmyk(*form) && !with_cmyk)) return std::nullopt;
  const tjscalingfactor scale = scale_for(form->width, least_width);
  const int width = TJSCALED(form->width, scale);
  const int height = TJSCALED(form->height, scale);
  const bool is_grey = form->colours == TJCS_GRAY;
  const int pixel_format = is_cmyk(*form) ? TJPF_CMYK : is_grey ? TJPF_GRAY : TJPF_RGB;
  Pixels pixels{static_cast<std::uint32_t>(width),
                static_cast<std::uint32_t>(height),
                static_cast<std::uint32_t>(tjPixelSize[pixel_format]),
                {}};
  pixels.bytes.resize(std::size_t{pixels.width} * pixels.height * pixels.channels);
  // A warning (a picture cut short, bytes that are no picture) is a failure as well; a progressive picture of thousands
  // of scans takes too long.
  const int failed = tjDecompress2(codec.get(), data_of(bytes), bytes.size(), pixels.bytes.data(), width, 0, height,
                                   pixel_format, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS);
  return failed != 0 ? std::nullopt : std::optional(std::move(pixels));
}

}  // namespace

std::optional<Pixels> decode_jpeg(std::string_view bytes, std::uint32_t least_width) {
  return decode(bytes, least_width, false);
}

bool is_whole_jpeg(std::string_view bytes) {
  return decode(bytes, 1, true).has_value();
}

bool is_cmyk_jpeg(std::string_view bytes) {
  const Codec codec(tjInitDecompress());
  if (!codec) return false;
  const std::optional<JpegForm> form = form_of(codec.get(), bytes);
  return form && is_cmyk(*form);
}

std::string encode_jpeg(const Pixels& pixels) {
  constexpr int quality = 82;
  const Codec codec(tjInitCompress());
  if (!codec) return "";
  unsigned char* made = nullptr;
  unsigned long size = 0;
  const bool is_grey = pixels.channels == 1;
  const int failed = tjCompress2(codec.get(), pixels.bytes.data(), static_cast<int>(pixels.width), 0,
                                 static_cast<int>(pixels.height), is_grey ? TJPF_GRAY : TJPF_RGB, &made, &size,
                                 is_grey ? TJSAMP_GRAY : TJSAMP_420, quality, TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE);
  const std::unique_ptr<unsigned char, decltype([](unsigned char* bytes) { tjFree(bytes); })> owned(made);
  return failed != 0 ? "" : std::string(reinterpret_cast<const char*>(made), size);
}

}  // namespace wegwijs
