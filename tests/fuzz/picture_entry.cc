#include "fuzz/entries.h"
#include "pictures/picture_header.h"
#include "pictures/published_picture.h"
#include "pictures/svg.h"

namespace wegwijs {
namespace {

void check_picture(std::string_view bytes) {
  const std::optional<PictureHeader> header = read_picture_header(bytes);
  if (!header) return;
  require(header->width > 0 && header->height > 0, "a picture that is read has a size");
  require(header->orientation >= 1 && header->orientation <= 8, "an orientation is one of eight");
  const PublishedSize size = published_size(*header);
  require(size.width >= 1 && size.width <= widest_picture && size.height >= 1, "a published picture is not too wide");
  const std::optional<std::string> clean = without_metadata(bytes);
  if (!clean) return;
  require(clean->size() <= bytes.size(), "what is taken out makes a picture no larger");
  require(without_metadata(*clean) == clean, "of a clean picture nothing is taken out");
  require(read_picture_header(*clean).has_value(), "a clean picture has a size");
}

}  // namespace

void read_any_picture(std::string_view bytes) {
  check_picture(bytes);
  const SvgReading svg = read_svg(bytes);
  require(svg.fault || bytes.find('<') != std::string_view::npos, "a drawing has an element");
  require((svg.width > 0) == (svg.height > 0), "a drawing has a width and a height, or neither");
}

}  // namespace wegwijs
