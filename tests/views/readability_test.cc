#include "views/readability.h"

#include <catch2/catch.hpp>
#include <string>

using namespace wegwijs;

TEST_CASE("syllables of Dutch words are counted by their vowels", "[views]") {
  CHECK(count_syllables("kat") == 1);
  CHECK(count_syllables("leraar") == 2);
  CHECK(count_syllables("ondersteuning") == 4);
  CHECK(count_syllables("nieuw") == 1);
  CHECK(count_syllables("koeien") == 2);
  CHECK(count_syllables("eeuwig") == 2);
  CHECK(count_syllables("één") == 1);
  CHECK(count_syllables("coördinator") == 5);
  CHECK(count_syllables("financiële") == 5);
  CHECK(count_syllables("reünie") == 3);
  CHECK(count_syllables("ijs") == 1);
  CHECK(count_syllables("TLV") == 1);
  CHECK(count_syllables("begeleider") == 4);
}

TEST_CASE("a full stop within a sentence ends none", "[views]") {
  const TextCount count = count_text("Hulp, bijv. bij lezen. Elke dag 1.5 uur! Ook in groep-8?");
  CHECK(count.words == 12);
  CHECK(count.sentences == 3);
  CHECK(count_text("Regel een\nRegel twee").sentences == 2);
  CHECK(count_text("").words == 0);
  CHECK(count_text("... !!! ???").sentences == 0);
}

TEST_CASE("reading ease is the formula of Flesch and Douma, and silent about a short text", "[views]") {
  // 100 words of 150 syllables in 10 sentences: 206.84 - 77 * 1.5 - 0.93 * 10.
  CHECK(reading_ease({100, 10, 150}).value() == Approx(82.04));
  CHECK(reading_ease_in_words(82.04) == "gemakkelijk");
  CHECK(reading_ease_in_words(45) == "tamelijk moeilijk");
  CHECK(reading_ease_in_words(44.9) == "moeilijk");
  CHECK(reading_ease_in_words(-20) == "zeer moeilijk");
  CHECK_FALSE(reading_ease({99, 10, 150}).has_value());
  CHECK_FALSE(reading_ease({100, 0, 150}).has_value());
}

TEST_CASE("long words in long sentences are hard to read, short ones are not", "[views]") {
  std::string easy, hard;
  for (int sentence = 0; sentence < 20; ++sentence) {
    easy += "De school helpt je elke dag. ";
    hard += "Ondersteuningscoördinatoren organiseren gezamenlijke onderwijsvoorzieningen, ";
  }
  CHECK(reading_ease(count_text(easy)).value() > 70);
  CHECK(reading_ease(count_text(hard + hard)).value() < hard_to_read_below);
}
