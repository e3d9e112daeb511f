#include "model/file_limits.h"

#include <fmt/format.h>

#include "model/file_limit_rules.h"
#include "model/search_words.h"
#include "model/settings.h"
#include "schema/read_schema.h"
#include "text/path_parts.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::uint64_t kilobyte = 1024;

bool is_of_search_words(std::string_view path) {
  return path == search_words_file_name ||
         (path.starts_with(search_words_folder) && path.substr(search_words_folder.size()).starts_with('/'));
}

}  // namespace

std::uint64_t size_limit_of(std::string_view path) {
  const bool in_theme = path.starts_with(theme_mount);
  const std::string_view name = last_part(path);
  if (in_theme && path.substr(theme_mount.size()).starts_with("static/")) return file_limit::published;
  if (name.ends_with(".md")) return file_limit::markdown;
  if (name.ends_with(".mustache")) return file_limit::page_template;
  if (!name.ends_with(".yaml")) return file_limit::published;
  const bool is_entry =
      !in_theme && name != schema_file_name && path != settings_file_name && !is_of_search_words(path);
  return is_entry ? file_limit::entry : file_limit::settings;
}

bool may_be_read(const FileTree& sources, FileId file) {
  const SourceFile& source = sources.file(file);
  return source.size <= size_limit_of(source.path);
}

bool check_file_limits(const FileTree& sources, Diagnostics& diagnostics) {
  if (sources.files().size() > file_limit::files) {
    diagnostics.report(too_many_files, {}, {std::to_string(sources.files().size()), std::to_string(file_limit::files)});
    return false;
  }
  for (const SourceFile& source : sources.files()) {
    const std::uint64_t limit = size_limit_of(source.path);
    if (source.size > limit) {
      diagnostics.report(is_of_search_words(source.path) ? search_words_too_large : file_too_large, {},
                         {source.shown_path, std::to_string((source.size + kilobyte - 1) / kilobyte),
                          std::to_string(limit / kilobyte)});
    }
    if (source.path.size() > file_limit::path) {
      constexpr std::size_t shown = 80;
      diagnostics.report(path_too_long, {},
                         {std::string(first_code_points(source.shown_path, shown)), std::to_string(source.path.size()),
                          std::to_string(file_limit::path)});
    }
  }
  return true;
}

}  // namespace wegwijs
