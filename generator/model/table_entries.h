#pragma once

#include <optional>
#include <vector>

#include "files/file_tree.h"
#include "model/site.h"

namespace wegwijs {

/// The entries that the rows of a data file are. `common` is the file with the values that all rows share. Sorted by
/// day, time and what they are about. Empty when the file cannot be read as such a table, which is reported.
std::optional<std::vector<Entry>> read_table_entries(const FileTree& sources, FileId table,
                                                     std::optional<FileId> common, const Schema& schema,
                                                     Diagnostics& diagnostics);

}  // namespace wegwijs
