#include "files/file_tree.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "files/descriptor.h"

namespace wegwijs {
namespace {

auto position_of(const std::vector<SourceFile>& files, std::string_view path) {
  return std::lower_bound(files.begin(), files.end(), path,
                          [](const SourceFile& file, std::string_view wanted) { return file.path < wanted; });
}

}  // namespace

FileTree::FileTree(std::vector<SourceFile> files) : files_(std::move(files)) {
  std::sort(files_.begin(), files_.end(),
            [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; });
}

FileTree FileTree::from_memory(const std::map<std::string, std::string>& files) {
  std::vector<SourceFile> sources;
  sources.reserve(files.size());
  for (const auto& [path, bytes] : files) sources.push_back({path, path, bytes.size(), {}, bytes});
  return FileTree(std::move(sources));
}

std::optional<FileId> FileTree::find(std::string_view path) const {
  const auto found = position_of(files_, path);
  if (found == files_.end() || found->path != path) return std::nullopt;
  return FileId{static_cast<std::uint32_t>(found - files_.begin())};
}

std::span<const SourceFile> FileTree::files_below(std::string_view folder, FileId& first) const {
  const auto begin = position_of(files_, std::string(folder) + '/');
  const auto end = position_of(files_, std::string(folder) + static_cast<char>('/' + 1));
  first = FileId{static_cast<std::uint32_t>(begin - files_.begin())};
  return {begin, end};
}

std::string FileTree::read(FileId id) const {
  const SourceFile& source = file(id);
  if (source.content) return *source.content;
  // The file may have become something else since the walk: a link is not followed, and a fifo does not make us wait.
  const Descriptor opened =
      open_below(AT_FDCWD, source.disk_path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (!opened.is_open()) throw_system_error(errno, source.disk_path);
  return read_regular_file(opened, source.disk_path);
}

std::string FileTree::path_of(FileId file_id) const {
  return file_id == no_file ? std::string() : file(file_id).shown_path;
}

std::string FileTree::bytes_of(FileId file_id) const {
  // For messages only: a film among the pages is not read to show its first line.
  constexpr std::uint64_t largest_shown = 1024 * 1024;
  if (file_id == no_file || file(file_id).size > largest_shown) return {};
  try {
    return read(file_id);
  } catch (const std::system_error&) {
    return {};
  }
}

}  // namespace wegwijs
