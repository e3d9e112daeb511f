#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"

namespace wegwijs {

/// What one site may consist of, far above what a portal of some hundreds of schools needs. Sizes are in bytes.
namespace file_limit {

/// A page of text: what the Markdown reader accepts. The longest of ours is 20 KB.
inline constexpr std::uint64_t markdown = 256 * 1024;
/// One entry in YAML; profiles come from outside. A complete profile is 15 KB.
inline constexpr std::uint64_t entry = 64 * 1024;
/// Schemas, the settings and the texts of a theme: what the YAML reader accepts. The largest schema is 43 KB.
inline constexpr std::uint64_t settings = 256 * 1024;
/// A template is read into one program; those of ours are under 10 KB.
inline constexpr std::uint64_t page_template = 256 * 1024;
/// A file that is published as it is (an image, a PDF); it is held in memory while it is copied.
inline constexpr std::uint64_t published = 16 * 1024 * 1024;
/// Files of one site; each is in memory with its path, about 300 bytes.
inline constexpr std::size_t files = 250'000;
/// A path below the root of the site. Windows and zip programs stop at 260 with the root in front of it.
inline constexpr std::size_t path = 200;

}  // namespace file_limit

/// The largest size of the file at `path` in the tree, by what it is read for.
std::uint64_t size_limit_of(std::string_view path);

/// Whether the file may be read. Says so by its size when the tree was read, so without reading it; reports nothing:
/// `check_file_limits` does.
bool may_be_read(const FileTree& sources, FileId file);

/// Reports every file that is too large for `may_be_read` or has too long a path, and a tree of too many files. These
/// diagnostics have no span: to show the line, the report would have to read the file. False when there are too many
/// files to go on; the other mistakes leave the rest of the site readable.
bool check_file_limits(const FileTree& sources, Diagnostics& diagnostics);

}  // namespace wegwijs
