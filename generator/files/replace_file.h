#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "files/descriptor.h"

namespace wegwijs {

/// A new file in the place of the one at a path: written beside it and renamed, so that a reader, and a kill at any
/// moment, finds the old file or the new one. Until then it is called `unfinished_name`, "-" and the number of the
/// process. All functions throw std::system_error that names the path.
class FileReplacement {
 public:
  explicit FileReplacement(std::filesystem::path path);
  FileReplacement(const FileReplacement&) = delete;
  FileReplacement& operator=(const FileReplacement&) = delete;
  /// Without `finish` the old file stays.
  ~FileReplacement();

  void append(std::string_view bytes);
  /// The file is on the disk, and at its path.
  void finish();

 private:
  std::filesystem::path path_;
  std::filesystem::path beside_;
  Descriptor file_;
  bool is_finished_ = false;
};

/// Gives the file at `path` these bytes, as `FileReplacement` does.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// A dot in front: never taken for a source.
std::string unfinished_name(const std::filesystem::path& path);

}  // namespace wegwijs
