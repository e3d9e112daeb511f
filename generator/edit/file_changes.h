#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wegwijs {

/// What one file holds and should hold.
struct FileChange {
  std::string path;                   ///< below the root
  std::optional<std::string> before;  ///< none: the file is not there
  std::optional<std::string> after;   ///< none: the file goes
};

/// Why changes were not made.
struct RefusedChange {
  std::string path;
  std::string why;  ///< a sentence in Dutch
};

/// Makes all changes or none: every new file is written beside its place first, then all files are looked at once more,
/// then all are put in their places; where that fails, those that were changed get their old bytes back. A file that
/// does not hold `before` any more, a link, and a path that leaves `root` are refused. Throws std::system_error, naming
/// the path, when the disk fails.
std::optional<RefusedChange> make_changes(const std::filesystem::path& root, const std::vector<FileChange>& changes);

}  // namespace wegwijs
