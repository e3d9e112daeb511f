#include "files/stage.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "files/published_site.h"
#include "files/staging_folder.h"

namespace wegwijs {
namespace {

/// Makes a folder with the permissions of a published one, whatever the umask. False, with `errno`, when it fails.
bool make_folder(int above, const char* path) {
  return uninterrupted([&] { return ::mkdirat(above, path, published_folder_mode); }) == 0 &&
         uninterrupted([&] { return ::fchmodat(above, path, published_folder_mode, 0); }) == 0;
}

}  // namespace

Stage::Stage(std::filesystem::path path, const std::filesystem::path& spare) : path_(std::move(path)) {
  if (!spare.empty() && take_over(spare)) return;
  if (!make_folder(AT_FDCWD, path_.c_str())) throw_system_error(errno, path_);
  folder_ = open_below(AT_FDCWD, path_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!folder_.is_open()) throw_system_error(errno, path_);
}

Stage::~Stage() {
  // Best effort: what stays is swept by the next build.
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

/// From here on the spare has the name of a stage, so that a kill leaves a stage.
bool Stage::take_over(const std::filesystem::path& spare) {
  if (::rename(spare.c_str(), path_.c_str()) != 0) return false;
  try {
    std::optional<PublishedSite> site = open_published_site(path_);
    std::optional<std::vector<std::string>> folders = site ? site->untouched_folders() : std::nullopt;
    if (folders && ::unlinkat(site->folder().number(), manifest_name.data(), 0) == 0) {
      left_ = site->manifest();
      for (std::string& folder : *folders) folders_.insert(folders_.end(), std::move(folder));
      folder_ = open_below(AT_FDCWD, path_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      if (folder_.is_open()) return true;
    }
  } catch (const std::exception&) {
    // Somebody made something else of it.
  }
  left_.clear();
  folders_.clear();
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
  return false;
}

void Stage::make_folders_above(std::string_view path) {
  const std::size_t last_slash = path.rfind('/');
  if (last_slash == std::string_view::npos) return;
  // Held while they are made: another thread must not meet a folder that does not have its permissions yet.
  const std::lock_guard one_maker_at_a_time(folders_mutex_);
  if (folders_.contains(path.substr(0, last_slash))) return;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    const auto [folder, is_new] = folders_.emplace(path.substr(0, slash));
    if (!is_new) continue;
    remove_in_the_way(*folder);
    if (!make_folder(folder_.number(), folder->c_str())) throw_system_error(errno, path_ / *folder);
  }
}

bool Stage::holds(const std::string& path, const struct stat& published) const {
  struct stat status {};
  return !left_.empty() && ::fstatat(folder_.number(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         status.st_ino == published.st_ino && status.st_dev == published.st_dev;
}

bool Stage::link(const Descriptor& published, const std::string& path) {
  remove_in_the_way(path);
  const int result =
      uninterrupted([&] { return ::linkat(published.number(), path.c_str(), folder_.number(), path.c_str(), 0); });
  if (result == 0) return true;
  switch (errno) {
    case EMLINK:      // as many links as the file system can count
    case ENOENT:      // gone since we looked
    case EPERM:       // no hard links on this file system, or not to another owner's files
    case EACCES:      // the same, where the rule comes from a security module
    case EXDEV:       // a mount point inside the published folder
    case EOPNOTSUPP:  // some network disks
      return false;
    default:
      throw_system_error(errno, path_ / path);
  }
}

void Stage::write(const std::string& path, std::string_view bytes) {
  remove_in_the_way(path);
  Descriptor file =
      open_below(folder_.number(), path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, published_file_mode);
  const bool is_written = file.is_open() &&
                          uninterrupted([&] { return ::fchmod(file.number(), published_file_mode); }) == 0 &&
                          write_all(file, bytes) && file.close();
  if (!is_written) throw_system_error(errno, path_ / path);
}

/// What the spare has at the path, whatever it is. What cannot be removed is found by who needs the place.
void Stage::remove_in_the_way(const std::string& path) {
  if (left_.empty()) return;
  if (::unlinkat(folder_.number(), path.c_str(), 0) == 0 || errno == ENOENT) return;
  std::error_code ignored;
  std::filesystem::remove_all(path_ / path, ignored);
}

void Stage::remove_all_but(const Manifest& site) {
  for (const auto& [path, file] : left_) {
    if (site.contains(path)) continue;
    const int removed = ::unlinkat(folder_.number(), path.c_str(), 0);
    // What is in the way of a folder went when that was made.
    if (removed != 0 && errno != ENOENT && errno != ENOTDIR && errno != EISDIR) throw_system_error(errno, path_ / path);
    // Folders that the new site has are not empty by now.
    for (std::string folder = path; folder.find('/') != std::string::npos;) {
      folder.resize(folder.rfind('/'));
      if (::unlinkat(folder_.number(), folder.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT) continue;
      const bool is_in_use = errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR;
      if (!is_in_use) throw_system_error(errno, path_ / folder);
      break;
    }
  }
}

void Stage::become_spare(const std::filesystem::path& spare) {
  if (::rename(path_.c_str(), spare.c_str()) == 0) path_.clear();
}

}  // namespace wegwijs
