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
  std::filesystem::path root;
  std::vector<std::filesystem::path> watched_folders;  ///< those whose changes matter
};

/// Reads which files there are and what day it is in the time zone of the site. Empty when the settings cannot be read,
/// which is then reported. Throws `UsageError` for arguments that cannot be right.
std::optional<SiteOnDisk> read_site_on_disk(const CommandLine& command_line, Diagnostics& diagnostics,
                                            FileTree& settings_only);

/// Prints the diagnostics in the form that was asked for. As text they go to standard error, in colour when it is a
/// terminal and NO_COLOR is not set; every other form is for programs and goes to standard output, also when there are
/// none.
void print_diagnostics(const Diagnostics& diagnostics, const FileTree& sources, ReportForm form, Language language);

}  // namespace wegwijs
