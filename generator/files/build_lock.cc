#include "files/build_lock.h"

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace wegwijs {
namespace {

int holder_of(const Descriptor& file) {
  std::array<char, 16> digits{};
  const ssize_t length = ::pread(file.number(), digits.data(), digits.size(), 0);
  int holder = 0;
  if (length > 0) std::from_chars(digits.data(), digits.data() + length, holder);
  return holder;
}

/// The id only informs those who wait: a full disk must not stop a build here.
void write_holder(const Descriptor& file) {
  if (::ftruncate(file.number(), 0) == 0) write_all(file, std::to_string(::getpid()) + '\n');
}

bool lock(const Descriptor& file, int operation) {
  return uninterrupted([&] { return ::flock(file.number(), operation); }) == 0;
}

/// False when the last holder removed the file between our opening and our locking of it.
bool is_still_named(const Descriptor& file, const std::filesystem::path& path) {
  struct stat opened {};
  struct stat named {};
  // Another failure would come back at every try.
  if (::fstat(file.number(), &opened) != 0) throw_system_error(errno, path);
  if (::lstat(path.c_str(), &named) != 0) {
    if (errno == ENOENT) return false;
    throw_system_error(errno, path);
  }
  return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

BuildLock::BuildLock(std::filesystem::path lock_file, const WaitingForBuild& waiting)
    : lock_file_(std::move(lock_file)) {
  bool told = false;
  while (true) {
    Descriptor file = open_below(AT_FDCWD, lock_file_.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0644);
    if (!file.is_open()) throw_system_error(errno, lock_file_);
    if (!lock(file, LOCK_EX | LOCK_NB)) {
      if (errno != EWOULDBLOCK) throw_system_error(errno, lock_file_);
      if (waiting && !std::exchange(told, true)) waiting(holder_of(file));
      if (!lock(file, LOCK_EX)) throw_system_error(errno, lock_file_);
    }
    if (!is_still_named(file, lock_file_)) continue;
    write_holder(file);
    file_ = std::move(file);
    return;
  }
}

BuildLock::~BuildLock() {
  // While it is still locked: later, another build could hold a lock on the file that goes.
  ::unlink(lock_file_.c_str());
}

}  // namespace wegwijs
