#include "search/search_format.h"

#include <algorithm>

#include "files/digest.h"
#include "search/byte_stream.h"

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

}  // namespace

void append_packed(std::string& bytes, std::string_view before, std::string_view text) {
  const std::size_t shared = shared_beginning(before, text);
  append_varint(bytes, shared);
  append_text(bytes, text.substr(shared));
}

std::vector<SearchShard> cut_into_shards(std::span<const ShardElement> elements, ShardKind kind, std::size_t size) {
  std::vector<SearchShard> shards;
  std::string_view before;
  for (const ShardElement& element : elements) {
    const std::size_t more = element.key.size() + element.bytes.size();
    if (shards.empty() || shards.back().bytes.size() + more > size) {
      shards.push_back({shortest_between(before, element.key), 0, ""});
      before = {};
    }
    SearchShard& shard = shards.back();
    if (kind != ShardKind::cards) append_packed(shard.bytes, before, element.key);
    shard.bytes += element.bytes;
    ++shard.elements;
    before = element.key;
  }
  return shards;
}

std::vector<ShardGroup> group_shards(std::span<const SearchShard> shards) {
  std::vector<ShardGroup> groups;
  for (std::size_t first = 0; first < shards.size(); first += shards_in_group) {
    std::string together;
    // With their sizes: where one ends and the next begins is a part of what they say.
    for (const SearchShard& shard : shards.subspan(first, std::min(shards_in_group, shards.size() - first)))
      append_text(together, shard.bytes);
    groups.push_back(static_cast<ShardGroup>(digest_of(together).low));
  }
  return groups;
}

std::string shard_file_name(ShardKind kind, std::span<const ShardGroup> groups, std::size_t number) {
  return static_cast<char>(kind) + std::to_string(groups[number / shards_in_group]) + "-" +
         std::to_string(number % shards_in_group) + ".bin";
}

void append_shard_table(std::string& bytes, std::span<const SearchShard> shards, ShardKind kind,
                        std::span<const ShardGroup> groups) {
  append_varint(bytes, shards.size());
  std::string_view before;
  for (std::size_t number = 0; number < shards.size(); ++number) {
    const SearchShard& shard = shards[number];
    if (kind == ShardKind::cards) {
      append_varint(bytes, shard.elements);
    } else {
      append_packed(bytes, before, shard.key);
      before = shard.key;
    }
    if (groups.empty()) {
      append_varint(bytes, shard.bytes.size());
    } else if (number % shards_in_group == 0) {
      append_varint(bytes, groups[number / shards_in_group]);
    }
  }
}

}  // namespace wegwijs
