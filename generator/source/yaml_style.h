#pragma once

#include <string>
#include <string_view>

#include "source/yaml_tree.h"

namespace wegwijs {

/// How values are written where no bytes of the file say how.
struct YamlStyle {
  std::string_view line_break = "\n";
  bool one_line_only = false;  ///< no block texts, no lists and maps over several lines
};

/// Whether YAML reads `text` without quotes as itself, within brackets too.
bool is_safe_without_quotes(std::string_view text);

/// In double quotes, with escapes.
std::string in_double_quotes(std::string_view text);

/// A text over several lines below `|`, indented by `indent`. Precondition: `fits_block(text)`.
std::string as_block(std::string_view text, std::size_t indent, const YamlStyle& style);
bool fits_block(std::string_view text);

/// On one line, lists and maps in brackets.
std::string in_one_line(const YamlNode& node);

/// A map whose first key is at `column`: the first line without its indentation.
/// Lists and maps deeper than `depth` 3 are written in brackets.
std::string map_lines(const YamlNode& map, std::size_t column, int depth, const YamlStyle& style);
std::string list_lines(const YamlNode& list, std::size_t column, int depth, const YamlStyle& style);

/// What comes after the colon of a key at `column`, or after a dash: " value", or a line break and lines.
std::string value_after(const YamlNode& node, std::size_t column, int depth, const YamlStyle& style);
/// What comes after the dash of a list at `column`.
std::string element_after_dash(const YamlNode& node, std::size_t column, int depth, const YamlStyle& style);

}  // namespace wegwijs
