#include "files/disk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <iterator>
#include <utility>

#include "files/descriptor.h"
#include "files/open_folder.h"
#include "files/sink.h"
#include "files/source_names.h"

namespace wegwijs {
namespace {

/// A folder of the disk and how its files are called in the tree and in messages (both end in '/').
struct Mount {
  std::filesystem::path folder;
  std::string prefix;
  std::string shown_prefix;
};

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Network disks and memory cards tell the date of a file in steps of up to two seconds, Linux its change in steps of a
/// tick of the clock, at most 10 ms.
constexpr std::int64_t steps_of_dates = 2'000'000'000;
constexpr std::int64_t steps_of_changes = 100'000'000;

std::int64_t nanoseconds_since_1970() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// Null when there is no such folder.
OpenFolder open_folder_at(const std::filesystem::path& path, int flags) {
  Descriptor descriptor = open_below(AT_FDCWD, path.c_str(), O_RDONLY | O_DIRECTORY | flags);
  if (!descriptor.is_open() && errno == ENOENT) return nullptr;
  if (!descriptor.is_open()) throw_system_error(errno, path);
  OpenFolder folder = open_folder(std::move(descriptor));
  if (!folder) throw_system_error(errno, path);
  return folder;
}

std::vector<std::string> names_in(DIR& folder, const std::filesystem::path& path) {
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(&folder)) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    errno = 0;
  }
  if (errno != 0) throw_system_error(errno, path);
  return names;
}

/// Collects the files of several folders. Holds one folder open at a time, however deep they lie.
class TreeReader {
 public:
  TreeReader(const std::filesystem::path& root, Diagnostics& diagnostics) : root_(root), diagnostics_(diagnostics) {}

  void add_single_file(const std::string& path);
  void add_folder(std::string path);
  void add_mount(const Mount& mount);
  FileTree tree(KeepBytes keep) &&;

 private:
  /// Walks `path` from the root without following links; reports a link. False: not there, or reported.
  bool stands_in_site(const std::string& path, struct stat& status);
  /// Adds the files of one folder; returns the folders in it, relative to the mount, with '/' at the end.
  std::vector<std::string> add_files_of(const Mount& mount, const std::string& subfolder);
  void add(std::string path, std::string shown_path, const struct stat& status, std::string disk_path);

  const std::filesystem::path& root_;
  Diagnostics& diagnostics_;
  std::vector<SourceFile> files_;
  const std::int64_t looked_at_ = nanoseconds_since_1970();  // before the first file was
};

void TreeReader::add(std::string path, std::string shown_path, const struct stat& status, std::string disk_path) {
  const FileStamp stamp{nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
                        static_cast<std::uint64_t>(status.st_ino)};
  const bool is_settled = stamp.modified < looked_at_ - steps_of_dates && stamp.changed < looked_at_ - steps_of_changes;
  files_.push_back({std::move(path), std::move(shown_path), static_cast<std::uint64_t>(status.st_size),
                    std::move(disk_path), std::nullopt, stamp, is_settled});
}

bool TreeReader::stands_in_site(const std::string& path, struct stat& status) {
  if (!is_output_path(path)) {
    report_outside_site(path, diagnostics_);
    return false;
  }
  std::filesystem::path walked;
  for (const std::filesystem::path& part : std::filesystem::path(path)) {
    walked /= part;
    const std::filesystem::path on_disk = root_ / walked;
    if (::lstat(on_disk.c_str(), &status) != 0) {
      if (errno == ENOENT || errno == ENOTDIR) return false;
      throw_system_error(errno, on_disk);
    }
    if (S_ISLNK(status.st_mode)) {
      report_not_a_regular_file(walked.string(), diagnostics_);
      return false;
    }
  }
  return true;
}

void TreeReader::add_single_file(const std::string& path) {
  struct stat status {};
  if (!stands_in_site(path, status)) return;
  if (!S_ISREG(status.st_mode)) {
    report_not_a_regular_file(path, diagnostics_);
    return;
  }
  add(path, path, status, (root_ / path).string());
}

