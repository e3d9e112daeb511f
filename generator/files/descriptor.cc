#include "files/descriptor.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace wegwijs {
namespace {

/// In bytes.
std::size_t size_of_regular_file(const Descriptor& file, const std::filesystem::path& path) {
  struct stat status {};
  if (uninterrupted([&] { return ::fstat(file.number(), &status); }) != 0) throw_system_error(errno, path);
  if (S_ISDIR(status.st_mode)) throw_system_error(EISDIR, path);
  if (!S_ISREG(status.st_mode)) {
    throw std::system_error(EINVAL, std::generic_category(), path.string() + " is not a regular file");
  }
  return static_cast<std::size_t>(status.st_size);
}

/// How many bytes came; 0 at the end of the file.
std::size_t read_some(const Descriptor& file, const std::filesystem::path& path, char* bytes, std::size_t size) {
  const ssize_t count = uninterrupted([&] { return ::read(file.number(), bytes, size); });
  if (count < 0) throw_system_error(errno, path);
  return static_cast<std::size_t>(count);
}

}  // namespace

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
  // One byte more than expected, so that the usual file needs no second, larger buffer to find its end.
  std::string bytes(std::min(size_of_regular_file(file, path) + 1, most), '\0');
  std::size_t length = 0;
  while (length < most) {
    if (length == bytes.size()) bytes.resize(std::min(2 * bytes.size(), most));
    const std::size_t count = read_some(file, path, bytes.data() + length, bytes.size() - length);
    if (count == 0) break;
    length += count;
  }
  bytes.resize(length);
  return bytes;
}

SharedBytes read_large_file(const Descriptor& file, const std::filesystem::path& path) {
  const std::size_t size = size_of_regular_file(file, path);
  const std::shared_ptr<char[]> bytes = std::make_shared_for_overwrite<char[]>(size);
  // Advice, for whole pages: the system may not follow it.
  constexpr std::uintptr_t page = 4096;
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(bytes.get()) + page - 1) / page * page;
  const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(bytes.get()) + size) / page * page;
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  std::size_t length = 0;
  while (length < size) {
    const std::size_t count = read_some(file, path, bytes.get() + length, size - length);
    if (count == 0) break;
    length += count;
  }
  return {bytes, std::string_view(bytes.get(), length)};
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
