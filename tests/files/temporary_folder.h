#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace wegwijs {

/// A folder of its own for one test; it goes with this object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  /// Makes the folders above it too.
  void put(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

/// What is in `file`; throws `std::filesystem::filesystem_error` where there is none.
std::string bytes_of(const std::filesystem::path& file);

/// All regular files below `folder`, by path relative to it.
std::map<std::string, std::string> files_of(const std::filesystem::path& folder);

/// The names in `folder`, each with a blank behind it, in byte order.
std::string names_of(const std::filesystem::path& folder);

}  // namespace wegwijs
