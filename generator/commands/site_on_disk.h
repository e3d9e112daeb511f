#pragma once

#include <filesystem>
#include <optional>

#include "commands/command_line.h"
#include "files/file_tree.h"
#include "model/load_site.h"

namespace wegwijs {

/// A site as it lies on the disk, ready for `generate`.
struct SiteOnDisk {
  FileTree sources;
  BuildFacts facts;
  Language language = Language::nl;
  std::filesystem::path root;
  std::vector<std::filesystem::path> watched_folders;  ///< those whose changes matter
};

/// Reads which files there are and what day it is in the time zone of the site. Empty when the settings cannot be read,
/// which is then reported. Throws `UsageError` for arguments that cannot be right.
std::optional<SiteOnDisk> read_site_on_disk(const CommandLine& command_line, Diagnostics& diagnostics,
                                            FileTree& settings_only);

/// An argument that has the right form and cannot be right, in words for the user.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Prints the diagnostics on standard error, in colour when it is a terminal and NO_COLOR is not set.
void print_diagnostics(const Diagnostics& diagnostics, const FileTree& sources, Language language);

}  // namespace wegwijs
