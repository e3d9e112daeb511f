#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "diagnostic/report.h"

namespace wegwijs {

/// One regular file of the sources.
struct SourceFile {
  std::string path;  ///< below the root, with '/': `schoolprofiles/de-brug.yaml`; of the theme: `theme_mount` first
  std::string shown_path;  ///< how messages name it: `path`; of the theme: its path from the root, or as it was given
  std::uint64_t size = 0;  ///< bytes
  std::filesystem::path disk_path;  ///< where the bytes are read; empty when `content` holds them
  std::optional<std::string> content;
};

/// Under this prefix the files of the theme stand, wherever the theme lies.
inline constexpr std::string_view theme_mount = "thema:/";

/// The sources of a site: paths and sizes, bytes on demand. Sorted by path (byte order), so every walk has the same
/// order on every machine. Const after it is made; may be read from several threads.
class FileTree : public SourceLookup {
 public:
  FileTree() = default;
  /// Sorts by path. Precondition: no two files have the same path.
  explicit FileTree(std::vector<SourceFile> files);
  /// For tests and generated sources: path → bytes.
  static FileTree from_memory(const std::map<std::string, std::string>& files);

  std::span<const SourceFile> files() const { return files_; }
  const SourceFile& file(FileId id) const { return files_[static_cast<std::size_t>(id)]; }
  std::optional<FileId> find(std::string_view path) const;
  /// The files below `folder` ("content/activiteiten", no slash at the end), in order of path; `first` receives the
  /// number of the first one.
  std::span<const SourceFile> files_below(std::string_view folder, FileId& first) const;

  /// The whole file as it is now, whatever its size was when the tree was read. Throws std::system_error, naming the
  /// path, when it cannot be read or is no regular file any more.
  std::string read(FileId id) const;

  std::string path_of(FileId file) const override;
  /// For messages: empty as well for a file of more than 1 MB, which is not read.
  std::string bytes_of(FileId file) const override;

 private:
  std::vector<SourceFile> files_;
};

}  // namespace wegwijs
