#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/byte_stream.h"
#include "files/digest.h"
#include "files/outgoing_bytes.h"
#include "schema/record_reads.h"

namespace wegwijs {

/// What is known of the contents of one entry.
struct EntryDigests {
  Digest values;  ///< of its record, and of those that values in it come from
  Digest body;    ///< of its text
};

/// What a block was made from, beside what all blocks share.
struct BlockReads {
  std::vector<RecordRange> records;  ///< those that were looked into
  std::vector<RecordRange> bodies;   ///< of these entries, the text too
};

/// Work that is done in blocks (some pages, the checks of some entries) and need not be done again while nothing
/// changes that a block was made from. Numbers of blocks, records and files mean something only together with what all
/// blocks share, so what that is must say which files and which entries there are and in what order.
///
/// One build is `begin`, any number of `find` and `keep`, and `finish` when its result counts. What a build without
/// `finish` did is forgotten, and what was known before stays known. `find` and `keep` may be called from several
/// threads, for one block by one thread.
class BlockMemory {
 public:
  /// Begins a build of `blocks` blocks. `shared`: of everything that any block may be made from, but for the contents
  /// of single entries. `entries`: by the number of their records.
  void begin(Digest shared, std::size_t blocks, std::vector<EntryDigests> entries);

  /// What was made of the block, when it is still as it was; it is then kept for the next build too. The bytes live
  /// until the next `finish`.
  std::optional<std::string_view> find(std::size_t block);
  /// The result is `made`, and lives as long as what `find` gives.
  std::string_view keep(std::size_t block, BlockReads reads, std::string made);
  /// Of a block that was found or kept in this build; lives until `finish`.
  const BlockReads& reads_of(std::size_t block) const { return next_.blocks[block].reads; }
  void finish();

  /// Whether a build of the same program is known.
  bool knows_any() const { return !last_.blocks.empty(); }
  /// Whether the last `begin` met the same shared inputs as the last build that was finished.
  bool is_same_site() const { return is_same_site_; }
  /// The records that went into the block and changed since, those whose text did among them.
  std::vector<RecordNumber> changed_records(std::size_t block) const;

  /// Everything that is known, for `from_bytes` of the same program.
  void append_to(OutgoingBytes& out) const;
  /// `bytes` reads in `owner`, of which the memory keeps a share. Throws `BytesSpoilt`.
  static BlockMemory from_bytes(ByteReader& bytes, const std::shared_ptr<const void>& owner);

 private:
  struct Block {
    bool is_known = false;
    BlockReads reads;
    std::string_view made;
    std::shared_ptr<const void> owner;  ///< of the bytes of `made`
  };
  struct Build {
    Digest shared;
    std::vector<Block> blocks;
    std::vector<EntryDigests> entries;
  };
  /// How many entries before each number changed since the last build.
  struct Changes {
    std::vector<std::uint32_t> records;
    std::vector<std::uint32_t> bodies;
  };

  void note_changes();

  Build last_;
  Build next_;
  Changes changes_;
  bool is_same_site_ = false;
};

}  // namespace wegwijs
