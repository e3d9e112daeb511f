#include "text/slug.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("a slug is lower case with one hyphen for each run of other characters", "[text]") {
  CHECK(slug_for("De Brug") == "de-brug");
  CHECK(slug_for("  Foto's, & meer!  ") == "foto-s-meer");
  CHECK(slug_for("Groep 8 / 2026-2027") == "groep-8-2026-2027");
  CHECK(slug_for("al-een-slug") == "al-een-slug");
}

TEST_CASE("accents and ligatures are taken apart in a slug", "[text]") {
  CHECK(slug_for("Één coördinator") == "een-coordinator");
  CHECK(slug_for("cafe\u0301") == "cafe");
  CHECK(slug_for("ĲSSELMEER, œuvre, Straße, Łódź, Ørsted, Ærø") == "ijsselmeer-oeuvre-strasse-lodz-orsted-aero");
  CHECK(slug_for("ﬁets ½") == "fiets-1-2");
}

TEST_CASE("nothing is left of a text of symbols or of another script", "[text]") {
  CHECK(slug_for("").empty());
  CHECK(slug_for("-- !? --").empty());
  CHECK(slug_for("学校").empty());
  CHECK(slug_for("school 学校 2") == "school-2");
}

TEST_CASE("only words joined by single hyphens are a slug already", "[text]") {
  CHECK(is_slug("de-brug"));
  CHECK(is_slug("4e-gymnasium"));
  CHECK(is_slug("a"));
  CHECK_FALSE(is_slug(""));
  CHECK_FALSE(is_slug("-brug"));
  CHECK_FALSE(is_slug("brug-"));
  CHECK_FALSE(is_slug("de--brug"));
  CHECK_FALSE(is_slug("De-brug"));
  CHECK_FALSE(is_slug("de_brug"));
  CHECK_FALSE(is_slug("één"));
}

TEST_CASE("whatever is made into a slug is one, or is empty", "[text]") {
  for (const char* text : {"De Brug", "É", "a--b", "½ ß Ĳ", "\xE9 kapot", "..", "1"}) {
    const std::string slug = slug_for(text);
    INFO(text);
    CHECK((slug.empty() || is_slug(slug)));
    CHECK(slug_for(slug) == slug);
  }
}

}  // namespace
}  // namespace wegwijs
