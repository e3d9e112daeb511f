#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "commands/command_line.h"
#include "files/file_tree.h"
#include "model/load_site.h"

namespace wegwijs {

/// A site as it lies on the disk, ready for `generate`.
struct SiteOnDisk {
  FileTree sources;                  ///< without `settings`: only the files at the root
  std::optional<Settings> settings;  ///< empty when they, or the theme, cannot be used, which was reported
  BuildFacts facts;
  std::filesystem::path root;
  std::vector<std::filesystem::path> watched_folders;  ///< those whose changes matter
  bool leaves_out_files = false;                       ///< some that were found, with a finding about each
};

/// How often a run starts again because sources changed while it read them, before it gives up. From the second time on
/// the tree keeps what it reads, so only files that vanish can still disturb it.
inline constexpr int most_attempts = 10;

/// Calls `run` with what the trees of that run must keep, and again while `SourceChanged` comes out of it.
template <typename Run>
auto with_steady_sources(const Run& run) {
  for (int attempt = 1;; ++attempt) {
    try {
      return run(attempt == 1 ? KeepBytes::no : KeepBytes::yes);
    } catch (const SourceChanged&) {
      if (attempt == most_attempts) throw;
    }
  }
}

/// Throws `SourceChanged` when a file that a message is about has changed since.
void check_unchanged(const Diagnostics& diagnostics, const FileTree& sources);

/// Throws `UsageError` for arguments that cannot be right, whatever the site says.
void check_arguments(const CommandLine& command_line);

/// Reads the settings, which files there are and what day it is in the time zone of the site. Throws `UsageError` for
/// arguments that cannot be right.
SiteOnDisk read_site_on_disk(const CommandLine& command_line, Diagnostics& diagnostics, KeepBytes keep = KeepBytes::no);

/// Whether reports for people are in colour: standard error is a terminal and NO_COLOR is not set.
bool reports_in_colour();

/// The diagnostics in the form that was asked for. As text it is empty when there are none.
std::string report_in_form(const Diagnostics& diagnostics, const FileTree& sources, ReportForm form, Language language);

/// Prints the diagnostics in the form that was asked for. As text they go to standard error; every other form is for
/// programs and goes to standard output, also when there are none.
void print_diagnostics(const Diagnostics& diagnostics, const FileTree& sources, ReportForm form, Language language);

}  // namespace wegwijs
