#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"

namespace wegwijs {

/// A folder with a portal, named in the file of `build --all`.
struct ListedPortal {
  std::string folder;  ///< below the folder of the list, with '/': "noord/groningen"
  SourceSpan where;
};

/// Reads `portalen: [utrecht, noord/groningen]`. A folder that is no name below that of the list, that is named twice
/// or that lies within another one is reported and left out. Empty, and reported, when the file cannot be read as YAML
/// or names no portal at all.
std::optional<std::vector<ListedPortal>> read_portal_list(const FileTree& sources, FileId file,
                                                          Diagnostics& diagnostics);

}  // namespace wegwijs
