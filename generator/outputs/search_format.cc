#include "outputs/search_format.h"

#include <algorithm>

#include "files/digest.h"
#include "outputs/byte_stream.h"

namespace wegwijs {
namespace {

constexpr std::size_t name_bytes = 4;

std::string name_digits(std::string_view bytes) {
  return hexadecimal(digest_of(bytes)).substr(0, name_bytes * 2);
}

int value_of(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

void append_name(std::string& bytes, std::string_view digits) {
  for (std::size_t place = 0; place < digits.size(); place += 2)
    bytes.push_back(static_cast<char>(value_of(digits[place]) * 16 + value_of(digits[place + 1])));
}

}  // namespace

void append_packed(std::string& bytes, std::string_view before, std::string_view text) {
  const auto [end_before, end] = std::mismatch(before.begin(), before.end(), text.begin(), text.end());
  const auto shared = static_cast<std::size_t>(end - text.begin());
  append_varint(bytes, shared);
  append_text(bytes, text.substr(shared));
}

std::vector<SearchShard> cut_into_shards(std::span<const ShardElement> elements, ShardKind kind, std::size_t size) {
  std::vector<SearchShard> shards;
  std::string_view before;
  for (const ShardElement& element : elements) {
    const std::size_t more = element.key.size() + element.bytes.size();
    if (shards.empty() || shards.back().bytes.size() + more > size) {
      shards.push_back({std::string(element.key), 0, ""});
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

std::string shard_file_name(ShardKind kind, std::string_view bytes) {
  return static_cast<char>(kind) + name_digits(bytes) + ".bin";
}

void append_shard_table(std::string& bytes, std::span<const SearchShard> shards, ShardKind kind, bool stands_in_file) {
  append_varint(bytes, shards.size());
  std::string_view before;
  for (const SearchShard& shard : shards) {
    if (kind == ShardKind::cards) {
      append_varint(bytes, shard.elements);
    } else {
      append_packed(bytes, before, shard.first_key);
      before = shard.first_key;
    }
    if (stands_in_file) {
      append_varint(bytes, shard.bytes.size());
    } else {
      append_name(bytes, name_digits(shard.bytes));
    }
  }
}

}  // namespace wegwijs
