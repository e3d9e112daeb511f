#include "files/file_changes.h"

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>

#include "files/build_lock.h"
#include "files/change_journal.h"
#include "files/descriptor.h"

namespace wegwijs {
namespace {

// All with a dot in front: never taken for a source.
constexpr std::string_view journal_name = ".wegwijs-wijziging";
constexpr std::string_view unfinished_journal_name = ".wegwijs-wijziging-nieuw";
constexpr std::string_view unreadable_journal_name = ".wegwijs-wijziging-onleesbaar";
constexpr std::string_view changes_lock_name = ".wegwijs-wijziging-slot";
constexpr std::string_view beside_prefix = ".wegwijs-nieuw-";
constexpr mode_t new_file_mode = 0644;

/// A journal is a file that anybody can put there: it reaches no further than the sources of a site do.
bool is_path_of_source(const std::string& path) {
  const std::filesystem::path plain(path);
  return !path.empty() && plain.is_relative() && std::none_of(plain.begin(), plain.end(), [](const auto& part) {
    return part.empty() || part.native().starts_with('.');
  });
}

/// Whether the folder of `path`, or what there is of the way to it, is really below `root`, whatever links there are.
bool is_inside(const std::filesystem::path& root, const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path real_root = std::filesystem::canonical(root, error);
  if (error) return false;
  std::filesystem::path folder = path.parent_path();
  while (!std::filesystem::exists(folder, error) && folder != root && folder.has_relative_path())
    folder = folder.parent_path();
  const std::filesystem::path real_folder = std::filesystem::canonical(folder, error);
  if (error) return false;
  const auto [end, unused] = std::mismatch(real_root.begin(), real_root.end(), real_folder.begin(), real_folder.end());
  return end == real_root.end();
}

bool is_there(const std::filesystem::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return true;
  if (errno != ENOENT) throw_system_error(errno, path);
  return false;
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
  const Descriptor file = open_below(AT_FDCWD, path.c_str(), for_reading | O_NOFOLLOW);
  if (!file.is_open()) throw_system_error(errno, path);
  return read_regular_file(file, path);
}

std::optional<RefusedChange> why_not(const std::filesystem::path& root, const FileChange& change) {
  const std::filesystem::path path = root / change.path;
  if (!is_path_of_source(change.path) || !is_inside(root, path))
    return RefusedChange{change.path, {"Dit bestand ligt niet in het portaal.", "This file is not in the portal."}};
  bool is_strange = false;
  const std::optional<std::string> there = bytes_there(path, is_strange);
  if (is_strange) return RefusedChange{change.path, {"Dit is geen gewoon bestand.", "This is no regular file."}};
  if (!change.before && there)
    return RefusedChange{change.path, {"Er is al een bestand met deze naam.", "There is a file of this name already."}};
  if (change.before && !there)
    return RefusedChange{change.path,
                         {"Dit bestand is intussen weggehaald.", "This file was taken away in the meantime."}};
  if (change.before != there)
    return RefusedChange{
        change.path,
        {"Iemand anders heeft dit bestand intussen veranderd.", "Somebody else changed this file in the meantime."}};
  return std::nullopt;
}

std::optional<RefusedChange> why_not_all(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  for (const FileChange& change : changes) {
    if (std::optional<RefusedChange> refused = why_not(root, change)) return refused;
  }
  return std::nullopt;
}

/// Writes a file that was not there, to the disk itself.
void write_new_file(const std::filesystem::path& path, std::string_view bytes, std::optional<mode_t> mode = {}) {
  ::unlink(path.c_str());
  Descriptor file = open_below(AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, new_file_mode);
  if (!file.is_open()) throw_system_error(errno, path);
  if (mode) static_cast<void>(::fchmod(file.number(), *mode));
  if (!write_all(file, bytes) || uninterrupted([&] { return ::fsync(file.number()); }) != 0 || !file.close())
    throw_system_error(errno, path);
}

/// Names in a folder last only once the folder is on the disk. Not every file system needs or knows this.
void sync_folder(const std::filesystem::path& folder) {
  const Descriptor open = open_below(AT_FDCWD, folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (!open.is_open()) throw_system_error(errno, folder);
  if (uninterrupted([&] { return ::fsync(open.number()); }) != 0 && errno != EINVAL) throw_system_error(errno, folder);
}

/// One way through changes: forth, or back. Each step can be done again after a kill.
class Way {
 public:
  Way(const std::filesystem::path& root, const FileChange& change, bool is_back)
      : path_(root / change.path),
        beside_(path_.parent_path() / (std::string(beside_prefix) + path_.filename().string())),
        from_(is_back ? change.after : change.before),
        to_(is_back ? change.before : change.after) {}

  void write_beside() const {
    if (!to_) return;
    struct stat status {};
    std::filesystem::create_directories(folder());
    const bool is_known = ::lstat(path_.c_str(), &status) == 0;
    write_new_file(beside_, *to_, is_known ? std::optional<mode_t>(status.st_mode & 0777U) : std::nullopt);
  }

  void put_in_place() const {
    if (!to_) {
      if (::unlink(path_.c_str()) != 0) throw_system_error(errno, path_);
      return;
    }
    // A link fails where something has that name; a rename would replace it.
    const int failed = from_ ? std::rename(beside_.c_str(), path_.c_str()) : ::link(beside_.c_str(), path_.c_str());
    if (failed != 0) throw_system_error(errno, path_);
  }

  void remove_beside() const {
    if (::unlink(beside_.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) throw_system_error(errno, beside_);
  }
  std::filesystem::path folder() const { return path_.parent_path(); }

 private:
  std::filesystem::path path_;
  std::filesystem::path beside_;
  const std::optional<std::string>& from_;
  const std::optional<std::string>& to_;
};

enum class Side { before, after, other };

/// On which side of its change a file is now.
Side side_of(const std::filesystem::path& root, const FileChange& change) {
  const std::filesystem::path path = root / change.path;
  if (!is_inside(root, path)) return Side::other;
  bool is_strange = false;
  const std::optional<std::string> there = bytes_there(path, is_strange);
  if (is_strange) return Side::other;
  if (there == change.after) return Side::after;
  return there == change.before ? Side::before : Side::other;
}

void clear_and_sync_folders(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  std::set<std::filesystem::path> folders;
  for (const FileChange& change : changes) {
    const Way way(root, change, false);
    way.remove_beside();
    if (is_inside(root, root / change.path) && is_there(way.folder())) folders.insert(way.folder());
  }
  for (const std::filesystem::path& folder : folders) sync_folder(folder);
}

/// Brings every file that is on the wrong side of its change to the other one; then the journal goes.
void bring_to(Side side, const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  const Side wrong = side == Side::after ? Side::before : Side::after;
  for (const FileChange& change : changes) {
    if (side_of(root, change) != wrong) continue;
    const Way way(root, change, side == Side::before);
    way.write_beside();
    way.put_in_place();
  }
  clear_and_sync_folders(root, changes);
  const std::filesystem::path journal = root / journal_name;
  if (::unlink(journal.c_str()) != 0) throw_system_error(errno, journal);
}

/// The same as `finish_broken_changes`, by who holds the lock.
std::optional<FinishedChanges> finish_by_journal(const std::filesystem::path& root) {
  ::unlink((root / unfinished_journal_name).c_str());
  const std::filesystem::path journal = root / journal_name;
  bool is_strange = false;
  const std::optional<std::string> bytes = bytes_there(journal, is_strange);
  if (!bytes && !is_strange) return std::nullopt;
  const std::optional<std::vector<FileChange>> changes = bytes ? read_journal(*bytes) : std::nullopt;
  const bool is_ours = changes && std::all_of(changes->begin(), changes->end(),
                                              [](const auto& change) { return is_path_of_source(change.path); });
  FinishedChanges finished;
  if (!is_ours) {
    finished.unreadable = root / unreadable_journal_name;
    if (std::rename(journal.c_str(), finished.unreadable.c_str()) != 0) throw_system_error(errno, journal);
    return finished;
  }
  for (const FileChange& change : *changes) {
    finished.paths.push_back(change.path);
    if (side_of(root, change) == Side::other) finished.changed_since.push_back(change.path);
  }
  bring_to(finished.changed_since.empty() ? Side::after : Side::before, root, *changes);
  return finished;
}

void write_journal(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  const std::filesystem::path unfinished = root / unfinished_journal_name;
  const std::filesystem::path journal = root / journal_name;
  write_new_file(unfinished, written_journal(changes));
  if (std::rename(unfinished.c_str(), journal.c_str()) != 0) throw_system_error(errno, journal);
  sync_folder(root);
}

/// Takes back what was changed. What fails here is left to the next program that finds the journal.
void take_back(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  try {
    ::unlink((root / unfinished_journal_name).c_str());
    if (is_there(root / journal_name)) bring_to(Side::before, root, changes);
  } catch (const std::system_error&) {
  }
}

}  // namespace

std::optional<RefusedChange> make_changes(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  if (std::optional<RefusedChange> refused = why_not_all(root, changes)) return refused;
  const BuildLock one_at_a_time(root / changes_lock_name, {});
  static_cast<void>(finish_by_journal(root));
  if (std::optional<RefusedChange> refused = why_not_all(root, changes)) return refused;
  try {
    write_journal(root, changes);
    for (const FileChange& change : changes) Way(root, change, false).write_beside();
    if (std::optional<RefusedChange> refused = why_not_all(root, changes)) {
      take_back(root, changes);
      return refused;
    }
    for (const FileChange& change : changes) Way(root, change, false).put_in_place();
    bring_to(Side::after, root, changes);
  } catch (...) {
    take_back(root, changes);
    throw;
  }
  return std::nullopt;
}

std::optional<FinishedChanges> finish_broken_changes(const std::filesystem::path& root) {
  if (!is_there(root / journal_name) && !is_there(root / changes_lock_name)) return std::nullopt;
  const BuildLock one_at_a_time(root / changes_lock_name, {});
  return finish_by_journal(root);
}

std::optional<std::vector<std::string>> find_broken_changes(const std::filesystem::path& root) {
  const std::filesystem::path journal = root / journal_name;
  if (!is_there(journal)) return std::nullopt;
  const std::filesystem::path lock = root / changes_lock_name;
  // Shared, and let go at once: who is making changes is waited for and never kept out.
  if (const Descriptor held = open_below(AT_FDCWD, lock.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK); held.is_open())
    static_cast<void>(uninterrupted([&] { return ::flock(held.number(), LOCK_SH); }));
  bool is_strange = false;
  const std::optional<std::string> bytes = bytes_there(journal, is_strange);
  if (!bytes && !is_strange) return std::nullopt;
  std::vector<std::string> paths;
  if (const auto changes = bytes ? read_journal(*bytes) : std::nullopt) {
    for (const FileChange& change : *changes) paths.push_back(change.path);
  }
  return paths;
}

}  // namespace wegwijs
