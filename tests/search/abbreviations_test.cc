#include "search/abbreviations.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

std::string found_in(std::string_view text) {
  std::string all;
  for (const Abbreviation& one : explained_abbreviations(text)) {
    all += one.short_form + " =";
    for (const std::string& word : one.long_form) all += " " + word;
    all += ";";
  }
  return all;
}

TEST_CASE("an abbreviation between brackets is found with the words that it stands for", "[search]") {
  CHECK(found_in("Een toelaatbaarheidsverklaring (tlv) vraagt de school aan.") == "tlv = toelaatbaarheidsverklaring;");
  CHECK(found_in("Praat met de ouder- en kindadviseur (OKA).") == "oka = ouder kindadviseur;");
  CHECK(found_in("het kleinschalig ondersteunend voortgezet onderwijs (kovo)") ==
        "kovo = kleinschalig ondersteunend voortgezet onderwijs;");
}

TEST_CASE("brackets that explain nothing give no abbreviation", "[search]") {
  CHECK(found_in("Het plan (van 2024) is er (nog) niet.") == "");
  CHECK(found_in("In Amsterdam (VO)") == "");
  CHECK(found_in("(tlv) en verder ( en (") == "");
  CHECK(found_in("Leerlingen met dyslexie\n(tlv)") == "");
}

TEST_CASE("the first letters of a title of three words or more are a name for it", "[search]") {
  CHECK(title_initials("Het Amsterdams Lyceum") == "hal");
  CHECK(title_initials("Cygnus Gymnasium") == "");
  // Letters, and not the first byte of each.
  CHECK(title_initials("Українська: допомога в школі") == "удвш");
}

}  // namespace
}  // namespace wegwijs
