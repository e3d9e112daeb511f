#include "text/sort_key.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>
#include <vector>

namespace wegwijs {
namespace {

std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end(), [](const std::string& left, const std::string& right) {
    return dutch_sort_key(left) < dutch_sort_key(right);
  });
  return texts;
}

TEST_CASE("numbers sort by their value", "[text]") {
  CHECK(sorted({"Groep 10", "Groep 8", "Groep 1"}) == std::vector<std::string>{"Groep 1", "Groep 8", "Groep 10"});
}

TEST_CASE("accents and capitals do not move a word away from its neighbours", "[text]") {
  CHECK(sorted({"zebra", "Église", "eiland", "Eland", "école"}) ==
        std::vector<std::string>{"école", "Église", "eiland", "Eland", "zebra"});
}

TEST_CASE("a text that is the beginning of another comes first, and no text before all", "[text]") {
  CHECK(sorted({"De Brugge", "De Brug", "De", ""}) == std::vector<std::string>{"", "De", "De Brug", "De Brugge"});
}

TEST_CASE("texts that differ only in case or accents have different keys", "[text]") {
  CHECK(dutch_sort_key("ivko") != dutch_sort_key("IVKO"));
  CHECK(dutch_sort_key("een") != dutch_sort_key("één"));
  CHECK(dutch_sort_key("cafe\u0301") == dutch_sort_key("caf\u00E9"));
}

TEST_CASE("a very long text still has a key that sorts", "[text]") {
  const std::string long_text(5000, 'x');
  CHECK(dutch_sort_key(long_text) < dutch_sort_key(long_text + "y"));
}

TEST_CASE("sort keys made on several threads are those made on one", "[text][threads]") {
  const std::vector<std::string> texts = {"Één", "Groep 10", "’t Vogelnest", "ĳs", ""};
  std::vector<std::string> expected;
  for (const std::string& text : texts) expected.push_back(dutch_sort_key(text));
  std::vector<std::vector<std::string>> keys(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<std::string>& own : keys) {
      threads.emplace_back([&] {
        for (const std::string& text : texts) own.push_back(dutch_sort_key(text));
      });
    }
  }
  for (const std::vector<std::string>& own : keys) CHECK(own == expected);
}

TEST_CASE("signs before the first letter do not count in the order of the A-Z list", "[text]") {
  CHECK(index_sort_key("'t Kompas") == dutch_sort_key("t Kompas"));
  CHECK(index_sort_key("(Taalbrug)") < index_sort_key("Toren"));
  CHECK(index_sort_key("🌳") == dutch_sort_key("🌳"));
}

TEST_CASE("a text stands in the A-Z list under its first letter without accent", "[text]") {
  CHECK(index_letter("de brug") == "D");
  CHECK(index_letter("École") == "E");
  CHECK(index_letter("’t Vogelnest") == "T");
  CHECK(index_letter("4e Gymnasium") == "0–9");
  CHECK(index_letter("(Taalbrug)") == "T");
  CHECK(index_letter("“De Wilg”") == "D");
  CHECK(index_letter("🌳 Boom") == "B");
  CHECK(index_letter("Ελλάς 2 Brug") == "#");
  CHECK(index_letter("!?") == "#");
  CHECK(index_letter("") == "#");
}

}  // namespace
}  // namespace wegwijs
