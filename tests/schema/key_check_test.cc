#include "schema/key_check.h"

#include <catch2/catch.hpp>

#include "file_under_test.h"

namespace wegwijs {
namespace {

/// One map, `een ding` in messages, and a reader of it.
struct MapUnderTest {
  explicit MapUnderTest(const std::string& yaml)
      : file(yaml, "a.yaml"),
        node(read_yaml(file.bytes(), file.id(), 0, file.diagnostics).value()),
        reader(node, "een ding", file.diagnostics) {}

  FileUnderTest file;
  YamlNode node;
  MapReader reader;
};

TEST_CASE("an unknown key is reported with the nearest known one and a list", "[schema]") {
  MapUnderTest map("é: 1\nlabl: x\nlabel: y\n");
  map.reader.check_keys({"é", "label", "id"});
  CHECK(map.file.report() ==
        "a.yaml:2:1: fout: 'labl' is geen sleutel van een ding. [onbekende-sleutel] bedoelde u 'label'? Mogelijk zijn: "
        "é, "
        "label, id.\n");
}

TEST_CASE("a key of another generator leads to ours, where ours is possible", "[schema]") {
  MapUnderTest map("draft: ja\ndescription: x\n");
  map.reader.check_keys({"klad", "titel"});
  CHECK(map.file.report() ==
        "a.yaml:1:1: fout: 'draft' is geen sleutel van een ding. [onbekende-sleutel] bedoelde u 'klad'? Mogelijk zijn: "
        "klad, titel.\n"
        "a.yaml:2:1: fout: 'description' is geen sleutel van een ding. [onbekende-sleutel] Mogelijk zijn: klad, "
        "titel.\n");
}

TEST_CASE("a list of possible keys stops at fourteen", "[schema]") {
  MapUnderTest map("qqqq: 1\n");
  map.reader.check_keys({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"});
  CHECK(map.file.report() ==
        "a.yaml:1:1: fout: 'qqqq' is geen sleutel van een ding. [onbekende-sleutel] Mogelijk zijn: a, b, c, d, e, f, "
        "g, h, "
        "i, j, k, l, m, n, ….\n");
}

TEST_CASE("what should be a map and is not is reported once, and gives nothing", "[schema]") {
  MapUnderTest map("- een\n");
  CHECK(map.reader.text("id") == std::nullopt);
  CHECK(map.reader.required_text("id") == std::nullopt);
  CHECK(map.reader.yes_no("id", true));
  map.reader.check_keys({"id", "naam", "soort"});
  CHECK(
      map.file.report() ==
      "a.yaml:1:1: fout: Hier horen regels 'sleutel: waarde' te staan, want dit is een ding. [geen-sleutels] Mogelijk "
      "zijn: id, naam, soort. Schrijf bijvoorbeeld '{id: …, naam: …}'.\n");
}

TEST_CASE("a required text that is missing or empty is reported", "[schema]") {
  MapUnderTest map("é: 1\nleeg:\nniets: ''\ner: wel\n");
  CHECK(map.reader.required_text("er") == "wel");
  CHECK(map.file.report() == "");
  CHECK(map.reader.required_text("weg") == std::nullopt);
  CHECK(map.reader.required_text("leeg") == std::nullopt);
  CHECK(map.reader.required_text("niets") == std::nullopt);
  CHECK(
      map.file.report() ==
      "a.yaml:1:1: fout: 'weg' ontbreekt in een ding. [sleutel-ontbreekt] Voeg een regel 'weg: …' toe.\n"
      "a.yaml:2:1: fout: 'leeg' heeft geen waarde. [lege-waarde] Vul iets in, of haal de regel weg: wat er niet staat, "
      "is niet bekend.\n"
      "a.yaml:3:8: fout: 'niets' heeft geen waarde. [lege-waarde] Vul iets in, of haal de regel weg: wat er niet "
      "staat, is niet bekend.\n");
}

TEST_CASE("a known key with nothing after it is reported, once, whether it is read or not", "[schema]") {
  MapUnderTest map("naam:\nsoort: ''\nlijst:\naan:\n");
  map.reader.check_keys({"naam", "soort", "lijst", "aan"});
  CHECK(map.reader.text("naam") == std::nullopt);
  CHECK(map.reader.required_text("soort") == std::nullopt);
  CHECK(map.reader.elements("lijst").empty());
  CHECK_FALSE(map.reader.yes_no("aan", false));
  const std::string report = map.file.report();
  INFO(report);
  CHECK(std::count(report.begin(), report.end(), '\n') == 4);
  for (const char* key : {"naam", "soort", "lijst", "aan"})
    CHECK(report.find("'" + std::string(key) + "' heeft geen waarde.") != std::string::npos);
}

TEST_CASE("values of each kind are read, and missing ones give nothing in silence", "[schema]") {
  MapUnderTest map("t: x\nj: ja\nn: false\ng: -12\nl: [a, b]\ne: alleen\n");
  CHECK(map.reader.text("t") == "x");
  CHECK(map.reader.yes_no("j", false));
  CHECK_FALSE(map.reader.yes_no("n", true));
  CHECK(map.reader.whole_number("g") == -12);
  CHECK(map.reader.texts("l") == std::vector<std::string>{"a", "b"});
  CHECK(map.reader.texts("e") == std::vector<std::string>{"alleen"});
  CHECK(map.reader.elements("l").size() == 2);
  CHECK(map.reader.text("weg") == std::nullopt);
  CHECK(map.reader.whole_number("weg") == std::nullopt);
  CHECK(map.reader.yes_no("weg", true));
  CHECK(map.reader.texts("weg").empty());
  CHECK(map.reader.elements("weg").empty());
  CHECK(map.file.report() == "");
}

TEST_CASE("a value of another kind is reported at its place", "[schema]") {
  MapUnderTest map("t: [x]\nj: misschien\ng: 1.5\nl: [a, [b]]\ne: plat\n");
  CHECK(map.reader.text("t") == std::nullopt);
  CHECK(map.reader.yes_no("j", true));
  CHECK(map.reader.whole_number("g") == std::nullopt);
  CHECK(map.reader.texts("l") == std::vector<std::string>{"a"});
  CHECK(map.reader.elements("e").empty());
  CHECK(map.file.report() ==
        "a.yaml:1:1: fout: 't' van een ding moet een tekst zijn. [verkeerde-vorm]\n"
        "a.yaml:2:4: fout: 'j' van een ding moet ja of nee zijn. [verkeerde-vorm]\n"
        "a.yaml:3:4: fout: 'g' van een ding moet een heel getal zijn. [verkeerde-vorm]\n"
        "a.yaml:4:1: fout: 'l' van een ding moet een lijst van woorden zijn. [verkeerde-vorm]\n"
        "a.yaml:5:4: fout: 'e' van een ding moet een lijst zijn. [verkeerde-vorm]\n");
}

TEST_CASE("a text in a list that a colon makes no text is told at its line, each of them", "[schema]") {
  MapUnderTest map("l:\n  - Een\n  - Na school: werk?\n  - Twee: drie\n");
  CHECK(map.reader.texts("l") == std::vector<std::string>{"Een"});
  CHECK(map.file.report() ==
        "a.yaml:3:5: fout: Door de dubbele punt achter 'Na school' is dit geen tekst. [dubbele-punt-in-tekst] "
        "Zet dubbele aanhalingstekens om de hele tekst: \"…\".\n"
        "a.yaml:4:5: fout: Door de dubbele punt achter 'Twee' is dit geen tekst. [dubbele-punt-in-tekst] "
        "Zet dubbele aanhalingstekens om de hele tekst: \"…\".\n");
}

TEST_CASE("yes and no have four words, and those of other languages are none of them", "[schema]") {
  CHECK(read_yes_no("ja") == true);
  CHECK(read_yes_no("true") == true);
  CHECK(read_yes_no("nee") == false);
  CHECK(read_yes_no("false") == false);
  for (const char* word : {"yes", "no", "Ja", "on", "1", ""}) CHECK(read_yes_no(word) == std::nullopt);
}

}  // namespace
}  // namespace wegwijs
