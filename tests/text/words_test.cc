#include "text/words.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "text/dutch_stem.h"
#include "text/dutch_words.h"

namespace wegwijs {
namespace {

std::string words_of(std::string_view text) {
  std::string joined;
  for (const FoldedWord& word : folded_words(text)) joined += (joined.empty() ? "" : " ") + word.text;
  return joined;
}

TEST_CASE("words are folded to a-z and 0-9", "[text]") {
  CHECK(words_of("Één coördinator, 2e klas!") == "een coordinator 2e klas");
  CHECK(words_of("Steun\u00ADpunt") == "steunpunt");
}

TEST_CASE("an apostrophe within a word is left out, and one before a word divides", "[text]") {
  CHECK(words_of("auto's en auto’s") == "autos en autos");
  CHECK(words_of("'s ochtends") == "s ochtends");
  CHECK(words_of("groep '8'") == "groep 8");
}

TEST_CASE("letters that stand alone after each other are one word", "[text]") {
  CHECK(words_of("een t.l.v. aanvragen") == "een tlv aanvragen");
  CHECK(words_of("p.o.-v.o.") == "povo");
  CHECK(words_of("vmbo t") == "vmbo t");
}

TEST_CASE("a word knows that only a hyphen stands before it", "[text]") {
  const std::vector<FoldedWord> words = folded_words("vmbo-t - havo");
  REQUIRE(words.size() == 3);
  CHECK_FALSE(words[0].after_hyphen);
  CHECK(words[1].after_hyphen);
  CHECK_FALSE(words[2].after_hyphen);
}

TEST_CASE("the stem of a word is that of its plural and its other forms", "[text]") {
  CHECK(dutch_stem("thuiszitter") == dutch_stem("thuiszitters"));
  CHECK(dutch_stem("scholen") == dutch_stem("school"));
  CHECK(dutch_stem("mogelijkheden") == dutch_stem("mogelijkheid"));
  CHECK(dutch_stem("") == "");
}

TEST_CASE("the words that search leaves out or spells otherwise are sorted and folded", "[text]") {
  const auto stop_words = search_stop_words();
  CHECK(std::is_sorted(stop_words.begin(), stop_words.end()));
  for (const std::string_view word : stop_words) CHECK(words_of(word) == word);
  const auto light_words = search_light_words();
  CHECK(std::is_sorted(light_words.begin(), light_words.end()));
  for (const std::string_view word : light_words) {
    CHECK(words_of(word) == word);
    CHECK_FALSE(std::binary_search(stop_words.begin(), stop_words.end(), word));
  }
  const auto spellings = search_spellings();
  CHECK(std::is_sorted(spellings.begin(), spellings.end()));
  for (const auto& [written, looked_up] : spellings) {
    CHECK(words_of(written) == written);
    CHECK_FALSE(std::binary_search(stop_words.begin(), stop_words.end(), looked_up));
  }
}

}  // namespace
}  // namespace wegwijs
