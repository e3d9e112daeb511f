// What belongs to a person is reported wherever it is written: in every kind of field, in bodies, tables and settings.
#include <algorithm>
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

constexpr std::string_view site_with_everything = R"(
-- site.yaml --
titel: Wegwijs
melding: Vragen? {in_settings}
verzamelingen:
  scholen: {map: schoolprofiles, adres: "/scholen/{id}/"}
  tabellen: {map: content/tabellen, adres: "/tabellen/{id}/"}
-- schoolprofiles/_schema.yaml --
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: lift, type: claim, label: {nl: Lift}}
  - {id: telefoon, type: phone, label: {nl: Telefoon}}
  - {id: kosten, type: text_claim, label: {nl: Kosten}}
  - {id: stappen, type: rows, label: {nl: Stappen}, fields: [{id: wat, type: text, label: {nl: Wat}}]}
-- schoolprofiles/a.md --
---
naam: A
lift: [{status: ja, toelichting: "{in_claim}", bron: {titel: Gids}}]
stappen:
  - wat: Bel {in_row}
---
Tekst, met {in_body} erin.
-- content/tabellen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: tabel, type: table, label: {nl: Tabel}}
-- content/tabellen/t.yaml --
titel: Cijfers
tabel: {bestand: t.csv, kolommen: [{id: soort, titel: Soort, soort: tekst}]}
-- content/tabellen/t.csv --
soort
{in_table}
)";

std::string messages_with(std::string_view place, const std::string& text) {
  std::string files(site_with_everything);
  for (const std::string_view one : {"{in_settings}", "{in_claim}", "{in_row}", "{in_body}", "{in_table}"}) {
    const std::size_t found = files.find(one);
    files.replace(found, one.size(), one == place ? text : "niets");
  }
  return SiteUnderTest{files}.messages();
}

}  // namespace

TEST_CASE("what belongs to a person is reported in its exact place, wherever it is written", "[model]") {
  struct Place {
    std::string_view name;
    std::string_view where;
  };
  const Place place = GENERATE(values<Place>({{"{in_settings}", "site.yaml:2:18"},
                                              {"{in_claim}", "schoolprofiles/a.md:3:35"},
                                              {"{in_row}", "schoolprofiles/a.md:5:14"},
                                              {"{in_body}", "schoolprofiles/a.md:7:12"},
                                              {"{in_table}", "content/tabellen/t.csv:2:1"}}));
  struct Data {
    std::string text;
    std::string rule;
  };
  const Data data = GENERATE(values<Data>({{"123456782", "privacy-bsn"},
                                           {"jan@ziggo.nl", "privacy-mail"},
                                           {"06-12345678", "privacy-mobiel"},
                                           {"NL91 ABNA 0417 1643 00", "privacy-rekening"}}));
  const std::string messages = messages_with(place.name, data.text);
  CAPTURE(messages);
  CHECK(std::count(messages.begin(), messages.end(), '\n') == 1);
  CHECK(messages.starts_with(std::string(place.where) + ": waarschuwing: '" + data.text + "' "));
  CHECK(messages.find("[" + data.rule + "] ") != std::string::npos);
}

TEST_CASE("national numbers, numbers of schools, years and codes of books are not reported", "[model]") {
  for (const std::string text : {"112, 113, 14 020 en 0800-0432", "020 123 4567", "088-1234567", "1998-2024",
                                 "ISBN 978-90-274-3964-2", "ISBN 90 274 3964 X", "24TG04", "info@school.nl"}) {
    CAPTURE(text);
    CHECK(messages_with("{in_body}", text) == "");
  }
}

TEST_CASE("a page with a mobile number is published with a warning", "[model]") {
  std::string files(site_with_everything);
  for (const std::string_view one : {"{in_settings}", "{in_claim}", "{in_row}", "{in_table}", "{in_body}"}) {
    const std::size_t found = files.find(one);
    files.replace(found, one.size(), one == "{in_body}" ? "06-12345678" : "niets");
  }
  CHECK(SiteUnderTest{files}.is_published());
}

TEST_CASE("what belongs to a person is reported in what is withheld as well, and only that", "[model]") {
  const std::string schema =
      "-- paginas/_schema.yaml --\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
      "  - {id: kort, type: text, label: {nl: Kort}}\n  - {id: tabel, type: table, label: {nl: Tabel}}\n";
  struct Header {
    std::string line;
    std::string why;
  };
  const Header header = GENERATE(values<Header>({{"klad: ja", "a draft"},
                                                 {"publiceren_vanaf: 2027-01-01", "planned"},
                                                 {"publiceren_tot: 2026-01-01", "expired"},
                                                 {"klad: ja\nkort: [", "a draft that is no YAML yet"}}));
  CAPTURE(header.why);
  const std::string messages = SiteUnderTest(schema + "-- paginas/een.md --\n---\ntitel: Een TODO\n" + header.line +
                                             "\n---\nBel Jan op 06-12345678.\n")
                                   .messages();
  CAPTURE(messages);
  CHECK(messages.find(": waarschuwing: '06-12345678' is een mobiel nummer") != std::string::npos);
  CHECK(messages.find("TODO") == std::string::npos);
}

TEST_CASE("the table of a draft is searched for what belongs to a person", "[model]") {
  const std::string messages =
      SiteUnderTest(
          "-- paginas/_schema.yaml --\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
          "  - {id: tabel, type: table, label: {nl: Tabel}}\n"
          "-- paginas/t.yaml --\ntitel: Cijfers\nklad: ja\n"
          "tabel: {bestand: t.csv, kolommen: [{id: soort, titel: Soort, soort: tekst}]}\n"
          "-- paginas/t.csv --\nsoort\njan@ziggo.nl\n")
          .messages();
  CHECK(messages.starts_with("paginas/t.csv:2:1: waarschuwing: 'jan@ziggo.nl' is een mailadres van een persoon"));
}
