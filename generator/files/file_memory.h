#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/byte_stream.h"
#include "files/digest.h"
#include "files/file_tree.h"
#include "files/outgoing_bytes.h"

namespace wegwijs {

/// What earlier runs know of the sources: the digest of every file, and what was read from some. A file is the same as
/// long as its path, size and stamp are; of one that was saved just before a run looked at it nothing is kept
/// (`SourceFile::is_settled`).
///
/// One run is `begin`, any number of `find` and `keep`, and `finish` when its result counts. What a run without
/// `finish` did is forgotten, and what was known before stays known. `find` and `keep` may be called from several
/// threads, for one file by one thread.
class FileMemory {
 public:
  /// Begins a run over `sources`, whose files are known by their stamps from now on. Throws what `know_by_stamp`
  /// throws.
  void begin(const FileTree& sources);

  /// What was read from the file when `reader` was the same: the digest of all that reading depends on beside the file
  /// itself. The bytes live until the next `finish`.
  std::optional<std::string_view> find(FileId file, const Digest& reader) const;
  /// `read` is what a later run finds instead of reading the file. Empty: what was read cannot be remembered.
  void keep(FileId file, const Digest& reader, std::string read);
  /// `sources` are those of `begin`.
  void finish(const FileTree& sources);

  /// Everything that is known, for `from_bytes` of the same program.
  void append_to(OutgoingBytes& out) const;
  /// `bytes` reads in `owner`, of which the memory keeps a share. Throws `BytesSpoilt`.
  static FileMemory from_bytes(ByteReader& bytes, const std::shared_ptr<const void>& owner);

 private:
  struct Known {
    std::string_view path;
    std::uint64_t size = 0;
    FileStamp stamp;
    Digest digest;
    Digest reader;
    std::string_view read;              ///< empty: nothing was read from it
    std::shared_ptr<const void> owner;  ///< of the bytes of `path` and `read`
  };

  /// What this run read from one file.
  struct Read {
    Digest reader;
    std::string read;  ///< empty: nothing
  };

  std::vector<Known> last_;            ///< in the order of their tree
  std::vector<const Known*> of_file_;  ///< in `last_`; by number, null: not known
  std::vector<Read> next_;             ///< by number
};

}  // namespace wegwijs
