#pragma once

#include <filesystem>
#include <functional>

#include "files/descriptor.h"

namespace wegwijs {

/// Called once with the process id of the holder, or 0 when that is not known, before waiting begins.
using WaitingForBuild = std::function<void(int holder)>;

/// Keeps two builds of one target apart, with flock on `lock_file`.
///
/// The kernel drops the lock when its holder ends, however it ends: a file that a killed build left locks
/// nothing. The file holds the process id of the holder, for people, and goes with the lock. Two locks on one file in
/// the same process keep each other out as well, so taking both in one thread never ends.
class BuildLock {
 public:
  /// Waits for as long as another holds the lock. Throws std::system_error, naming the path.
  BuildLock(std::filesystem::path lock_file, const WaitingForBuild& waiting);
  BuildLock(const BuildLock&) = delete;
  BuildLock& operator=(const BuildLock&) = delete;
  ~BuildLock();

 private:
  std::filesystem::path lock_file_;
  Descriptor file_;
};

}  // namespace wegwijs
