#include "files/descriptor.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace wegwijs {

Descriptor::~Descriptor() {
  close();
}

bool Descriptor::close() {
  if (!is_open()) return true;
  // Not again after EINTR: Linux has freed the number by then, and another thread may have it already.
  return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
}

Descriptor open_below(int folder, const char* path, int flags, mode_t mode) {
  return Descriptor(uninterrupted([&] { return ::openat(folder, path, flags | O_CLOEXEC, mode); }));
}

std::string read_regular_file(const Descriptor& file, const std::filesystem::path& path, std::size_t most) {
  struct stat status {};
  if (uninterrupted([&] { return ::fstat(file.number(), &status); }) != 0) throw_system_error(errno, path);
  if (S_ISDIR(status.st_mode)) throw_system_error(EISDIR, path);
  if (!S_ISREG(status.st_mode)) {
    throw std::system_error(EINVAL, std::generic_category(), path.string() + " is not a regular file");
  }
  // One byte more than expected, so that the usual file needs no second, larger buffer to find its end.
  std::string bytes(std::min(static_cast<std::size_t>(status.st_size) + 1, most), '\0');
  std::size_t length = 0;
  while (length < most) {
    if (length == bytes.size()) bytes.resize(std::min(2 * bytes.size(), most));
    const ssize_t count =
        uninterrupted([&] { return ::read(file.number(), bytes.data() + length, bytes.size() - length); });
    if (count < 0) throw_system_error(errno, path);
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
  }
  bytes.resize(length);
  return bytes;
}

bool write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = uninterrupted([&] { return ::write(file.number(), bytes.data(), bytes.size()); });
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void throw_system_error(int error, const std::filesystem::path& path) {
  throw std::system_error(error, std::generic_category(), path.string());
}

}  // namespace wegwijs
