#pragma once

#include <sys/stat.h>

#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "files/descriptor.h"
#include "files/manifest.h"

namespace wegwijs {

inline constexpr mode_t published_file_mode = 0644;
inline constexpr mode_t published_folder_mode = 0755;

/// The site that is in the target folder before a build. Const after it is made; may be asked from several threads.
class PublishedSite {
 public:
  PublishedSite(Descriptor folder, Manifest manifest, timespec published_at)
      : folder_(std::move(folder)), manifest_(std::move(manifest)), published_at_(published_at) {}

  const Descriptor& folder() const { return folder_; }
  /// Whether `path` was published as `file` and is still there untouched, as far as the manifest, size, permissions and
  /// date show: a file that somebody changed by hand is younger than the manifest, which is always written last.
  bool still_has(const std::string& path, const PublishedFile& file) const;
  /// The same; `status` receives what the system says of the file.
  bool still_has(const std::string& path, const PublishedFile& file, struct stat& status) const;
  /// The same of a path that was published as `file`.
  bool is_as_published(const std::string& path, const PublishedFile& file, struct stat& status) const;
  /// The folders of the manifest, sorted, when nothing was put into them, or taken out, since it was written, and all
  /// have the permissions of published ones. Looks at no file.
  std::optional<std::vector<std::string>> untouched_folders() const;
  /// The bytes of the file. Throws std::system_error, naming the path.
  std::string read(const std::string& path) const;
  /// Whether the folder holds the files of the manifest, all as `still_has` wants them, in folders with the permissions
  /// of a published one, and nothing else. False too when it cannot be read.
  bool is_untouched() const;
  const Manifest& manifest() const { return manifest_; }

 private:
  Descriptor folder_;
  Manifest manifest_;
  timespec published_at_;
};

/// The manifest of the site in the folder `target`; empty when there is none that can be read. Only looks, so a target
/// that a build would refuse is no error here.
Manifest manifest_in(const std::filesystem::path& target);

/// The folder that a target means: absolute, without links. Folders above it that do not exist are made. Throws
/// `TargetRefused` for the root folder, and std::system_error, naming the path, for what cannot be a folder.
std::filesystem::path real_target(const std::filesystem::path& target);

/// Empty when there is no folder or nothing in it. Throws `TargetRefused` when it holds files but no manifest of ours.
/// `target` comes from `real_target`.
std::optional<PublishedSite> open_published_site(const std::filesystem::path& target);

}  // namespace wegwijs
