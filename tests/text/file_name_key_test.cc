#include "text/file_name_key.h"

#include <catch2/catch.hpp>

namespace wegwijs {

TEST_CASE("names that differ only in capitals have the same collision key", "[text]") {
  CHECK(collision_key("De-Brug.YAML") == collision_key("de-brug.yaml"));
  CHECK(collision_key("CAFÉ.md") == collision_key("café.md"));
  CHECK(collision_key("STRASSE") == collision_key("straße"));
}

TEST_CASE("names that differ only in how an accent is stored have the same collision key", "[text]") {
  CHECK(collision_key("caf\u00E9") == collision_key("cafe\u0301"));
  CHECK(collision_key("CAF\u00C9") == collision_key("cafe\u0301"));
  // The order in which marks below and above a letter are typed makes no difference either.
  CHECK(collision_key("q\u0307\u0323") == collision_key("Q\u0323\u0307"));
}

TEST_CASE("names that differ in a letter or an accent have different collision keys", "[text]") {
  CHECK(collision_key("cafe") != collision_key("café"));
  CHECK(collision_key("de-brug") != collision_key("de-brug2"));
  CHECK(collision_key("ij") != collision_key("\u0133"));
}

TEST_CASE("a plain name that meets an accented one is compared by the same rules", "[text]") {
  // The Kelvin sign folds to the plain letter k.
  CHECK(collision_key("\u212A") == collision_key("K"));
  CHECK(collision_key("k") == "k");
}

}  // namespace wegwijs
