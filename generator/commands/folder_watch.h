#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "files/descriptor.h"

namespace wegwijs {

/// Waits for changes in files, through the kernel's inotify.
class FolderWatch {
 public:
  /// Watches every folder with all folders below it, and the folder around every file. Throws std::system_error, naming
  /// the folder.
  explicit FolderWatch(const std::vector<std::filesystem::path>& folders);

  /// Returns when something changed and it has been quiet for some milliseconds since (an editor saves in several
  /// steps), when `longest` has passed, or when a signal interrupted the wait (signals that are blocked elsewhere are
  /// let in here). Says whether something changed.
  bool wait(std::optional<std::chrono::milliseconds> longest = std::nullopt) const;

 private:
  Descriptor descriptor_;
};

/// Waits for `longest`, or until a signal comes; signals that are blocked elsewhere are let in.
void wait_for_signal(std::chrono::milliseconds longest);

}  // namespace wegwijs
