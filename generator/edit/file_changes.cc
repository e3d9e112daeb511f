#include "edit/file_changes.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "files/descriptor.h"
#include "files/replace_file.h"

namespace wegwijs {
namespace {

constexpr mode_t new_file_mode = 0644;

/// Whether the folder of `path` is really below `root`, whatever links there are.
bool is_inside(const std::filesystem::path& root, const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path real_root = std::filesystem::canonical(root, error);
  if (error) return false;
  const std::filesystem::path real_folder = std::filesystem::canonical(path.parent_path(), error);
  if (error) return false;
  const auto [end, unused] = std::mismatch(real_root.begin(), real_root.end(), real_folder.begin(), real_folder.end());
  return end == real_root.end();
}

/// The bytes that are there; empty when there is nothing. `is_strange` is set for anything but a regular file.
std::optional<std::string> bytes_there(const std::filesystem::path& path, bool& is_strange) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return std::nullopt;
    throw_system_error(errno, path);
  }
  is_strange = !S_ISREG(status.st_mode);
  if (is_strange) return std::nullopt;
  const Descriptor file = open_below(AT_FDCWD, path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (!file.is_open()) throw_system_error(errno, path);
  return read_regular_file(file, path);
}

std::optional<RefusedChange> why_not(const std::filesystem::path& root, const FileChange& change) {
  const std::filesystem::path path = root / change.path;
  const std::filesystem::path plain(change.path);
  const bool leaves = plain.is_absolute() || std::find(plain.begin(), plain.end(), "..") != plain.end();
  if (leaves || change.path.empty() || !is_inside(root, path))
    return RefusedChange{change.path, "Dit bestand ligt niet in het portaal."};
  bool is_strange = false;
  const std::optional<std::string> there = bytes_there(path, is_strange);
  if (is_strange) return RefusedChange{change.path, "Dit is geen gewoon bestand."};
  if (!change.before && there) return RefusedChange{change.path, "Er is al een bestand met deze naam."};
  if (change.before && !there) return RefusedChange{change.path, "Dit bestand is intussen weggehaald."};
  if (change.before != there) return RefusedChange{change.path, "Iemand anders heeft dit bestand intussen veranderd."};
  return std::nullopt;
}

/// A dot in front: never taken for a source.
std::filesystem::path beside(const std::filesystem::path& path) {
  return path.parent_path() / (".wegwijs-wijziging-" + path.filename().string() + "-" + std::to_string(::getpid()));
}

void write_beside(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path name = beside(path);
  ::unlink(name.c_str());
  Descriptor file = open_below(AT_FDCWD, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, new_file_mode);
  if (!file.is_open()) throw_system_error(errno, name);
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) static_cast<void>(::fchmod(file.number(), status.st_mode & 0777U));
  if (!write_all(file, bytes) || uninterrupted([&] { return ::fsync(file.number()); }) != 0 || !file.close())
    throw_system_error(errno, name);
}

void put_in_place(const std::filesystem::path& path, const FileChange& change) {
  if (!change.after) {
    if (::unlink(path.c_str()) != 0) throw_system_error(errno, path);
    return;
  }
  const std::filesystem::path name = beside(path);
  if (!change.before) {
    // A link fails where something has that name; a rename would replace it.
    if (::link(name.c_str(), path.c_str()) != 0) throw_system_error(errno, path);
    ::unlink(name.c_str());
    return;
  }
  if (std::rename(name.c_str(), path.c_str()) != 0) throw_system_error(errno, path);
}

void put_back(const std::filesystem::path& path, const FileChange& change) {
  if (change.before) {
    replace_file(path, *change.before);
  } else {
    ::unlink(path.c_str());
  }
}

}  // namespace

std::optional<RefusedChange> make_changes(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  const auto remove_what_is_beside = [&] {
    for (const FileChange& change : changes) ::unlink(beside(root / change.path).c_str());
  };
  for (const FileChange& change : changes) {
    if (std::optional<RefusedChange> refused = why_not(root, change)) return refused;
  }
  std::size_t made = 0;
  try {
    for (const FileChange& change : changes) {
      if (change.after) write_beside(root / change.path, *change.after);
    }
    for (const FileChange& change : changes) {
      if (std::optional<RefusedChange> refused = why_not(root, change)) {
        remove_what_is_beside();
        return refused;
      }
    }
    for (; made < changes.size(); ++made) put_in_place(root / changes[made].path, changes[made]);
  } catch (...) {
    remove_what_is_beside();
    for (std::size_t index = 0; index < made; ++index) put_back(root / changes[index].path, changes[index]);
    throw;
  }
  return std::nullopt;
}

}  // namespace wegwijs
