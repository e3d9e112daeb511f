#include "model/block_memory.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "files/digest_bytes.h"

namespace wegwijs {
namespace {

bool has_changed(const std::vector<std::uint32_t>& changes, RecordRange range) {
  return changes[range.first] != changes[range.end];
}

bool has_changed(const std::vector<std::uint32_t>& changes, const std::vector<RecordRange>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](RecordRange range) { return has_changed(changes, range); });
}

void append_ranges(std::string& bytes, const std::vector<RecordRange>& ranges) {
  append_varint(bytes, ranges.size());
  for (const RecordRange& range : ranges) {
    append_varint(bytes, range.first);
    append_varint(bytes, range.end);
  }
}

/// `records`: how many there are.
std::vector<RecordRange> read_ranges(ByteReader& bytes, std::size_t records) {
  std::vector<RecordRange> ranges(bytes.count());
  for (RecordRange& range : ranges) {
    const std::uint64_t first = bytes.varint();
    const std::uint64_t end = bytes.varint();
    if (first > end || end > records) throw BytesSpoilt();
    range = {static_cast<RecordNumber>(first), static_cast<RecordNumber>(end)};
  }
  return ranges;
}

}  // namespace

void BlockMemory::begin(Digest shared, std::size_t blocks, std::vector<EntryDigests> entries) {
  next_ = Build{shared, std::vector<Block>(blocks), std::move(entries)};
  is_same_site_ =
      last_.shared == shared && last_.blocks.size() == blocks && last_.entries.size() == next_.entries.size();
  note_changes();
}

void BlockMemory::note_changes() {
  changes_ = {};
  if (!is_same_site_) return;
  changes_.records.push_back(0);
  changes_.bodies.push_back(0);
  for (std::size_t number = 0; number < next_.entries.size(); ++number) {
    const EntryDigests& before = last_.entries[number];
    const EntryDigests& now = next_.entries[number];
    changes_.records.push_back(changes_.records.back() + (before.values == now.values ? 0 : 1));
    changes_.bodies.push_back(changes_.bodies.back() + (before.body == now.body ? 0 : 1));
  }
}

std::optional<std::string_view> BlockMemory::find(std::size_t block) {
  if (!is_same_site_) return std::nullopt;
  const Block& known = last_.blocks[block];
  const bool is_as_it_was = known.is_known && !has_changed(changes_.records, known.reads.records) &&
                            !has_changed(changes_.bodies, known.reads.bodies);
  if (!is_as_it_was) return std::nullopt;
  next_.blocks[block] = known;
  return known.made;
}

std::string_view BlockMemory::keep(std::size_t block, BlockReads reads, std::string made) {
  made.shrink_to_fit();
  const auto owner = std::make_shared<const std::string>(std::move(made));
  next_.blocks[block] = {true, std::move(reads), *owner, owner};
  return *owner;
}

void BlockMemory::finish() {
  last_ = std::exchange(next_, {});
}

std::vector<RecordNumber> BlockMemory::changed_records(std::size_t block) const {
  std::vector<RecordNumber> changed;
  if (!is_same_site_ || block >= last_.blocks.size()) return changed;
  const auto add = [&](const std::vector<std::uint32_t>& changes, const std::vector<RecordRange>& ranges) {
    for (const RecordRange& range : ranges) {
      for (RecordNumber number = range.first; number < range.end; ++number) {
        if (changes[number] != changes[number + 1]) changed.push_back(number);
      }
    }
  };
  add(changes_.records, last_.blocks[block].reads.records);
  add(changes_.bodies, last_.blocks[block].reads.bodies);
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  return changed;
}

void BlockMemory::append_to(OutgoingBytes& out) const {
  std::string& bytes = out.bytes();
  append_digest(bytes, last_.shared);
  append_varint(bytes, last_.entries.size());
  for (const EntryDigests& entry : last_.entries) {
    append_digest(bytes, entry.values);
    append_digest(bytes, entry.body);
  }
  append_varint(bytes, last_.blocks.size());
  for (const Block& block : last_.blocks) {
    append_varint(bytes, block.is_known ? 1 : 0);
    append_ranges(bytes, block.reads.records);
    append_ranges(bytes, block.reads.bodies);
    append_text(bytes, block.made);
    out.pass_on();
  }
}

BlockMemory BlockMemory::from_bytes(ByteReader& bytes, const std::shared_ptr<const void>& owner) {
  BlockMemory memory;
  memory.last_.shared = read_digest(bytes);
  memory.last_.entries.resize(bytes.count());
  for (EntryDigests& entry : memory.last_.entries) {
    entry.values = read_digest(bytes);
    entry.body = read_digest(bytes);
  }
  memory.last_.blocks.resize(bytes.count());
  for (Block& block : memory.last_.blocks) {
    block.is_known = bytes.varint() != 0;
    block.reads.records = read_ranges(bytes, memory.last_.entries.size());
    block.reads.bodies = read_ranges(bytes, memory.last_.entries.size());
    block.made = bytes.text();
    block.owner = owner;
  }
  return memory;
}

}  // namespace wegwijs
