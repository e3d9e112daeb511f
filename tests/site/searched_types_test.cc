// `search: true` on every type of field: in the index, or a message that it does nothing.
#include <catch2/catch.hpp>

#include "schema/field_types.h"
#include "site_under_test.h"

namespace wegwijs {
namespace {

std::string index_of(SiteUnderTest& site) {
  std::string bytes;
  for (const auto& [path, content] : site.files()) {
    if (path.starts_with("zoek/") && path.ends_with(".bin")) bytes += content;
  }
  return bytes;
}

std::string site_with(std::string_view fields, std::string_view values) {
  return "-- thema:/static/zoek/search.js --\nexport {};\n-- content/dingen/_schema.yaml --\n"
         "label: {nl: Dingen}\nlabel_one: {nl: Ding}\nfields:\n"
         "  - {id: titel, type: text, role: title, label: {nl: Titel}}\n" +
         std::string(fields) + "-- content/dingen/een.yaml --\ntitel: Een\n" + std::string(values);
}

}  // namespace

TEST_CASE("numbers, dates, times and years that a schema searches are in the index as readers see them", "[content]") {
  SiteUnderTest site(
      site_with("  - {id: aantal, type: number, search: true, unit: plaatsen, label: {nl: Aantal}}\n"
                "  - {id: dag, type: date, search: true, label: {nl: Dag}}\n"
                "  - {id: tijd, type: time, search: true, label: {nl: Tijd}}\n"
                "  - {id: sinds, type: as_of, search: true, label: {nl: Sinds}}\n"
                "  - {id: jaar, type: school_year, search: true, label: {nl: Jaar}}\n"
                "  - {id: lift, type: yes_no, search: true, label: {nl: Traplift}}\n"
                "  - {id: bad, type: yes_no, search: true, label: {nl: Zwembad}}\n"
                "  - {id: stil, type: number, label: {nl: Stil}}\n",
                "aantal: 1337\ndag: 2026-03-14\ntijd: 17:30\nsinds: 2025-07\njaar: 2019-2020\n"
                "lift: ja\nbad: nee\nstil: 8642\n"));
  CHECK(site.messages() == "");
  const std::string index = index_of(site);
  for (const char* words : {"1337", "14 maart 2026", "17.30", "juli 2025", "2019-2020", "Traplift"}) {
    INFO(words);
    CHECK(index.find(words) != std::string::npos);
  }
  // A "no" brings nobody here, and what is not searched is not there.
  CHECK(index.find("Zwembad") == std::string::npos);
  CHECK(index.find("8642") == std::string::npos);
}

TEST_CASE("lines in a row that a schema searches are found, and are not shown without the rest of the row",
          "[content]") {
  SiteUnderTest site(
      site_with("  - id: klassen\n    type: row\n    label: {nl: Klassen}\n    fields:\n"
                "      - {id: ronde, type: text, required: true, label: {nl: Ronde}}\n"
                "      - {id: groepen, type: texts, search: true, label: {nl: Groepen}}\n",
                "klassen:\n  ronde: Voorjaar\n  groepen: [22 zangers, 45 turners]\n"));
  CHECK(site.messages() == "");
  const std::string index = index_of(site);
  // Stems, of which a piece of the index has the first whole and of the next what differs.
  CHECK(index.find("zanger") != std::string::npos);
  CHECK(index.find("turner") != std::string::npos);
  CHECK(index.find("45 turners") == std::string::npos);
  CHECK(index.find("oorjaar") == std::string::npos);
}

TEST_CASE("a schema that searches a type without words is warned", "[content]") {
  SiteUnderTest site(
      site_with("  - {id: bronnen, type: sources, role: sources, search: true, label: {nl: Bronnen}}\n", ""));
  CHECK(site.messages().find("waarschuwing: 'search' doet niets bij een veld van het type 'sources'.") !=
        std::string::npos);
  CHECK(site.is_published());
}

TEST_CASE("every type of field has one row, with the words by which a schema names it", "[schema]") {
  for (const FieldTypeRow& row : field_type_rows()) {
    INFO(row.word);
    CHECK(field_type_named(row.word) == row.type);
    CHECK(&type_row(row.type) == &row);
    CHECK(row.partial.starts_with("veld-"));
  }
  CHECK_FALSE(field_type_named("woord"));
}

}  // namespace wegwijs
