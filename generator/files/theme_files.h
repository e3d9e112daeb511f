#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/file_tree.h"

namespace wegwijs {

/// One published file of the theme's folder `static`. Either one file of the same name, or the parts of a folder whose
/// name ends in `.css` or `.js`: `static/css/wegwijs.css/10-grond.css`, `…/20-kop.css` are published as one
/// `css/wegwijs.css`, in the order of the names of the parts.
struct ThemeFile {
  std::string path;           ///< below `static`, with a '/' first: "/css/wegwijs.css"
  std::vector<FileId> parts;  ///< at least one
  bool is_joined = false;     ///< made of a folder with parts
};

/// All of them, in order of path. What lies deeper in a folder with parts, or has another ending, is among its parts
/// here; `check_theme_parts` reports it.
std::vector<ThemeFile> theme_files(const FileTree& sources);

/// The one that is published at `path`; nullptr when there is none.
const ThemeFile* find_theme_file(std::span<const ThemeFile> files, std::string_view path);

/// What is published: scripts and style sheets without their comments and layout (text/published_script.h,
/// text/published_style_sheet.h), each part by itself and one after the other, and scripts with short names of their own
/// (text/short_script_names.h); all others as they are.
std::string published_bytes(const FileTree& sources, const ThemeFile& file);

}  // namespace wegwijs
