// The tables say the same as the JSON, and a spreadsheet runs nothing that stands in them.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "products/csv.h"
#include "site_under_test.h"

using namespace wegwijs;
using Json = nlohmann::ordered_json;

namespace {

using CsvRecord = std::vector<std::string>;

/// Reads RFC 4180.
std::vector<CsvRecord> records_in(std::string_view csv) {
  std::vector<CsvRecord> records{{""}};
  bool quoted = false;
  for (std::size_t position = 0; position < csv.size(); ++position) {
    const char character = csv[position];
    if (quoted && character == '"' && csv.substr(position + 1).starts_with('"')) {
      records.back().back() += csv[++position];
    } else if (character == '"') {
      quoted = !quoted;
    } else if (!quoted && character == ',') {
      records.back().emplace_back();
    } else if (!quoted && csv.substr(position).starts_with("\r\n")) {
      ++position;
      records.push_back({""});
    } else {
      records.back().back() += character;
    }
  }
  records.pop_back();
  return records;
}

using Row = std::map<std::string, std::string>;

/// By the names of the columns; the apostrophe before what looks like a formula taken away.
std::vector<Row> rows_in(std::string_view csv) {
  const std::vector<CsvRecord> records = records_in(csv);
  std::vector<Row> rows;
  for (std::size_t number = 1; number < records.size(); ++number) {
    REQUIRE(records[number].size() == records[0].size());
    Row row;
    for (std::size_t column = 0; column < records[0].size(); ++column) {
      const std::string& cell = records[number][column];
      row[records[0][column]] = cell.starts_with('\'') ? cell.substr(1) : cell;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

constexpr std::string_view region = R"site(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen: {scholen: {map: schoolprofiles, adres: "/scholen/{id}/", open_data: /data/}}
-- schoolprofiles/_schema.yaml --
option_lists: {niveaus: [{id: vmbo, label: {nl: Vmbo}}, {id: havo, label: {nl: Havo}}]}
unique: [[brin, vestiging]]
groups: [{id: hulp, label: {nl: Hulp}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: brin, type: text, label: {nl: Brin}}
  - {id: vestiging, type: text, label: {nl: Vestiging}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: telefoon, type: phone, label: {nl: Telefoon}}
  - {id: leerlingen, type: row, label: {nl: Leerlingen}, fields: [{id: aantal, type: number, label: {nl: Aantal}}]}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}
  - {id: dyslexie, type: claim, group: hulp, label: {nl: Dyslexie}}
  - {id: kosten, type: text_claim, group: hulp, label: {nl: Kosten}}
-- schoolprofiles/aalt.yaml --
naam: Aalt
-- schoolprofiles/de-brug.yaml --
naam: "De \"Brug\", Noord"
brin: 17YS
vestiging: "00"
niveaus: [vmbo, havo]
telefoon: "+31 20 123 4567"
leerlingen: {aantal: 877}
bronnen: {gids: {soort: schoolgids, titel: Gids, plaats: p. 3}, site: {url: "https://de-brug.example/", licentie: CC0}}
lift:
  - {status: ja, toelichting: "=HYPERLINK(\"https://kwaad.example\")", bron: gids, peildatum: 2019}
  - {status: nee, toelichting: "Stuk,\nal lang.", voor: {niveaus: [vmbo], leerjaren: [1, 2]}, bron: site}
kosten: [{tekst: Boeken., bron: gids, peildatum: 2026-08, gecontroleerd: {op: 2026-10, door: swv}}]
)site";

}  // namespace

TEST_CASE("a row of CSV is read back as it was, and is no formula", "[products]") {
  std::string csv;
  append_csv_record(csv, std::vector<std::string>{"a", "b,c", "d\"e", "f\r\ng", ""});
  CHECK(csv == "a,\"b,c\",\"d\"\"e\",\"f\r\ng\",\r\n");
  for (const char* dangerous : {"=1+1", "+31", "-2", "@x", "'x", "\tx"}) {
    std::string one;
    append_csv_record(one, std::vector<std::string>{dangerous});
    CHECK(one == "'" + std::string(dangerous) + "\r\n");
  }
}

TEST_CASE("the table of claims holds every claim of the JSON and no other", "[products]") {
  SiteUnderTest site{region};
  const std::vector<Row> rows = rows_in(site.file("data/scholen-beweringen.csv"));
  REQUIRE(rows.size() == 3);
  const Json all = Json::parse(site.file("data/scholen.json"));
  std::size_t claims = 0;
  for (const Json& school : all["gegevens"]) {
    for (const auto& [row_id, list] : school["beweringen"].items()) {
      for (std::size_t index = 0; index < list.size(); ++index) {
        const Row& row = rows.at(claims++);
        CHECK(row.at("id") == school["id"].get<std::string>());
        CHECK(row.at("onderwerp") == row_id);
        CHECK(row.at("volgnummer") == std::to_string(index + 1));
        CHECK(row.at("status") == list[index]["status"].get<std::string>());
        CHECK(row.at("tekst") == list[index].value("toelichting", list[index].value("tekst", "")));
        CHECK(row.at("peildatum") == list[index]["peildatum"].get<std::string>());
        CHECK(row.at("verouderd") == (list[index]["verouderd"] ? "ja" : "nee"));
        CHECK(row.at("bron_licentie") == school["bronnen"].at(list[index]["bron"].get<std::size_t>())["licentie"].get<std::string>());
      }
    }
  }
  CHECK(claims == rows.size());
  CHECK(rows[0].at("brin") == "17YS");
  CHECK(rows[0].at("vestiging") == "00");
  CHECK(rows[0].at("verouderd") == "ja");
  CHECK(rows[0].at("bronnen_verschillen") == "ja");
  CHECK(rows[1].at("niveaus") == "vmbo");
  CHECK(rows[1].at("leerjaren") == "1 2");
  CHECK(rows[1].at("bron_licentie") == "CC0");
  CHECK(rows[2].at("gecontroleerd_door") == "swv");
}

TEST_CASE("the table of entries has a record for each, with what is not given empty", "[products]") {
  SiteUnderTest site{region};
  const std::vector<Row> rows = rows_in(site.file("data/scholen.csv"));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].at("id") == "aalt");
  CHECK(rows[0].at("telefoon").empty());
  CHECK(rows[1].at("naam") == "De \"Brug\", Noord");
  CHECK(rows[1].at("pagina") == "https://proef.example/scholen/de-brug/");
  CHECK(rows[1].at("niveaus") == "vmbo havo");
  CHECK(rows[1].at("telefoon") == "+31 20 123 4567");
  CHECK(rows[1].at("leerlingen_aantal") == "877");
}

TEST_CASE("every column is described, and no licence is claimed for the whole", "[products]") {
  SiteUnderTest site{region};
  const Json description = Json::parse(site.file("data/datapackage.json"));
  CHECK_FALSE(description.contains("licenses"));
  REQUIRE(description["resources"].size() == 3);
  for (const Json& table : description["resources"]) {
    const std::vector<CsvRecord> records = records_in(site.file("data/" + table["path"].get<std::string>()));
    REQUIRE(table["schema"]["fields"].size() == records[0].size());
    for (std::size_t column = 0; column < records[0].size(); ++column) {
      CHECK(table["schema"]["fields"][column]["name"] == records[0][column]);
      CHECK_FALSE(table["schema"]["fields"][column]["description"].get<std::string>().empty());
    }
  }
}
