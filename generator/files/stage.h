#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "files/descriptor.h"
#include "files/manifest.h"

namespace wegwijs {

/// The folder beside the target in which a new site is put together. It is removed with this object, unless it becomes
/// the spare.
///
/// A spare is the site before the one that is published. Most of its files are those of the published site under
/// another name (hard links), so that a new site that differs in a few pages costs a few files: everything else is
/// there already. Files of the spare that are not the published ones are never used. `write`, `link` and `holds` may be
/// called from several threads, for different paths.
class Stage {
 public:
  /// Begins as the spare at `spare`, when that is a site nobody touched; empty otherwise, and then a spare that cannot
  /// be used is removed. An empty `spare`: there is none. Throws std::system_error, naming the path.
  Stage(std::filesystem::path path, const std::filesystem::path& spare);
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage();

  const std::filesystem::path& path() const { return path_; }
  const Descriptor& folder() const { return folder_; }

  /// Makes the folders above the file at `path`, with the permissions of published ones.
  void make_folders_above(std::string_view path);
  /// Whether the file at `path` is already the one with the status `published`.
  bool holds(const std::string& path, const struct stat& published) const;
  /// Puts the file of the published folder there under the same path. False when the system cannot link it.
  bool link(const Descriptor& published, const std::string& path);
  /// Puts a new file there. Throws std::system_error, naming the path.
  void write(const std::string& path, std::string_view bytes);
  /// Removes what the spare had and `site` has not. After it nothing may be written but the manifest.
  void remove_all_but(const Manifest& site);

  /// The folder holds another site now, which is kept at `spare`, so far as the system does it.
  void become_spare(const std::filesystem::path& spare);

 private:
  bool take_over(const std::filesystem::path& spare);
  void remove_in_the_way(const std::string& path);

  std::filesystem::path path_;
  Descriptor folder_;
  Manifest left_;  // files of the spare; const after the constructor
  std::mutex folders_mutex_;
  std::set<std::string, std::less<>> folders_;  // made, or of the spare
};

}  // namespace wegwijs
