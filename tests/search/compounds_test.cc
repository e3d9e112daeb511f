#include "search/compounds.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

const Vocabulary vocabulary{{"ondersteuning", 1}, {"profiel", 2}, {"leerling", 3}, {"steunpunt", 4}, {"punt", 5}};

TEST_CASE("a compound of two words of the site is taken apart, with or without a joint", "[search]") {
  CHECK(compound_parts("ondersteuningsprofiel", vocabulary) == std::vector<std::uint32_t>{1, 2});
  CHECK(compound_parts("leerlingensteunpunt", vocabulary) == std::vector<std::uint32_t>{3, 4});
  CHECK(compound_parts("leerlingsteunpunt", vocabulary) == std::vector<std::uint32_t>{3, 4});
}

TEST_CASE("a word is left whole when one of its parts is no word of the site or too short", "[search]") {
  CHECK(compound_parts("schoolprofiel", vocabulary).empty());
  CHECK(compound_parts("profielen", vocabulary).empty());
  CHECK(compound_parts("profiel", vocabulary).empty());
  CHECK(compound_parts("", vocabulary).empty());
}

}  // namespace
}  // namespace wegwijs
