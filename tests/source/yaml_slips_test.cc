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
  CHECK(told("a: \"b\n  c\"\nd: e: f\n").find("a.yaml:3:4: fout: Hier klopt de vorm niet: hier kan geen") == 0);
  CHECK(told("a: >\n  't is\n  goed\nd: e: f\n").find("a.yaml:4:4: fout: Hier klopt de vorm niet: hier kan geen") == 0);
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
  CHECK(told("a: b\n=======\na: c\n>>>>>>> x\n").find("een rest van twee versies") != std::string::npos);
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

TEST_CASE("a dash against its text is told at the dash, also in the first item of a list", "[source]") {
  const std::string words = "a.yaml:2:3: fout: Hier klopt de vorm niet: ";
  CHECK(told("a:\n  -b: c\n    d: \"e\"\n") ==
        words + "achter het streepje hoort een spatie. [yaml-vorm] bedoelde u '- b: c'?");
  for (const std::string dash : {"–", "•"}) {
    CHECK(told("a:\n  " + dash + " b: c\n    d: \"e\"\n") ==
          words + "een lijst begint hier met een gewoon streepje en een spatie. [yaml-vorm] bedoelde u '- b: c'?");
  }
  CHECK(told("a:\n  -5\nb: c\n").empty());
}

TEST_CASE("a colon as wide as a letter is told with the line as it was meant", "[source]") {
  CHECK(told("naam： De Brug\nplaats: x\n").find("bedoelde u 'naam: De Brug'?") != std::string::npos);
}

TEST_CASE("a value that needs quotes is shown with them", "[source]") {
  const auto meant = [](const std::string& value) {
    const std::string words = told("a: 1\ntitel: " + value + "\nb: 2\n");
    INFO(words);
    REQUIRE(words.starts_with("a.yaml:2:"));
    const std::size_t begin = words.find("bedoelde u '");
    return begin == std::string::npos ? "" : words.substr(begin + 12, words.find("'?", begin) - begin - 12);
  };
  CHECK(meant("Fixers: hulp") == "\"Fixers: hulp\"");
  CHECK(meant("[Fixers] hulp") == "\"[Fixers] hulp\"");
  CHECK(meant("{Fixers} hulp") == "\"{Fixers} hulp\"");
  for (const std::string value :
       {"%Fixers", "@home", "&Fixers hulp", "!Fixers", "- Fixers", "? Fixers", "> Fixers", "| Fixers"})
    CHECK(meant(value) == "\"" + value + "\"");
  CHECK(meant("*Fixers* helpen") == "\"Fixers helpen\"");
  CHECK(meant("`Fixers`") == "\"Fixers\"");
  CHECK(meant("zeg \"ja\": nu") == "'zeg \"ja\": nu'");
  CHECK(meant("a: " + std::string(300, 'b')).empty());
  CHECK(meant("“Is: gelukt”") == "\"Is: gelukt\"");
}

TEST_CASE("a question in a list between brackets is told as such, with the list as it should be", "[source]") {
  CHECK(told("vragen: [Wat kost het?, Hoe laat?, mag 't]\n")
            .starts_with("a.yaml:1:9: fout: Hier klopt de vorm niet: tussen deze haken staat een vraag tussen "
                         "aanhalingstekens. [yaml-vorm] bedoelde u '[\"Wat kost het?\", \"Hoe laat?\", mag 't]'?"));
}

TEST_CASE("a text that begins with a bracket, or stands in curly quotes, is told as such", "[source]") {
  CHECK(told("titel: [Fixers] hulp\n")
            .starts_with("a.yaml:1:8: fout: Hier klopt de vorm niet: een tekst die met een "
                         "haak begint, staat tussen aanhalingstekens. [yaml-vorm]"));
  CHECK(told("titel: “Is: gelukt”\n")
            .starts_with("a.yaml:1:8: fout: Hier klopt de vorm niet: de gekrulde "
                         "aanhalingstekens om deze tekst zijn hier gewone letters."));
}

TEST_CASE("what stands against a closing quote behind a # is told: it is no note, and would be left out", "[source]") {
  CHECK(
      told("titel: \"Toekomst\"#samen\n") ==
      "a.yaml:1:18: waarschuwing: '#samen' komt niet op de site: wat op een regel na ' #' staat, telt als aantekening. "
      "[yaml-hekje] bedoelde u '\"Toekomst#samen\"'? Hoort het bij de tekst? Zet dan de hele tekst tussen "
      "aanhalingstekens. Is het een aantekening? Zet dan een spatie achter de #.\n");
  CHECK(told("titel: 'Toekomst'#samen\n").starts_with("a.yaml:1:18: waarschuwing: '#samen'"));
  CHECK(told("titel: \"Toekomst\"  # een aantekening\n").empty());
}
