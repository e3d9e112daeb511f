#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"

namespace wegwijs {

/// The folders of a theme: its own, then those of the themes that it stands on. A file that several have is that of the
/// first.
struct ThemeFolders {
  std::vector<std::filesystem::path> folders;

  ThemeFolders() = default;
  ThemeFolders(std::filesystem::path only) {
    if (!only.empty()) folders.push_back(std::move(only));
  }
};

/// Reads which files there are, not their bytes: `single_files` and everything below `folders` (both relative to
/// `root`, which is itself not walked), and everything below the folders of `theme`, mounted under `theme_mount`. Names
/// that begin with a dot are skipped. Anything that is not a regular file (a link, a fifo, a device), a name that is
/// not UTF-8, and names that differ only by case or by Unicode normalisation are errors in `diagnostics`; they are left
/// out. A folder that does not exist is simply empty: the caller decides whether that is an error. `single_files` and
/// `folders` that leave the root, also through a link, are errors too. `root` and the folders of `theme` themselves may
/// be links. Throws std::system_error, naming the path, when a folder cannot be read.
FileTree read_tree(const std::filesystem::path& root, const std::vector<std::string>& single_files,
                   const std::vector<std::string>& folders, const ThemeFolders& theme, Diagnostics& diagnostics,
                   KeepBytes keep = KeepBytes::no);

/// The whole file; a link is followed. Throws std::system_error, naming the path, also when it is no regular file.
/// Reads again after EINTR and goes on after a short read.
std::string read_file(const std::filesystem::path& path);

}  // namespace wegwijs
