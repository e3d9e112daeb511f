#pragma once

#include <filesystem>
#include <vector>

namespace wegwijs {

/// Waits for changes in files, through the kernel's inotify.
class FolderWatch {
 public:
  /// Watches every folder with all folders below it, and the folder around every file. Throws std::system_error, naming
  /// the folder.
  explicit FolderWatch(const std::vector<std::filesystem::path>& folders);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Returns when something changed and it has been quiet for some milliseconds since (an editor saves in several
  /// steps), or when a signal interrupted the wait (signals that
  /// are blocked elsewhere are let in here). Says whether something changed.
  bool wait() const;

 private:
  int descriptor_ = -1;
};

}  // namespace wegwijs
