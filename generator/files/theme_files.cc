#include "files/theme_files.h"

#include <algorithm>
#include <array>

#include "text/published_script.h"
#include "text/published_style_sheet.h"
#include "text/short_script_names.h"

namespace wegwijs {
namespace {

constexpr std::string_view theme_folder = "static";
constexpr std::array<std::string_view, 2> joined_folder_ends{".css/", ".js/"};

/// The part of `path` that names a joined file: "/css/wegwijs.css" of "/css/wegwijs.css/10-grond.css"; empty for a file
/// that is in no such folder. The outermost folder counts.
std::string_view joined_path(std::string_view path) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view end : joined_folder_ends) {
    const std::size_t found = path.find(end);
    if (found != std::string_view::npos) first = std::min(first, found + end.size() - 1);
  }
  return first == std::string_view::npos ? std::string_view() : path.substr(0, first);
}

std::string published_part(std::string bytes, std::string_view path) {
  if (path.ends_with(".js")) return published_script(bytes);
  if (path.ends_with(".css")) return published_style_sheet(bytes);
  return bytes;
}

}  // namespace

std::vector<ThemeFile> theme_files(const FileTree& sources) {
  const std::string folder = std::string(theme_mount) + std::string(theme_folder);
  FileId first{};
  const auto files = sources.files_below(folder, first);
  std::vector<ThemeFile> found;
  for (std::size_t index = 0; index < files.size(); ++index) {
    const auto file = static_cast<FileId>(static_cast<std::size_t>(first) + index);
    const std::string_view path = std::string_view(files[index].path).substr(folder.size());
    const std::string_view joined = joined_path(path);
    const bool goes_on = !joined.empty() && !found.empty() && found.back().is_joined && found.back().path == joined;
    if (!goes_on) found.push_back({std::string(joined.empty() ? path : joined), {}, !joined.empty()});
    found.back().parts.push_back(file);
  }
  std::sort(found.begin(), found.end(),
            [](const ThemeFile& left, const ThemeFile& right) { return left.path < right.path; });
  return found;
}

const ThemeFile* find_theme_file(std::span<const ThemeFile> files, std::string_view path) {
  const auto found =
      std::find_if(files.begin(), files.end(), [path](const ThemeFile& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

std::string published_bytes(const FileTree& sources, const ThemeFile& file) {
  std::string published;
  for (const FileId part : file.parts) {
    published += published_part(sources.read(part), file.path);
    // A part without a line end must not run into the next one.
    if (file.is_joined && !published.empty() && published.back() != '\n') published += '\n';
  }
  // The parts of one script have names in common.
  return file.path.ends_with(".js") ? with_short_names(published) : published;
}

}  // namespace wegwijs
