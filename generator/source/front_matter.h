#pragma once

#include <optional>

#include "source/yaml_tree.h"

namespace wegwijs {

/// A Markdown file taken apart: its YAML header and where its text begins.
struct FrontMatter {
  YamlNode values;
  SourceSpan yaml;  ///< the header between its two '---' lines
  SourceSpan body;  ///< from after the closing '---' line to the end of the file
};

/// Reads the header between the first line, '---', and the next line that is '---'. No header, no end of it, and
/// everything that `read_yaml` refuses are errors; the result is then empty.
std::optional<FrontMatter> read_front_matter(std::string_view bytes, FileId file, Diagnostics& diagnostics);

}  // namespace wegwijs
