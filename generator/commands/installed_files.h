#pragma once

#include <filesystem>

namespace wegwijs {

/// The folder of the themes that come with the program: beside an installed program (`../share/wegwijs/themes`), else
/// that of its sources.
std::filesystem::path supplied_themes();

/// The folder of what `init` makes a new portal of, found the same way.
std::filesystem::path supplied_start();

/// The folder with `site.yaml` in which a command is meant: the working folder, or the nearest one above it that has
/// one; "." when there is none.
std::filesystem::path root_from_here();

}  // namespace wegwijs
