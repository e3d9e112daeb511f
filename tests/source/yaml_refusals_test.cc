#include <catch2/catch.hpp>

#include "file_under_test.h"
#include "source/yaml_tree.h"

namespace wegwijs {
namespace {

const std::string form_help =
    " [yaml-vorm] Let op het inspringen, op 'sleutel: waarde' met een spatie na de dubbele punt, en zet tekst met een "
    "dubbele punt tussen aanhalingstekens.\n";
const std::string feature_help =
    " [yaml-niet-toegestaan] Schrijf de waarde gewoon uit, zo nodig tussen aanhalingstekens.\n";

/// What is reported about `bytes`, with "-> nothing" behind it when there is no result.
std::string report_on(const std::string& bytes) {
  FileUnderTest file(bytes, "a.yaml");
  const bool has_result = read_yaml(file.bytes(), file.id(), 0, file.diagnostics).has_value();
  return file.report() + (has_result ? "" : "-> nothing");
}

/// `help` with what was most likely meant before its words, when that is told.
std::string help_with(std::string help, std::string_view meant) {
  if (!meant.empty()) help.insert(help.find("] ") + 2, fmt::format("bedoelde u '{}'? ", meant));
  return help;
}

std::string form_error(std::string_view place, std::string_view what, std::string_view meant = "") {
  return fmt::format("a.yaml:{}: fout: Hier klopt de vorm niet: {}.{}-> nothing", place, what,
                     help_with(form_help, meant));
}

std::string feature_error(std::string_view place, std::string_view word, std::string_view what,
                          std::string_view meant = "") {
  return fmt::format("a.yaml:{}: fout: '{}' is hier niet toegestaan: {}.{}-> nothing", place, word, what,
                     help_with(feature_help, meant));
}

TEST_CASE("bytes of Windows-1252 are reported with advice, also in a comment", "[source]") {
  const auto error = [](std::string_view place, std::string_view byte) {
    return fmt::format(
        "a.yaml:{}: fout: Dit bestand is geen UTF-8: byte {} hoort hier niet. [bestand-geen-utf8] Het lijkt op "
        "Windows-1252. Open het bestand in uw tekstprogramma en sla het op als UTF-8.\n-> nothing",
        place, byte);
  };
  CHECK(report_on("é: caf\xE9\n") == error("1:7", "E9"));
  CHECK(report_on("a: b\n# foto\x92s\n") == error("2:7", "92"));
  CHECK(report_on("a: café ’s\n") == "");
}

TEST_CASE("invisible control characters are reported by name; tabs in a text are not", "[source]") {
  const auto error = [](std::string_view place, std::string_view name) {
    return fmt::format(
        "a.yaml:{}: fout: Hier staat een onzichtbaar stuurteken ({}). [bestand-stuurteken] Verwijder het teken: haal "
        "de "
        "letters eromheen weg en typ ze opnieuw.\n-> nothing",
        place, name);
  };
  CHECK(report_on("a: é\x01\n") == error("1:5", "U+0001"));
  CHECK(report_on(std::string("a: b\0c\n", 7)) == error("1:5", "U+0000"));
  CHECK(report_on("a: b\n\x7F") == error("2:1", "U+007F"));
  CHECK(report_on("a: b\fc\n") == error("1:5", "U+000C"));
  CHECK(report_on("a: b\tc\r\n") == "");
}

TEST_CASE("a tab in the indentation is reported at the tab", "[source]") {
  const std::string help = ": fout: Deze regel begint met een tab. [yaml-tab] Spring in met spaties.\n-> nothing";
  CHECK(report_on("a:\n\tb: c\n") == "a.yaml:2:1" + help);
  CHECK(report_on("a:\r\n  \tb: c\r\n") == "a.yaml:2:3" + help);
  CHECK(report_on("a: |\n  een\n  \ttwee\n") == "a.yaml:3:3" + help);
  CHECK(report_on("a:\tb\nc: d\t# e\n") == "");
}

TEST_CASE("a quote that is never closed is reported where it opens", "[source]") {
  const std::string help =
      ": fout: Dit aanhalingsteken wordt nergens gesloten. [yaml-aanhaling-open] Zet aan het eind van de tekst "
      "hetzelfde "
      "aanhalingsteken. Hoort dit teken bij de tekst zelf? Zet dan de andere soort om de hele tekst.\n-> nothing";
  CHECK(report_on("é: \"open\nb: c\n") == "a.yaml:1:4" + help);
  CHECK(report_on("a: 'it''s\nb: c\n") == "a.yaml:1:4" + help);
  CHECK(report_on("a: \"x\\\"\n") == "a.yaml:1:4" + help);
  CHECK(report_on("a: b\n\"c: d\n") == "a.yaml:2:1" + help);
  CHECK(report_on("a: it's 5\"\nb: \"x\\\\\"\nc: ''\n") == "");
}

TEST_CASE("a duplicate key is reported with the line of the first and left out", "[source]") {
  FileUnderTest file("é: 1\nlift: ja\n'lift': nee\nbron:\n  lift: 3\nlift: weer\n", "a.yaml");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(file.report() ==
        "a.yaml:3:1: fout: 'lift' staat hier voor de tweede keer; de eerste keer was op regel 2. "
        "[yaml-dubbele-sleutel] Laat er één staan.\n"
        "a.yaml:6:1: fout: 'lift' staat hier voor de tweede keer; de eerste keer was op regel 2. "
        "[yaml-dubbele-sleutel] Laat er één staan.\n");
  REQUIRE(node);
  CHECK(node->entries.size() == 3);
  CHECK(node->find("lift")->text == "ja");
}

TEST_CASE("duplicate keys deeper down and behind a byte order mark are told by line too", "[source]") {
  CHECK(report_on("\xEF\xBB\xBF"
                  "a:\r\n  - {b: 1,\r\n     b: 2}\r\n") ==
        "a.yaml:3:6: fout: 'b' staat hier voor de tweede keer; de eerste keer was op regel 2. [yaml-dubbele-sleutel] "
        "Laat er één staan.\n");
}

TEST_CASE("keys that differ in case or stand in another map are not duplicates", "[source]") {
  CHECK(report_on("a: 1\nA: 2\nb: {a: 1}\nc: [{a: 1}, {a: 2}]\n") == "");
}

TEST_CASE("of a key that is repeated very often every repeat is left out, and 32 are told", "[source]") {
  std::string bytes = "b: 1\n";
  for (int count = 0; count < 100; ++count) bytes += "a: 1\n";
  FileUnderTest file(bytes + "b: 2\n");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  REQUIRE(node);
  CHECK(node->entries.size() == 2);
  CHECK(file.diagnostics.count(Severity::error) == 33);
  CHECK(file.report().find("bestand:102:1: fout: 'b' staat hier") != std::string::npos);
}

TEST_CASE("anchors, aliases, tags and merge keys are refused by name", "[source]") {
  CHECK(report_on("é: &naam x\n") ==
        feature_error("1:4", "&naam", "& maakt een naam voor een plek in het bestand", "\"&naam x\""));
  CHECK(report_on("a: [&b {c: d}]\n") == feature_error("1:5", "&b", "& maakt een naam voor een plek in het bestand"));
  CHECK(report_on("a: &b\n") == feature_error("1:4", "&b", "& maakt een naam voor een plek in het bestand", "\"&b\""));
  CHECK(report_on("a: !!str 1\n") == feature_error("1:4", "!!str", "! geeft een soort aan"));
  CHECK(report_on("a: !lijst [b]\n") == feature_error("1:4", "!lijst", "! geeft een soort aan"));
  CHECK(report_on("a: ! b\n") == feature_error("1:4", "!", "! geeft een soort aan", "\"! b\""));
  CHECK(report_on("a:\n  <<: b\n") == feature_error("2:3", "<<", "het voegt een ander deel van het bestand in"));
  CHECK(report_on("a: 'x &y *z'\nb: x & y\nc: hoi!\nd: \"!\"\n'<<': e\nf: <<\n") == "");
}

TEST_CASE("a text that begins with a star is refused in the same words, not in English", "[source]") {
  const std::string_view reason = "* verwijst naar een andere plek in het bestand";
  CHECK(report_on("é: *naam\n") == feature_error("1:4", "*naam", reason, "\"naam\""));
  CHECK(report_on("a: **Let op** dit\n") == feature_error("1:4", "**Let", reason, "\"Let op dit\""));
  CHECK(report_on("a: [* b]\n") == feature_error("1:5", "*", reason));
  CHECK(report_on("a: b *c*\n") == "");
}

TEST_CASE("a second document is refused where it begins", "[source]") {
  const std::string help =
      ": fout: Hier begint een tweede document ('---'). [yaml-tweede-document] Zet alles in één document.\n-> nothing";
  CHECK(report_on("a: é\n---\nb: 2\n") == "a.yaml:2:1" + help);
  CHECK(report_on("---\na: 1\n---\n") == "a.yaml:3:1" + help);
  CHECK(report_on("a: 1\n...\n---\nb: 2\n") == "a.yaml:3:1" + help);
  CHECK(report_on("a: |\n  x\n  ---\n  y\nb: '---'\n") == "");
}

TEST_CASE("lines that are not below each other are told as such, not as a second document", "[source]") {
  const std::string_view misaligned = "de regels staan niet recht onder elkaar";
  CHECK(report_on(" a: b\nc: d\n") == form_error("2:1", misaligned));
  CHECK(report_on("- a\nb: c\n") == form_error("2:1", misaligned));
  CHECK(report_on("[a] b\n") == form_error("1:5", misaligned));
}

TEST_CASE("sixteen levels are read and a seventeenth is refused where it opens", "[source]") {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK(report_on("a: " + nested(15) + "\n") == "");
  CHECK(report_on("a: " + nested(16) + "\n") ==
        "a.yaml:1:19: fout: Hier staan meer dan 16 niveaus in elkaar. [yaml-te-diep] Zo diep gaat geen enkel formaat: "
        "kijk "
        "het "
        "inspringen na.\n-> nothing");
  // Far deeper than the library itself could go.
  CHECK(report_on("a: " + nested(100'000)).starts_with("a.yaml:1:19: fout: Hier staan meer dan"));
}

TEST_CASE("a key that is a list, a map or nothing is refused", "[source]") {
  const std::string help =
      ": fout: Voor de dubbele punt hoort hier één woord te staan. [yaml-sleutel-geen-tekst] Schrijf 'sleutel: "
      "waarde'.\n-> nothing";
  CHECK(report_on("é: 1\n[a]: b\n") == "a.yaml:2:1" + help);
  CHECK(report_on("{a: b}: c\n") == "a.yaml:1:1" + help);
  CHECK(report_on(": x\n") == "a.yaml:1:1" + help);
  CHECK(report_on("null: x\n") == "a.yaml:1:1" + help);
  CHECK(report_on("'null': x\n1: y\n") == "");
}

TEST_CASE("mistakes of form are told in Dutch where they stand", "[source]") {
  const std::string_view value = "hier kan geen 'sleutel: waarde' staan, of er staat een dubbele punt in een tekst";
  const std::string_view quoted_only = "hier staat een teken dat alleen tussen aanhalingstekens mag";
  CHECK(report_on("é: een: twee\n") == form_error("1:4", value, "\"een: twee\""));
  CHECK(report_on("a: b\n  c: d\n") == form_error("2:4", value));
  CHECK(report_on("é: @school\n") == form_error("1:4", quoted_only, "\"@school\""));
  CHECK(report_on("a: `b`\n") == form_error("1:4", quoted_only, "\"b\""));
  CHECK(report_on("a: - b\n") == form_error("1:4", "hier kan geen streepje staan", "\"- b\""));
  CHECK(report_on("a: ]\n") == form_error("1:4", "hier staat een haak sluiten zonder haak openen"));
  CHECK(report_on("a: {b: c\n") == form_error("1:4", "een { wordt niet gesloten met }"));
  CHECK(report_on("a: [b\nc: d\n") == form_error("1:4", "een [ wordt niet gesloten met ]"));
  CHECK(report_on("a: \"C:\\quiz\"\n") ==
        form_error("1:7",
                   "een \\ tussen dubbele aanhalingstekens heeft een bijzondere betekenis; hoort hij bij de tekst, zet "
                   "de tekst dan tussen enkele aanhalingstekens"));
}

TEST_CASE("rare mistakes of form are told in Dutch as well", "[source]") {
  CHECK(report_on("a: \"b\n---\nc\"\n") ==
        form_error("2:1", "een tekst tussen aanhalingstekens loopt door over een regel '---'"));
  CHECK(report_on("a: |x\n b\n") == form_error("1:5", "achter | of > mag op dezelfde regel niets meer staan"));
  CHECK(report_on("a: |0\n b\n") == form_error("1:6", "achter | of > mag geen 0 staan"));
  CHECK(report_on("a: \"\\uD800\"\n") == form_error("1:5", "achter \\u of \\U staat geen bestaand teken"));
  CHECK(report_on("é: \"\\u12\"\n") ==
        form_error("1:5",
                   "achter \\x, \\u of \\U horen 2, 4 of 8 cijfers of letters a-f; hoort de \\ bij de tekst, zet de "
                   "tekst dan tussen enkele aanhalingstekens"));
  CHECK(report_on("a: & b\n") ==
        form_error("1:4", "een tekst die met & begint, hoort tussen aanhalingstekens", "\"& b\""));
}

}  // namespace
}  // namespace wegwijs
