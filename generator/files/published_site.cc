#include "files/published_site.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "files/open_folder.h"
#include "files/staging_folder.h"

namespace wegwijs {
namespace {

bool is_later(const timespec& one, const timespec& other) {
  return std::tie(one.tv_sec, one.tv_nsec) > std::tie(other.tv_sec, other.tv_nsec);
}

std::filesystem::path without_slash_at_the_end(const std::filesystem::path& path) {
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

bool PublishedSite::still_has(const std::string& path, const PublishedFile& file) const {
  struct stat status {};
  return still_has(path, file, status);
}

bool PublishedSite::still_has(const std::string& path, const PublishedFile& file, struct stat& status) const {
  const auto known = manifest_.find(path);
  return known != manifest_.end() && known->second == file && is_as_published(path, file, status);
}

bool PublishedSite::is_as_published(const std::string& path, const PublishedFile& file, struct stat& status) const {
  if (::fstatat(folder_.number(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
  return S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) == file.size &&
         (status.st_mode & 07777U) == published_file_mode && !is_later(status.st_mtim, published_at_);
}

std::string PublishedSite::read(const std::string& path) const {
  const Descriptor file = open_below(folder_.number(), path.c_str(), for_reading | O_NOFOLLOW);
  if (!file.is_open()) throw_system_error(errno, path);
  return read_regular_file(file, path);
}

std::optional<std::vector<std::string>> PublishedSite::untouched_folders() const {
  const auto is_as_made = [&](const char* path, int flags) {
    struct stat status {};
    return ::fstatat(folder_.number(), path, &status, flags) == 0 && S_ISDIR(status.st_mode) &&
           (status.st_mode & 07777U) == published_folder_mode && !is_later(status.st_mtim, published_at_);
  };
  if (!is_as_made("", AT_EMPTY_PATH)) return std::nullopt;
  std::vector<std::string> folders;
  std::string last;
  for (const auto& [path, file] : manifest_) {
    // The paths are in order, so those of one folder stand together.
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const bool is_known = last.size() >= slash && last.compare(0, slash, path, 0, slash) == 0 &&
                            (last.size() == slash || last[slash] == '/');
      if (is_known) continue;
      last = path.substr(0, slash);
      if (!is_as_made(last.c_str(), AT_SYMLINK_NOFOLLOW)) return std::nullopt;
      folders.push_back(last);
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

bool PublishedSite::is_untouched() const {
  std::size_t files = 0;
  std::vector<std::string> pending{""};
  while (!pending.empty()) {
    const std::string folder = std::move(pending.back());
    pending.pop_back();
    Descriptor opened =
        open_below(folder_.number(), folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    struct stat status {};
    if (!opened.is_open() || ::fstat(opened.number(), &status) != 0) return false;
    if ((status.st_mode & 07777U) != published_folder_mode) return false;
    const OpenFolder entries = open_folder(std::move(opened));
    if (!entries) return false;
    const std::size_t before = files + pending.size();
    const std::string prefix = folder.empty() ? folder : folder + '/';
    errno = 0;
    while (const dirent* entry = ::readdir(entries.get())) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == ".." || (folder.empty() && name == manifest_name)) continue;
      std::string path = prefix + std::string(name);
      const auto known = manifest_.find(path);
      if (known == manifest_.end()) {
        pending.push_back(std::move(path));
      } else if (struct stat of_file{}; is_as_published(path, known->second, of_file)) {
        ++files;
      } else {
        return false;
      }
    }
    if (errno != 0) return false;
    // A folder of a site has something in it.
    if (!folder.empty() && files + pending.size() == before) return false;
  }
  return files == manifest_.size();
}

Manifest manifest_in(const std::filesystem::path& target) {
  const std::filesystem::path path = target / manifest_name;
  const Descriptor file = open_below(AT_FDCWD, path.c_str(), for_reading);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return read_manifest(read_regular_file(file, path)).value_or(Manifest());
}

std::filesystem::path real_target(const std::filesystem::path& target) {
  std::error_code error;
  std::filesystem::path real = std::filesystem::canonical(target, error);
  if (error == std::errc::no_such_file_or_directory && !target.empty()) {
    const std::filesystem::path wanted = without_slash_at_the_end(std::filesystem::absolute(target).lexically_normal());
    if (std::filesystem::is_symlink(wanted)) {
      throw std::system_error(error, wanted.string() + " is a link to nothing");
    }
    std::filesystem::create_directories(wanted.parent_path());
    real = std::filesystem::canonical(wanted.parent_path()) / wanted.filename();
  } else if (error) {
    throw std::system_error(error, target.string());
  } else if (!std::filesystem::is_directory(real)) {
    throw_system_error(ENOTDIR, real);
  }
  if (real == real.root_path()) throw TargetRefused(real);
  return real;
}

std::optional<PublishedSite> open_published_site(const std::filesystem::path& target) {
  Descriptor folder = open_below(AT_FDCWD, target.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!folder.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    throw_system_error(errno, target);
  }
  const std::filesystem::path manifest_path = target / manifest_name;
  const Descriptor file = open_below(folder.number(), manifest_name.data(), for_reading | O_NOFOLLOW);
  if (!file.is_open()) {
    if (errno != ENOENT) throw_system_error(errno, manifest_path);
    if (std::filesystem::is_empty(target)) return std::nullopt;
    throw TargetRefused(target);
  }
  struct stat status {};
  if (uninterrupted([&] { return ::fstat(file.number(), &status); }) != 0) throw_system_error(errno, manifest_path);
  std::optional<Manifest> manifest = read_manifest(read_regular_file(file, manifest_path));
  if (!manifest) throw TargetRefused(target);
  return PublishedSite(std::move(folder), std::move(*manifest), status.st_mtim);
}

}  // namespace wegwijs
