#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "files/descriptor.h"

namespace wegwijs {

/// Waits for changes in files, through the kernel's inotify.
class FolderWatch {
 public:
  /// Watches every folder with all folders below it, and the folder around every file. Throws std::system_error, naming
  /// the folder.
  explicit FolderWatch(const std::vector<std::filesystem::path>& folders);

  /// Returns when something changed and the save is over, when `longest` has passed, or when a signal interrupted the
  /// wait (signals that are blocked elsewhere are let in here). Says whether something changed; that which changed since
  /// the last wait counts. An editor saves in several steps: while a file is away, or begun and not closed, it is waited
  /// for longer.
  bool wait(std::optional<std::chrono::milliseconds> longest = std::nullopt);

  /// Whether folders came or went, so that only a new watch sees all that there is.
  bool is_outdated() const { return is_outdated_; }

 private:
  void read_events();

  Descriptor descriptor_;
  bool is_outdated_ = false;
  /// Files that a step of a save left away or unfinished: the watch of the folder, and the name.
  std::set<std::pair<int, std::string>> unfinished_;
};

/// Waits for `longest`, or until a signal comes; signals that are blocked elsewhere are let in.
void wait_for_signal(std::chrono::milliseconds longest);

}  // namespace wegwijs
