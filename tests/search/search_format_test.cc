// How the shards of the search index are cut and named.
#include "search/search_format.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace wegwijs;

namespace {

/// Of the files whose shards are given: how many of them have no file of this name and these bytes among the others.
std::size_t fetched_anew(const std::vector<SearchShard>& before, const std::vector<SearchShard>& after) {
  const std::vector<std::string> names = shard_file_names(ShardKind::cards, before);
  const std::set<std::string> kept(names.begin(), names.end());
  const std::vector<std::string> now = shard_file_names(ShardKind::cards, after);
  return static_cast<std::size_t>(
      std::count_if(now.begin(), now.end(), [&](const std::string& name) { return !kept.contains(name); }));
}

std::vector<SearchShard> forty_shards() {
  std::vector<SearchShard> shards;
  for (int number = 0; number < 40; ++number) shards.push_back({"", 1, "kaart " + std::to_string(number)});
  return shards;
}

}  // namespace

TEST_CASE("every shard has a name of its own, and an edit gives only those near the edited one others", "[search]") {
  const std::vector<SearchShard> before = forty_shards();
  const std::vector<std::string> names = shard_file_names(ShardKind::cards, before);
  REQUIRE(names.size() == 40);
  CHECK(std::set(names.begin(), names.end()).size() == 40);
  for (std::size_t edited = 0; edited < before.size(); ++edited) {
    INFO(edited);
    std::vector<SearchShard> after = before;
    after[edited].bytes += "!";
    const std::vector<std::string> now = shard_file_names(ShardKind::cards, after);
    CHECK(names[edited] != now[edited]);
    // Its group, which may end elsewhere, and the one after it.
    CHECK(fetched_anew(before, after) <= 2 * most_shards_in_group);
  }
}

TEST_CASE("a name says what all shards of a group hold, and where each of them ends", "[search]") {
  const std::vector<SearchShard> shards{{"", 1, "ab"}, {"", 1, "c"}};
  const std::vector<SearchShard> cut_elsewhere{{"", 1, "a"}, {"", 1, "bc"}};
  for (const std::string& name : shard_file_names(ShardKind::cards, shards)) {
    for (const std::string& other : shard_file_names(ShardKind::cards, cut_elsewhere)) CHECK(name != other);
  }
}

TEST_CASE("a shard that goes before the others leaves the names of most alone", "[search]") {
  const std::vector<SearchShard> before = forty_shards();
  std::vector<SearchShard> after = before;
  after.insert(after.begin(), {"", 1, "nieuw"});
  CHECK(fetched_anew(before, after) <= most_shards_in_group + 1);
}

TEST_CASE("groups hold all shards in order, each no more than a digit can count", "[search]") {
  std::vector<SearchShard> alike(100, {"", 1, "kaart"});
  std::size_t shards = 0;
  for (const ShardGroup& group : shard_groups(alike)) {
    CHECK(group.shards <= most_shards_in_group);
    shards += group.shards;
  }
  CHECK(shards == 100);
  CHECK(shard_groups({}).empty());
}

TEST_CASE("sorted texts are written without what they share with the one before", "[search]") {
  std::string bytes;
  append_sorted(bytes, std::vector<std::string_view>{"als", "alsnog", "alsnogéén", "alsnogêên", "zo",
                                                     "zo-even-is-het-al", "zo-even-is-het-zo"});
  using namespace std::string_literals;
  // Never within a letter of more bytes, and seven at most.
  CHECK(bytes ==
        "\x07"
        "als\0nog\3één\6êên\6zo\0-even-is-het-al\2-is-het-zo\7"s);
}

TEST_CASE("the key of a shard is the shortest that leads to it", "[search]") {
  const std::vector<ShardElement> elements{
      {"begeleid", "1"}, {"begeleiding", "2"}, {"dyslexie", "3"}, {"dyspraxie", "4"}};
  const std::vector<SearchShard> shards = cut_into_shards(elements, ShardKind::terms, 1);
  REQUIRE(shards.size() == 4);
  CHECK(shards[0].key == "b");
  CHECK(shards[1].key == "begeleidi");
  CHECK(shards[2].key == "d");
  CHECK(shards[3].key == "dysp");
  // What a reader does: the last shard whose key is not after the word.
  for (std::size_t number = 0; number < elements.size(); ++number) {
    std::size_t found = 0;
    while (found + 1 < shards.size() && shards[found + 1].key <= elements[number].key) ++found;
    CHECK(found == number);
  }
}

TEST_CASE("a shard ends in its second half where the key of the next one is the shortest", "[search]") {
  std::vector<ShardElement> elements;
  for (const char* key : {"aanmelden", "aanmelding", "aanname", "b", "baan", "baas"})
    elements.push_back({key, "0123456789"});
  const auto sizes = [&](std::size_t size) {
    std::vector<std::size_t> counts;
    for (const SearchShard& shard : cut_into_shards(elements, ShardKind::terms, size)) counts.push_back(shard.elements);
    return counts;
  };
  CHECK(sizes(70) == std::vector<std::size_t>{3, 3});
  // The first half of a shard has none.
  CHECK(sizes(130) == std::vector<std::size_t>{6});
  // No element is cut, and none waits for another one that does not fit.
  CHECK(sizes(12) == std::vector<std::size_t>{1, 1, 1, 1, 1, 1});
}
