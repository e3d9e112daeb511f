#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Reports a source that is a link, a device or anything else but a regular file.
void report_not_a_regular_file(std::string_view shown_path, Diagnostics& diagnostics);

/// Reports a path that does not stay below the root: absolute, empty, or with an empty, "." or ".." part.
void report_outside_site(std::string_view path, Diagnostics& diagnostics);

/// Whether Windows, an office program or an editor leaves such a file in a folder that somebody opened.
bool is_left_by_system(std::string_view name);

/// Whether the names in one folder can be used on every system. Reports each that is not UTF-8, and names that differ
/// only by case or normalisation, naming both. The names that may stay, in byte order.
std::vector<std::string> usable_names(std::vector<std::string> names, std::string_view shown_folder,
                                      Diagnostics& diagnostics);

}  // namespace wegwijs
