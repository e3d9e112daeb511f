#include "text/edit_distance.h"

#include <array>
#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

using Words = std::vector<std::string_view>;

TEST_CASE("insertions, deletions, substitutions and swaps of neighbours each count one", "[text]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("lift", "lift") == 0);
  CHECK(edit_distance("lift", "lifft") == 1);
  CHECK(edit_distance("lift", "lit") == 1);
  CHECK(edit_distance("lift", "loft") == 1);
  CHECK(edit_distance("lift", "lfit") == 1);
  CHECK(edit_distance("", "lift") == 4);
  CHECK(edit_distance("lift", "") == 4);
  CHECK(edit_distance("havo", "vmbo") == 3);
}

TEST_CASE("a swapped pair is not edited a second time", "[text]") {
  // Unrestricted Damerau-Levenshtein would give 2: swap c and a, then put b between them.
  CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("the distance counts code points and is the same both ways", "[text]") {
  CHECK(edit_distance("één", "een") == 2);
  CHECK(edit_distance("een", "één") == 2);
  CHECK(edit_distance("coördinator", "coordinator") == 1);
}

TEST_CASE("the nearest word is the one that was probably meant", "[text]") {
  CHECK(nearest_word("dyslexi", Words{"dyscalculie", "dyslexie"}) == "dyslexie");
  CHECK(nearest_word("titel2", Words{"naam", "titel"}) == "titel");
  CHECK(nearest_word("samenvattnig", Words{"samenvatting"}) == "samenvatting");
  CHECK(nearest_word("kort", Words{"naam", "korte_naam"}) == "korte_naam");
  CHECK(nearest_word("dyslexie_en_meer", Words{"lift", "dyslexie"}) == "dyslexie");
}

TEST_CASE("capitals, hyphens and underscores do not count when the nearest word is looked for", "[text]") {
  CHECK(nearest_word("OudeAdressen", Words{"oude_adressen"}) == "oude_adressen");
  CHECK(nearest_word("vmbo b", Words{"vmbo-k", "vmbo-b"}) == "vmbo-b");
}

TEST_CASE("of equally near words the one that begins most alike wins, then the first", "[text]") {
  CHECK(nearest_word("vmbo", Words{"vmbo-b", "vmbo-k"}) == "vmbo-b");
  CHECK(nearest_word("po", Words{"vo", "pro"}) == "pro");
  CHECK(nearest_word("po", Words{"vo", "so"}) == "vo");
  CHECK(nearest_word("vmbo-tl", Words{"vmbo-gl", "vmbo-t"}) == "vmbo-t");
}

TEST_CASE("a word far from all others has no nearest word", "[text]") {
  CHECK(nearest_word("levensbeschouwing", Words{"denominatie", "bestuur"}) == std::nullopt);
  CHECK(nearest_word("vwo", Words{"vmbo", "havo"}) == std::nullopt);
  CHECK(nearest_word("lift", Words{}) == std::nullopt);
  CHECK(nearest_word("", Words{"lift"}) == std::nullopt);
  CHECK(nearest_word("--", Words{"lift"}) == std::nullopt);
}

TEST_CASE("two words that begin with what was typed are both possible, so neither is offered", "[text]") {
  CHECK(nearest_word("school", Words{"schoolgids_url", "schooljaren"}) == std::nullopt);
}

TEST_CASE("a short word is never taken for one of which it has no letter", "[text]") {
  CHECK(nearest_word("x", Words{"a", "b"}) == std::nullopt);
  CHECK(nearest_word("A", Words{"b", "a"}) == "a");
  CHECK(nearest_word("jaa", Words{"nee", "ja"}) == "ja");
  CHECK(nearest_word("ja", Words{"nee", "deels"}) == std::nullopt);
}

TEST_CASE("a text far longer than any key is compared with nothing", "[text]") {
  const std::string long_text(100'000, 'a');
  const std::string key(64, 'a');
  const std::array<std::string_view, 2> candidates{long_text, key};
  CHECK(nearest_word(long_text, candidates) == std::nullopt);
  CHECK(nearest_word(key + "a", candidates) == std::nullopt);
  CHECK(nearest_word(key, candidates) == key);
}

}  // namespace
}  // namespace wegwijs
