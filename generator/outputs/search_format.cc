#include "outputs/search_format.h"

#include <algorithm>

#include "files/digest.h"
#include "outputs/byte_stream.h"

namespace wegwijs {
namespace {

constexpr std::size_t name_bytes = 5;

std::string name_digits(std::string_view bytes) {
  return hexadecimal(digest_of(bytes)).substr(0, name_bytes * 2);
}

int value_of(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

}  // namespace

void append_packed(std::string& bytes, std::string_view before, std::string_view text) {
  const auto [end_before, end] = std::mismatch(before.begin(), before.end(), text.begin(), text.end());
  const auto shared = static_cast<std::size_t>(end - text.begin());
  append_varint(bytes, shared);
  append_text(bytes, text.substr(shared));
}

SearchShard& ShardWriter::shard_for(std::string_view key, std::size_t more) {
  if (shards_.empty() || (!shards_.back().bytes.empty() && shards_.back().bytes.size() + more > size_)) {
    shards_.push_back({std::string(key), ""});
    last_key_.clear();
  }
  return shards_.back();
}

void ShardWriter::add_packed(std::string_view key, std::string_view bytes) {
  SearchShard& shard = shard_for(key, key.size() + bytes.size());
  append_packed(shard.bytes, last_key_, key);
  shard.bytes += bytes;
  last_key_ = key;
}

void ShardWriter::add(std::string_view key, std::string_view bytes) {
  shard_for(key, bytes.size()).bytes += bytes;
}

std::string shard_file_name(ShardKind kind, std::string_view bytes) {
  return static_cast<char>(kind) + name_digits(bytes) + ".bin";
}

void append_shard_table(std::string& bytes, std::span<const SearchShard> shards, bool stands_in_file) {
  append_varint(bytes, shards.size());
  std::string_view before;
  for (const SearchShard& shard : shards) {
    append_packed(bytes, before, shard.first_key);
    before = shard.first_key;
    append_varint(bytes, stands_in_file ? shard.bytes.size() : 0);
    if (stands_in_file) continue;
    const std::string digits = name_digits(shard.bytes);
    for (std::size_t place = 0; place < digits.size(); place += 2)
      bytes.push_back(static_cast<char>(value_of(digits[place]) * 16 + value_of(digits[place + 1])));
  }
}

}  // namespace wegwijs
