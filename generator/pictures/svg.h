#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// What is known of an SVG file after it is read once.
struct SvgReading {
  std::optional<BilingualText> fault;  ///< why it cannot be published: "… cannot be published: "
  std::string words;                   ///< of the file, where the fault is; may be empty
  std::uint32_t line = 0;              ///< of the fault, from 1
  std::uint32_t width = 0;             ///< of `width` and `height` in pixels, else of `viewBox`; 0: it has none
  std::uint32_t height = 0;
};

/// Reads an SVG file. It has a fault when it is no well-formed SVG, or could do more than be looked at: a script or an
/// event handler, HTML, a DOCTYPE or entities, a reference to anything but a part of the file itself or a picture
/// within it. Time and memory proportional to the size.
SvgReading read_svg(std::string_view bytes);

}  // namespace wegwijs
