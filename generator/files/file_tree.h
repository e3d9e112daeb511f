#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "diagnostic/report.h"
#include "files/digest.h"

namespace wegwijs {

/// What the file system says of a file beside its size: another content gives another stamp, unless the clock of the
/// file system stood still between two saves (`SourceFile::is_settled`).
struct FileStamp {
  std::int64_t modified = 0;  ///< nanoseconds since 1970, as the file says; a program can set it
  std::int64_t changed = 0;   ///< nanoseconds since 1970; set by the system at every change of bytes, date or name
  std::uint64_t inode = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// One regular file of the sources.
struct SourceFile {
  std::string path;  ///< below the root, with '/': `schoolprofiles/de-brug.yaml`; of the theme: `theme_mount` first
  std::string shown_path;  ///< how messages name it: `path`; of the theme: its path from the root, or as it was given
  std::uint64_t size = 0;  ///< bytes
  std::string disk_path;   ///< where the bytes are read; empty when `content` holds them
  std::optional<std::string> content;
  FileStamp stamp = {};  ///< when the tree was made; nothing of a file in memory
  /// Whether every save after the tree was made gives it another stamp: it was not saved just before.
  bool is_settled = false;
};

/// The files of the theme have this prefix, wherever the theme is on the disk.
inline constexpr std::string_view theme_mount = "thema:/";

/// A source file is not what it was earlier in the same run: somebody saved it, or removed it. What was made of the two
/// versions together is of no use; the run starts again.
class SourceChanged : public std::system_error {
 public:
  explicit SourceChanged(const std::string& path);
};

/// Whether a tree keeps what it read. Most builds do not: they hold one page at a time. A run that had to start again
/// does, so that it ends however often the files are saved.
enum class KeepBytes : bool { no, yes };

/// The sources of a site: paths and sizes, bytes on demand. The files at the root come first, each part is sorted by
/// path (byte order), so every walk has the same order on every machine, and a file at the root has the same number in
/// a tree of these files alone. A file has one content for as long as the tree lives: `read` gives the same bytes each
/// time, or throws `SourceChanged`. May be read from several threads; copies share what was read.
class FileTree : public SourceLookup {
 public:
  FileTree() = default;
  /// Sorts them. Precondition: no two files have the same path.
  explicit FileTree(std::vector<SourceFile> files, KeepBytes keep = KeepBytes::no);
  /// For tests and generated sources: path → bytes.
  static FileTree from_memory(const std::map<std::string, std::string>& files);

  std::span<const SourceFile> files() const { return files_; }
  const SourceFile& file(FileId id) const { return files_[static_cast<std::size_t>(id)]; }
  std::optional<FileId> find(std::string_view path) const;
  /// The files below `folder` ("content/activiteiten", no slash at the end), in order of path; `first` receives the
  /// number of the first one.
  std::span<const SourceFile> files_below(std::string_view folder, FileId& first) const;

  /// The whole file as it was when it was first read, whatever its size was when the tree was made. Throws
  /// `SourceChanged` when it was replaced or removed since, and another std::system_error, naming the path, when it
  /// cannot be read or is no regular file.
  std::string read(FileId id) const;

  /// The digest of the file. One that is known by its stamp is not read for it (`know_by_stamp`). Throws as `read`
  /// does.
  Digest digest(FileId id) const;
  /// The same, when the file was read, or is known by its stamp; empty otherwise.
  std::optional<Digest> known_digest(FileId id) const;
  /// The contents of these files, by number, are known by their stamps: `read` gives those or throws `SourceChanged`.
  /// Empty: not known. Throws `SourceChanged` when one of them was read and was something else.
  void know_by_stamp(const std::vector<std::optional<Digest>>& digests) const;

  /// From now on, the files that `earlier` read must still be what they were then. `earlier` has the files at the root.
  /// Throws `SourceChanged` when they are no longer the same ones: what is known of them goes by their numbers.
  void expect_same_as(const FileTree& earlier);
  /// Throws `SourceChanged` when `file` is no longer the one that was read.
  void check_unchanged(FileId file) const;
  /// The first `size` bytes of the file as it is now, or all of it when it is shorter; throws as `read` does.
  std::string read_beginning(FileId id, std::size_t size) const;

  std::string path_of(FileId file) const override;
  /// For messages: also empty for a file of more than 1 MB, which is not read, and for one that changed.
  std::string bytes_of(FileId file) const override;

 private:
  /// What was read of the files so far.
  struct Seen;

  std::string bytes_on_disk(FileId id) const;

  std::vector<SourceFile> files_;
  std::shared_ptr<Seen> seen_;
};

}  // namespace wegwijs
