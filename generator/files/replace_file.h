#pragma once

#include <filesystem>
#include <string_view>

namespace wegwijs {

/// Gives the file at `path` these bytes: written beside it and renamed, so that a reader, and a kill at any moment,
/// finds the old file or the new one. Throws std::system_error that names the path.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace wegwijs
