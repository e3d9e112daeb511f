#include "files/manifest.h"

#include <catch2/catch.hpp>

namespace wegwijs {

TEST_CASE("a manifest has a version line and one line per file in order of path", "[files]") {
  const Manifest manifest{{"scholen/b.html", published_file("twee")},
                          {"index.html", published_file("")},
                          {"scholen/a b.html", published_file("een")}};
  CHECK(manifest_text(manifest) ==
        "wegwijs-manifest 1\n"
        "99aa06d3014798d86001c324468d497f 0 index.html\n" +
            hexadecimal(digest_of("een")) + " 3 scholen/a b.html\n" + hexadecimal(digest_of("twee")) +
            " 4 scholen/b.html\n");
}

TEST_CASE("a manifest that is read equals the one that was written", "[files]") {
  const Manifest manifest{{"met spatie én accent.html", published_file("x")}, {"leeg", published_file("")}};
  CHECK(read_manifest(manifest_text(manifest)) == manifest);
  CHECK(read_manifest(manifest_text({})) == Manifest());
}

TEST_CASE("a text that does not begin as a manifest is not one", "[files]") {
  CHECK_FALSE(read_manifest("").has_value());
  CHECK_FALSE(read_manifest("<html>").has_value());
}

TEST_CASE("a manifest of another version is ours but lists no files", "[files]") {
  CHECK(read_manifest("wegwijs-manifest 12\n99aa06d3014798d86001c324468d497f 0 index.html\n") == Manifest());
}

TEST_CASE("a damaged line of a manifest lists no file", "[files]") {
  const std::string good = "99aa06d3014798d86001c324468d497f 0 goed\n";
  const auto damaged =
      GENERATE(as<std::string>(), "99aa06d3014798d86001c324468d497 0 kort\n", "\n",
               "99AA06D3014798D86001C324468D497F 0 hoofdletters\n", "99aa06d3014798d86001c324468d497f -1 negatief\n",
               "99aa06d3014798d86001c324468d497f 99999999999999999999 groot\n", "99aa06d3014798d86001c324468d497f 0 \n",
               "99aa06d3014798d86001c324468d497f 0", "99aa06d3014798d86001c324468d497f  dubbel\n");
  CAPTURE(damaged);
  CHECK(read_manifest("wegwijs-manifest 1\n" + good + damaged) == Manifest{{"goed", published_file("")}});
}

TEST_CASE("a digest survives being written and tells contents apart", "[files]") {
  const Digest digest = digest_of("Basisschool De Brug");
  CHECK(digest_from_hexadecimal(hexadecimal(digest)) == digest);
  CHECK(digest != digest_of("Basisschool de Brug"));
  CHECK_FALSE(digest_from_hexadecimal("").has_value());
  CHECK_FALSE(digest_from_hexadecimal("zz" + hexadecimal(digest).substr(2)).has_value());
}

}  // namespace wegwijs
