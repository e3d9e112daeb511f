// The slips that the YAML library tells in the wrong place or the wrong words.
#include <catch2/catch.hpp>

#include "file_under_test.h"
#include "source/yaml_tree.h"

using namespace wegwijs;

namespace {

std::string told(std::string_view text) {
  FileUnderTest file(std::string(text), "a.yaml");
  read_yaml(text, FileUnderTest::id(), 0, file.diagnostics);
  const std::string report = file.report();
  return report.substr(0, report.find(" Let op het inspringen"));
}

}  // namespace

TEST_CASE("a colon without its space is told on its own line, with the line as it was meant", "[source]") {
  CHECK(told("a: é\nnaam:De Brug\nplaats: x\n") ==
        "a.yaml:2:1: fout: Hier klopt de vorm niet: achter de dubbele punt hoort een spatie. [yaml-vorm] bedoelde u "
        "'naam: De Brug'?");
  CHECK(told("naam; De Brug\nplaats: x\n") ==
        "a.yaml:1:1: fout: Hier klopt de vorm niet: op deze regel staat geen dubbele punt achter de sleutel. "
        "[yaml-vorm] bedoelde u 'naam: De Brug'?");
  CHECK(told("naam = De Brug\nplaats: x\n").find("bedoelde u 'naam: De Brug'?") != std::string::npos);
  CHECK(told("naam:\xC2\xA0"
             "De Brug\nplaats: x\n")
            .find("a.yaml:1:6: fout: Achter deze dubbele punt staat een harde spatie") == 0);
}

TEST_CASE("a quote that is not closed is told where it opens, also when another quote follows", "[source]") {
  CHECK(told("a: \"b\nc: \"d\"\n") ==
        "a.yaml:1:4: fout: Dit aanhalingsteken wordt nergens gesloten. [yaml-aanhaling-open] Zet aan het eind van de "
        "tekst hetzelfde aanhalingsteken. Hoort dit teken bij de tekst zelf? Zet dan de andere soort om de hele "
        "tekst.\n");
  CHECK(told("a: 'b\nc: 1\nd: 2\ne: 'f'\n").find("a.yaml:1:4: fout: Dit aanhalingsteken") == 0);
}

TEST_CASE("a quoted text over more lines, and an apostrophe that begins a line, are no slips", "[source]") {
  CHECK(told("a: \"b\n  c\"\nd: e: f\n").find("a.yaml:3:5: fout: Hier klopt de vorm niet: hier kan geen") == 0);
  CHECK(told("a: >\n  't is\n  goed\nd: e: f\n").find("a.yaml:4:5: fout: Hier klopt de vorm niet: hier kan geen") == 0);
}

TEST_CASE("an apostrophe that closes its text too early is told there", "[source]") {
  CHECK(told("a: 'foto's'\nb: c\n").find("a.yaml:1:9: fout: Hier klopt de vorm niet: achter het sluitende") == 0);
}

TEST_CASE("a missing comma within brackets is told at the brackets", "[source]") {
  CHECK(told("a: {b: c d: e}\n")
            .find("a.yaml:1:4: fout: Hier klopt de vorm niet: binnen deze haken ontbreekt een komma") == 0);
  CHECK(told("a: [b, c\nd: e\n").find("a.yaml:1:4: fout: Hier klopt de vorm niet: een [ wordt niet gesloten") == 0);
}

TEST_CASE("what is left of a merge is told as such", "[source]") {
  CHECK(told("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n").find("een rest van twee versies") != std::string::npos);
}

TEST_CASE("nothing that the library says is passed on in English", "[source]") {
  for (const char* text :
       {"a: ?\n", "? : b\n", "a: !<x\n", "%YAML 9.9\n---\na: b\n", "a: &\n", "a: *\n", "- a\nb: c\n", "a: \"\\q\"\n",
        "a: \"\\x1\"\n", "a: |0\n b\n", "a: }\n", "{a: b\n", "a: @b\n", "%TAG x\n"}) {
    INFO(text);
    const std::string report = told(text);
    for (const char* english : {"illegal", "not found", "unknown", "bad ", "unexpected", "invalid", "directive"}) {
      CHECK(report.find(english) == std::string::npos);
    }
  }
}

TEST_CASE("a text within curly quotes is a warning, one that only begins with one is not", "[source]") {
  CHECK(told("a: “b”\n").find("waarschuwing") != std::string::npos);
  CHECK(told("a: \"“b”\"\n").empty());
  CHECK(told("a: “b” en c\n").empty());
}

TEST_CASE("a note after a closed quote does not open it again", "[source]") {
  Diagnostics diagnostics;
  const auto read = read_yaml("jaar: '2026' # noot\nplaats: 't Hof # noot\n", no_file, 0, diagnostics);
  REQUIRE(read);
  CHECK(read->find("jaar")->text == "2026");
  CHECK(read->find("plaats")->text == "'t Hof");
}
