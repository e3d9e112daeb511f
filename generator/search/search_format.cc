#include "search/search_format.h"

#include <fmt/format.h>
#include <algorithm>
#include <limits>

#include "files/byte_stream.h"
#include "files/digest.h"

namespace wegwijs {
namespace {

/// Number of ASCII characters that both begin with.
std::size_t shared_beginning(std::string_view before, std::string_view text) {
  const auto [end_before, end] = std::mismatch(before.begin(), before.end(), text.begin(), text.end());
  const auto is_ascii = [](char character) { return static_cast<unsigned char>(character) < 0x80; };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), end, is_ascii) - text.begin());
}

/// The shortest text that comes after `before` and not after `key`.
std::string shortest_between(std::string_view before, std::string_view key) {
  const std::size_t shared = shared_beginning(before, key);
  const bool is_ascii = shared < key.size() && static_cast<unsigned char>(key[shared]) < 0x80;
  return std::string(is_ascii ? key.substr(0, shared + 1) : key);
}

/// Where a shard ends that begins with the element `first` and may have `size` bytes: of the places in its second half
/// that with the shortest key for the next shard, the last of these. All readers fetch all keys, and a place that is
/// chosen by what stands there stays when something before it changes.
std::size_t shard_end(std::span<const ShardElement> elements, std::size_t first, std::size_t size) {
  std::size_t bytes = 0;
  std::size_t best = first;
  std::size_t shortest = std::numeric_limits<std::size_t>::max();
  for (std::size_t end = first; end < elements.size(); ++end) {
    const ShardElement& element = elements[end];
    if (end > first) {
      const std::size_t length = shortest_between(elements[end - 1].key, element.key).size();
      if (bytes >= size / 2 && length <= shortest) {
        best = end;
        shortest = length;
      }
    }
    bytes += element.key.size() + element.bytes.size();
    if (end > first && bytes > size) return best == first ? end : best;
  }
  return elements.size();
}

}  // namespace

void append_packed(std::string& bytes, std::string_view before, std::string_view text) {
  const std::size_t shared = shared_beginning(before, text);
  append_varint(bytes, shared);
  append_text(bytes, text.substr(shared));
}

std::vector<SearchShard> cut_into_shards(std::span<const ShardElement> elements, ShardKind kind, std::size_t size) {
  std::vector<SearchShard> shards;
  for (std::size_t first = 0; first < elements.size();) {
    const std::size_t end = shard_end(elements, first, size);
    std::string_view before = first == 0 ? std::string_view() : elements[first - 1].key;
    SearchShard shard{shortest_between(before, elements[first].key), end - first, ""};
    before = {};
    for (const ShardElement& element : elements.subspan(first, end - first)) {
      if (kind != ShardKind::cards) append_packed(shard.bytes, before, element.key);
      shard.bytes += element.bytes;
      before = element.key;
    }
    shards.push_back(std::move(shard));
    first = end;
  }
  return shards;
}

std::vector<ShardGroup> shard_groups(std::span<const SearchShard> shards) {
  constexpr std::uint64_t digest_bits = 0xffffff;
  constexpr std::uint64_t usual_group = 16;
  std::vector<ShardGroup> groups;
  bool begins = true;
  std::string bytes;
  for (const SearchShard& shard : shards) {
    if (begins) {
      groups.emplace_back();
      bytes.clear();
    }
    // With its size: two shards that were cut elsewhere are not the same.
    append_text(bytes, shard.bytes);
    ShardGroup& group = groups.back();
    ++group.shards;
    begins = group.shards == most_shards_in_group || digest_of(shard.bytes).high % usual_group == 0;
    if (begins || &shard == &shards.back())
      group.digest = static_cast<std::uint32_t>(digest_of(bytes).low & digest_bits);
  }
  return groups;
}

constexpr std::string_view place_digits = "0123456789abcdefghijklmnopqrstuvwxyz";
static_assert(place_digits.size() == most_shards_in_group);

std::vector<std::string> shard_file_names(ShardKind kind, std::span<const SearchShard> shards) {
  std::vector<std::string> names;
  for (const ShardGroup& group : shard_groups(shards)) {
    for (std::size_t place = 0; place < group.shards; ++place)
      names.push_back(fmt::format("{}{:06x}{}.bin", static_cast<char>(kind), group.digest, place_digits[place]));
  }
  return names;
}

void append_sorted(std::string& bytes, std::span<const std::string_view> texts) {
  constexpr std::size_t most_shared = 7;
  append_varint(bytes, texts.size());
  std::string_view before;
  for (const std::string_view text : texts) {
    const std::size_t shared = std::min(most_shared, shared_beginning(before, text));
    bytes += text.substr(shared);
    bytes += static_cast<char>(shared);
    before = text;
  }
}

void append_shard_keys(std::string& bytes, std::span<const SearchShard> shards, ShardKind kind) {
  if (kind == ShardKind::cards) {
    append_varint(bytes, shards.size());
    for (const SearchShard& shard : shards) append_varint(bytes, shard.elements);
    return;
  }
  std::vector<std::string_view> keys;
  for (const SearchShard& shard : shards) keys.push_back(shard.key);
  append_sorted(bytes, keys);
}

void append_shard_places(std::string& bytes, std::span<const SearchShard> shards, bool in_one_file) {
  if (in_one_file) {
    for (const SearchShard& shard : shards) append_varint(bytes, shard.bytes.size());
    return;
  }
  const std::vector<ShardGroup> groups = shard_groups(shards);
  append_varint(bytes, groups.size());
  for (const ShardGroup& group : groups) append_varint(bytes, group.shards);
  for (const ShardGroup& group : groups) {
    for (const int shift : {16, 8, 0}) bytes += static_cast<char>(group.digest >> shift & 0xff);
  }
}

}  // namespace wegwijs
