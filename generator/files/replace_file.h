#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace wegwijs {

/// Gives the file at `path` these bytes: written beside it and renamed, so that a reader, and a kill at any moment,
/// finds the old file or the new one. Throws std::system_error that names the path.
/// Until it is renamed the file is called `unfinished_name`, "-" and the number of the process.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// A dot in front: never taken for a source.
std::string unfinished_name(const std::filesystem::path& path);

}  // namespace wegwijs
