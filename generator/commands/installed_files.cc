#include "commands/installed_files.h"

#include <string_view>
#include <system_error>

#include "model/settings.h"

namespace wegwijs {

namespace {

std::filesystem::path supplied(std::string_view name) {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    std::filesystem::path installed = program.parent_path().parent_path() / "share/wegwijs" / name;
    if (std::filesystem::is_directory(installed, error)) return installed;
  }
  return std::filesystem::path(WEGWIJS_SOURCES) / name;
}

}  // namespace

std::filesystem::path supplied_themes() {
  return supplied("themes");
}

std::filesystem::path supplied_start() {
  return supplied("start");
}

std::filesystem::path root_from_here() {
  std::error_code error;
  std::filesystem::path above = ".";
  const std::filesystem::path here = std::filesystem::current_path(error);
  if (error) return above;
  for (std::filesystem::path folder = here;; folder = folder.parent_path()) {
    if (std::filesystem::is_regular_file(folder / settings_file_name, error)) return above;
    if (folder == folder.root_path()) return ".";
    above = above == "." ? ".." : above / "..";
  }
}

}  // namespace wegwijs