void TreeReader::add_folder(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  struct stat status {};
  if (stands_in_site(path, status)) add_mount({root_ / path, path + '/', path + '/'});
}

void TreeReader::add_mount(const Mount& mount) {
  std::vector<std::string> pending{""};
  while (!pending.empty()) {
    const std::string subfolder = std::move(pending.back());
    pending.pop_back();
    std::vector<std::string> deeper = add_files_of(mount, subfolder);
    pending.insert(pending.end(), std::make_move_iterator(deeper.begin()), std::make_move_iterator(deeper.end()));
  }
}

std::vector<std::string> TreeReader::add_files_of(const Mount& mount, const std::string& subfolder) {
  const std::filesystem::path path = mount.folder / subfolder;
  // The folder that was asked for may be reached through a link (a theme elsewhere), those inside it may not be links.
  const OpenFolder folder = open_folder_at(path, subfolder.empty() ? 0 : O_NOFOLLOW);
  if (!folder) return {};
  std::vector<std::string> subfolders;
  const std::string disk_prefix = (path / "").string();
  for (const std::string& name : usable_names(names_in(*folder, path), mount.shown_prefix + subfolder, diagnostics_)) {
    const std::string relative = subfolder + name;
    struct stat status {};
    if (::fstatat(::dirfd(folder.get()), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) continue;  // removed since its name was read
      throw_system_error(errno, path / name);
    }
    if (S_ISDIR(status.st_mode)) {
      subfolders.push_back(relative + '/');
    } else if (S_ISREG(status.st_mode)) {
      add(mount.prefix + relative, mount.shown_prefix + relative, status, disk_prefix + name);
    } else {
      report_not_a_regular_file(mount.shown_prefix + relative, diagnostics_);
    }
  }
  return subfolders;
}

FileTree TreeReader::tree(KeepBytes keep) && {
  const auto by_path = [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; };
  const auto same_path = [](const SourceFile& left, const SourceFile& right) { return left.path == right.path; };
  // A folder inside another one that was asked for is read twice; of a file of several themes the first counts.
  std::stable_sort(files_.begin(), files_.end(), by_path);
  files_.erase(std::unique(files_.begin(), files_.end(), same_path), files_.end());
  return FileTree(std::move(files_), keep);
}

/// "themes/wegwijs/" for a theme below the root, else the path as it was given.
std::string shown_theme_prefix(const std::filesystem::path& root, const std::filesystem::path& theme) {
  const std::filesystem::path from_root = std::filesystem::absolute(theme).lexically_normal().lexically_relative(
      std::filesystem::absolute(root).lexically_normal());
  const bool below_root = !from_root.empty() && *from_root.begin() != ".." && *from_root.begin() != ".";
  std::string prefix = (below_root ? from_root : theme).generic_string();
  if (!prefix.ends_with('/')) prefix += '/';
  return prefix;
}

}  // namespace

FileTree read_tree(const std::filesystem::path& root, const std::vector<std::string>& single_files,
                   const std::vector<std::string>& folders, const ThemeFolders& theme, Diagnostics& diagnostics,
                   KeepBytes keep) {
  TreeReader reader(root, diagnostics);
  for (const std::string& path : single_files) reader.add_single_file(path);
  for (const std::string& path : folders) reader.add_folder(path);
  for (const std::filesystem::path& folder : theme.folders)
    reader.add_mount({folder, std::string(theme_mount), shown_theme_prefix(root, folder)});
  return std::move(reader).tree(keep);
}

std::string read_file(const std::filesystem::path& path) {
  const Descriptor file = open_below(AT_FDCWD, path.c_str(), for_reading);
  if (!file.is_open()) throw_system_error(errno, path);
  return read_regular_file(file, path);
}

}  // namespace wegwijs
