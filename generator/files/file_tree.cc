#include "files/file_tree.h"

#include <algorithm>
#include <cerrno>
#include <mutex>

#include "files/descriptor.h"
#include "files/digest.h"
#include "files/read_watch.h"
#include "text/windows_1252.h"

namespace wegwijs {
namespace {

bool comes_before(std::string_view left, std::string_view right) {
  const bool is_left_at_root = left.find('/') == std::string_view::npos;
  const bool is_right_at_root = right.find('/') == std::string_view::npos;
  return is_left_at_root == is_right_at_root ? left < right : is_left_at_root;
}

auto position_of(const std::vector<SourceFile>& files, std::string_view path) {
  return std::lower_bound(files.begin(), files.end(), path, [](const SourceFile& file, std::string_view wanted) {
    return comes_before(file.path, wanted);
  });
}

}  // namespace

struct FileTree::Seen {
  Seen(std::size_t files, KeepBytes keep_bytes)
      : digests(files), keep(keep_bytes), kept(keep == KeepBytes::yes ? files : 0) {}

  std::mutex mutex;  // guards all below
  std::vector<std::optional<Digest>> digests;
  std::vector<char> known_by_stamp;  // by number, or empty
  const KeepBytes keep;
  std::vector<std::shared_ptr<const std::string>> kept;
};

SourceChanged::SourceChanged(const std::string& path) : std::system_error(ESTALE, std::generic_category(), path) {}

FileTree::FileTree(std::vector<SourceFile> files, KeepBytes keep)
    : files_(std::move(files)), seen_(std::make_shared<Seen>(files_.size(), keep)) {
  const auto is_before = [](const SourceFile& left, const SourceFile& right) {
    return comes_before(left.path, right.path);
  };
  if (!std::is_sorted(files_.begin(), files_.end(), is_before)) std::sort(files_.begin(), files_.end(), is_before);
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
  const std::string prefix = std::string(folder) + '/';
  const auto begin = position_of(files_, prefix);
  const auto end =
      std::partition_point(begin, files_.end(), [&](const SourceFile& file) { return file.path.starts_with(prefix); });
  first = FileId{static_cast<std::uint32_t>(begin - files_.begin())};
  return {begin, end};
}

std::string FileTree::bytes_on_disk(FileId id) const {
  const SourceFile& source = file(id);
  // The file may have become something else since the walk: a link is not followed, and opening a fifo does not block.
  const Descriptor opened = open_below(AT_FDCWD, source.disk_path.c_str(), for_reading | O_NOFOLLOW);
  // It was there at the walk.
  if (!opened.is_open() && (errno == ENOENT || errno == ENOTDIR)) throw SourceChanged(source.disk_path);
  if (!opened.is_open()) throw_system_error(errno, source.disk_path);
  return read_regular_file(opened, source.disk_path);
}

std::string FileTree::read(FileId id) const {
  ReadWatch::check(id);
  const SourceFile& source = file(id);
  const auto number = static_cast<std::size_t>(id);
  const bool keep = !source.content && seen_->keep == KeepBytes::yes;
  if (keep) {
    const std::lock_guard lock(seen_->mutex);
    if (seen_->kept[number] != nullptr) return *seen_->kept[number];
  }
  std::string bytes = source.content ? *source.content : bytes_on_disk(id);
  const Digest digest = digest_of(bytes);
  const std::lock_guard lock(seen_->mutex);
  std::optional<Digest>& first = seen_->digests[number];
  if (first && *first != digest) throw SourceChanged(source.disk_path);
  first = digest;
  if (keep) seen_->kept[number] = std::make_shared<const std::string>(bytes);
  return bytes;
}

Digest FileTree::digest(FileId id) const {
  const auto number = static_cast<std::size_t>(id);
  {
    const std::lock_guard lock(seen_->mutex);
    if (!seen_->known_by_stamp.empty() && seen_->known_by_stamp[number]) return *seen_->digests[number];
  }
  static_cast<void>(read(id));
  return *known_digest(id);
}

std::optional<Digest> FileTree::known_digest(FileId id) const {
  const std::lock_guard lock(seen_->mutex);
  return seen_->digests[static_cast<std::size_t>(id)];
}

void FileTree::know_by_stamp(const std::vector<std::optional<Digest>>& digests) const {
  const std::lock_guard lock(seen_->mutex);
  seen_->known_by_stamp.assign(files_.size(), 0);
  for (std::size_t number = 0; number < digests.size(); ++number) {
    if (!digests[number]) continue;
    std::optional<Digest>& first = seen_->digests[number];
    if (first && *first != *digests[number]) throw SourceChanged(files_[number].disk_path);
    first = digests[number];
    seen_->known_by_stamp[number] = 1;
  }
}

void FileTree::expect_same_as(const FileTree& earlier) {
  if (!earlier.seen_) return;
  const std::scoped_lock lock(earlier.seen_->mutex, seen_->mutex);
  for (std::size_t number = 0; number < earlier.files_.size(); ++number) {
    const std::optional<Digest>& digest = earlier.seen_->digests[number];
    if (!digest) continue;
    const std::optional<FileId> here = find(earlier.files_[number].path);
    if (here != FileId{static_cast<std::uint32_t>(number)}) throw SourceChanged(earlier.files_[number].disk_path);
    seen_->digests[number] = digest;
    const bool both_keep = seen_->keep == KeepBytes::yes && earlier.seen_->keep == KeepBytes::yes;
    if (both_keep) seen_->kept[number] = earlier.seen_->kept[number];
  }
}

void FileTree::check_unchanged(FileId id) const {
  if (id == no_file) return;
  {
    const std::lock_guard lock(seen_->mutex);
    if (!seen_->digests[static_cast<std::size_t>(id)]) return;
  }
  static_cast<void>(read(id));
}

std::string FileTree::read_beginning(FileId id, std::size_t size) const {
  const SourceFile& source = file(id);
  if (source.content) return source.content->substr(0, size);
  const Descriptor opened = open_below(AT_FDCWD, source.disk_path.c_str(), for_reading | O_NOFOLLOW);
  if (!opened.is_open()) throw_system_error(errno, source.disk_path);
  return read_regular_file(opened, source.disk_path, size);
}

std::string FileTree::path_of(FileId file_id) const {
  return file_id == no_file ? std::string() : file(file_id).shown_path;
}

std::string FileTree::bytes_of(FileId file_id) const {
  // For messages only: a film among the pages is not read to show its first line.
  constexpr std::uint64_t largest_shown = 1024 * 1024;
  if (file_id == no_file || file(file_id).size > largest_shown) return {};
  try {
    std::string bytes = read(file_id);
    // A table in Windows-1252 is read as such, so that its places are those of the text.
    if (file(file_id).path.ends_with(".csv")) bytes = utf8_from_windows_1252(bytes).value_or(std::move(bytes));
    return bytes;
  } catch (const std::system_error&) {
    return {};
  }
}

}  // namespace wegwijs
