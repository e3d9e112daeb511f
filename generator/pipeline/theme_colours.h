#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "files/file_tree.h"

namespace wegwijs {

/// A colour of the screen, 0 to 255 a channel.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

/// Reads `#rgb` or `#rrggbb`; empty for anything else.
std::optional<Colour> read_colour(std::string_view text);

/// Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
double contrast(Colour one, Colour other);

/// The custom properties of a style sheet: those of `:root` outside every media query, and the same with those inside
/// `prefers-color-scheme: dark` put over them.
struct ColourTokens {
  struct Token {
    std::string value;
    std::uint32_t offset = 0;  ///< of the value, in bytes
  };
  std::map<std::string, Token, std::less<>> light;
  std::map<std::string, Token, std::less<>> dark;
};
ColourTokens read_colour_tokens(std::string_view css);

/// Reports every pair of `kleurparen.yaml` of the theme whose contrast in `static/css/tokens.css` is too low, by name,
/// in light and dark. A theme without `kleurparen.yaml` is not judged.
void check_theme_colours(const FileTree& sources, Diagnostics& diagnostics);

}  // namespace wegwijs
