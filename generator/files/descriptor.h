#pragma once

#include <fcntl.h>
#include <sys/types.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace wegwijs {

/// The result of `call`, a system call that gives -1 when it fails, made again for as long as a signal interrupts it.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

/// Owns an open file descriptor. Move-only.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// Closes now; false, with `errno`, when the system reports a failed write only here (network disks, quotas).
  bool close();
  /// Gives the descriptor to a new owner.
  int release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

/// How a file is opened that somebody else put there: a fifo in its place does not keep us waiting, a terminal does not
/// become ours.
inline constexpr int for_reading = O_RDONLY | O_NONBLOCK | O_NOCTTY;

/// Opens `path` below the open folder `folder` (AT_FDCWD: the working folder). Never inherited by child processes;
/// tried again after EINTR. A descriptor that is not open, with `errno`, when it fails.
Descriptor open_below(int folder, const char* path, int flags, mode_t mode = 0);

/// All bytes from the current position on, or the first `most` of them, also when the file grew or shrank since it was
/// opened. Throws std::system_error, naming `path`, and when it is no regular file: a device or fifo has no end.
std::string read_regular_file(const Descriptor& file, const std::filesystem::path& path,
                              std::size_t most = std::string::npos);

/// Bytes that several owners may share.
struct SharedBytes {
  std::shared_ptr<const void> owner;
  std::string_view bytes;
};

/// All bytes of a file that nobody writes to, as long as it was when this began. For large ones: their memory is not
/// filled before it is read into, and the system may use large pages for it. Throws as `read_regular_file` does.
SharedBytes read_large_file(const Descriptor& file, const std::filesystem::path& path);

/// Writes all of `bytes`; goes on after short writes and EINTR. False, with `errno`, when the system refuses.
bool write_all(const Descriptor& file, std::string_view bytes);

/// Throws std::system_error for `error` (an errno value) that names `path`.
[[noreturn]] void throw_system_error(int error, const std::filesystem::path& path);

}  // namespace wegwijs
