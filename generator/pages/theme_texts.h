#pragma once

#include <string>
#include <utility>
#include <vector>

#include "files/file_tree.h"
#include "templates/data.h"

namespace wegwijs {

/// The words of the interface, from `texts.<language>.yaml` of the theme.
struct ThemeTexts {
  std::vector<std::pair<std::string, std::string>> words;  ///< in the order of the file
  std::vector<std::pair<Name, std::size_t>> places;        ///< in `words`, by name

  /// The same words as data; points into this object.
  Data data(DataArena& arena) const;
  DataShape shape() const;
};

/// Reads the words in `language`. A key that the Dutch file has and the other one lacks is reported, and is then taken
/// from the Dutch one, so that no page has a hole.
ThemeTexts read_theme_texts(const FileTree& sources, Language language, Diagnostics& diagnostics);

}  // namespace wegwijs
