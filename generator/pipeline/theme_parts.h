#pragma once

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"

namespace wegwijs {

/// Looks at the parts that are joined into one published file (files/theme_files.h) and reports, at the part itself:
/// a file that is no part; in a style sheet a bracket, text or comment that goes on into the next part; in a script a
/// name that two parts declare at the beginning of a line.
void check_theme_parts(const FileTree& sources, Diagnostics& diagnostics);

}  // namespace wegwijs
