// How the shards of the search index are cut and named.
#include "search/search_format.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace wegwijs;

namespace {

std::vector<std::string> names_of(const std::vector<SearchShard>& shards) {
  std::vector<std::string> names;
  for (const SearchShard& shard : shards) names.push_back(shard_file_name(ShardKind::cards, shard));
  return names;
}

std::vector<SearchShard> forty_shards() {
  std::vector<SearchShard> shards;
  for (int number = 0; number < 40; ++number) shards.push_back({"", 1, "kaart " + std::to_string(number)});
  return shards;
}

}  // namespace

TEST_CASE("every shard has a name of its own, and an edit gives only the edited one another", "[search]") {
  std::vector<SearchShard> shards = forty_shards();
  const std::vector<std::string> before = names_of(shards);
  CHECK(std::set(before.begin(), before.end()).size() == 40);
  shards[20].bytes += "!";
  const std::vector<std::string> after = names_of(shards);
  for (std::size_t number = 0; number < shards.size(); ++number) {
    INFO(number);
    CHECK((before[number] != after[number]) == (number == 20));
  }
}

TEST_CASE("a shard that goes before the others leaves their names alone", "[search]") {
  std::vector<SearchShard> shards = forty_shards();
  const std::vector<std::string> before = names_of(shards);
  shards.insert(shards.begin(), {"", 1, "nieuw"});
  const std::vector<std::string> after = names_of(shards);
  CHECK(std::equal(before.begin(), before.end(), after.begin() + 1));
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
