#include <catch2/catch.hpp>

#include "schema/schema_under_test.h"

namespace wegwijs {
namespace {

Schema school_schema() {
  return schema_with(
      "  - {id: bronnen, type: sources, role: sources, label: Bronnen}\n"
      "  - {id: bron, type: source, role: default_source, label: Bron}\n"
      "  - {id: lift, type: claim, label: Lift}\n"
      "  - {id: gelezen, type: source_list, label: Gelezen}\n");
}

RecordUnderTest school(const std::string& lines) {
  return RecordUnderTest(school_schema(), "naam: é\n" + lines);
}

std::string error(std::string_view place, std::string_view text) {
  return fmt::format("school.yaml:{}: fout: {}\n", place, text);
}

TEST_CASE("the sources of a file are read with all that is said of them", "[schema]") {
  const RecordUnderTest reading = school(
      "bronnen:\n  gids: {soort: schoolgids, titel: Schoolgids, url: 'https://a.nl/gids.pdf', plaats: p. 14}\n"
      "  site: {url: 'https://a.nl'}\n");
  CHECK(reading.report() == "");
  const std::vector<Source>& sources = reading.record().sources();
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].id == "gids");
  CHECK(sources[0].kind == "schoolgids");
  CHECK(sources[0].title == "Schoolgids");
  CHECK(sources[0].address == "https://a.nl/gids.pdf");
  CHECK(sources[0].place == "p. 14");
  CHECK_FALSE(sources[0].is_document);
  CHECK(reading.place(sources[1].where) == "4:3 'site'");
  CHECK(reading.get<SourceUses>("bronnen")->sources == std::vector<SourceIndex>{0, 1});
}

TEST_CASE("a source is used by its id, or written out where it is used", "[schema]") {
  const RecordUnderTest reading =
      school("bronnen: {gids: {titel: Gids}}\nlift: [{status: ja, bron: {titel: Krant}}, {status: ja, bron: gids}]\n");
  CHECK(reading.report() == "");
  const std::vector<Claim>& claims = reading.get<Claims>("lift")->claims;
  REQUIRE(claims.size() == 2);
  CHECK(reading.record().sources()[claims[0].source].title == "Krant");
  CHECK(claims[1].source == 0);
}

TEST_CASE("an id that is no source of the file is a document, to be found later", "[schema]") {
  const RecordUnderTest reading = school("bron: plan-2024\nlift: ja\n");
  CHECK(reading.report() == "");
  REQUIRE(reading.record().sources().size() == 1);
  const Source& source = reading.record().sources()[0];
  CHECK(source.is_document);
  CHECK(source.document.id.text == "plan-2024");
  CHECK(reading.place(source.document.id.where) == "2:7 'plan-2024'");
  CHECK_FALSE(source.document.is_resolved());
}

TEST_CASE("a default source that is written out is one source", "[schema]") {
  const RecordUnderTest reading = school("bron: {titel: Gids}\nlift: ja\n");
  CHECK(reading.report() == "");
  CHECK(reading.record().sources().size() == 1);
  CHECK(reading.get<SourceUses>("bron")->sources == std::vector<SourceIndex>{0});
  CHECK(reading.get<Claims>("lift")->claims[0].source == 0);
}

TEST_CASE("a field for one source takes no list; a list of sources takes one too", "[schema]") {
  CHECK(school("bron: [a, b]\n").report() ==
        error("2:1", "'een lijst' is geen goede waarde voor 'bron': hier hoort een tekst. [verkeerde-waarde]"));
  CHECK(school("gelezen: [a, b]\n").get<SourceUses>("gelezen")->sources.size() == 2);
  CHECK(school("gelezen: a\n").get<SourceUses>("gelezen")->sources.size() == 1);
}

TEST_CASE("a source that nobody could find is reported", "[schema]") {
  const std::string nameless =
      "Deze bron heeft geen titel en geen webadres. [bron-zonder-naam] Geef een 'titel' of een 'url', zodat een lezer "
      "de "
      "bron kan vinden.";
  CHECK(school("bronnen:\n  gids: {soort: schoolgids}\n").report() == error("3:3", nameless));
  CHECK(school("lift: [{status: ja, bron: {plaats: p. 1}}]\n").report() == error("2:21", nameless));
  CHECK(school("bronnen:\n  gids: {titel: x}\n  site: {url: 'https://a.nl'}\n").report() == "");
}

TEST_CASE("kind, address and keys of a source are checked", "[schema]") {
  CHECK(school("bronnen: {a: {titel: x, soort: schoolgid}}\n").report() ==
        error("2:32",
              "'schoolgid' is geen goede waarde voor 'soort': hier hoort website, schoolgids, overzicht, sop of "
              "register. [verkeerde-waarde] bedoelde u 'schoolgids'?"));
  CHECK(school("bronnen: {a: {url: www.a.nl}}\n").report() ==
        error("2:20",
              "'www.a.nl' is geen goede waarde voor 'url': hier hoort een volledig webadres, als "
              "https://www.school.nl/. [verkeerde-waarde] bedoelde u 'https://www.a.nl'?"));
  CHECK(school("bronnen: {a: {titel: x, pagina: 3}}\n").report() ==
        error("2:25",
              "'pagina' is geen sleutel van een bron. [onbekende-sleutel] Mogelijk zijn: soort, titel, url, "
              "plaats, licentie, reeks."));
  CHECK(school("bronnen: [gids]\n").report() ==
        error("2:1",
              "'een lijst' is geen goede waarde voor 'bronnen': hier hoort een regel per bron, als 'gids: {soort: "
              "schoolgids, titel: …}'. [verkeerde-waarde]"));
  CHECK(school("bronnen: {a: krant}\n").report() ==
        error("2:14",
              "Deze bron heeft geen titel en geen webadres. [bron-zonder-naam] Geef een 'titel' of een 'url', zodat "
              "een lezer de bron kan vinden.") +
            error("2:14",
                  "Hier horen regels 'sleutel: waarde' te staan, want dit is een bron. [geen-sleutels] Mogelijk zijn: "
                  "soort, titel, url, plaats, licentie, reeks. Schrijf bijvoorbeeld '{soort: …, titel: …}'."));
}

}  // namespace
}  // namespace wegwijs
