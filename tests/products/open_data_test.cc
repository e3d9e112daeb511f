// What is published as data says no more and no less than the profiles: silence stays silence.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "site_under_test.h"

using namespace wegwijs;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view region = R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  scholen: {map: schoolprofiles, adres: "/scholen/{id}/", open_data: /data/}
  bronnen: {map: bronnen}
-- bronnen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: uitgever, type: text, label: {nl: Uitgever}}
  - {id: peildatum, type: as_of, label: {nl: Van}}
  - {id: url, type: web_address, label: {nl: Webadres}}
  - {id: licentie, type: text, label: {nl: Licentie}}
-- bronnen/register.yaml --
titel: Register
uitgever: Dienst
peildatum: 2025-10
url: "https://register.example/"
licentie: CC0
-- schoolprofiles/_schema.yaml --
version: "7"
option_lists: {niveaus: [{id: vmbo-b, label: {nl: Vmbo basis}}, {id: havo, label: {nl: Havo}}]}
groups: [{id: hulp, label: {nl: Hulp}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: brin, type: text, pattern: "99AA", label: {nl: Brin}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: voorbeeld, type: yes_no, label: {nl: Voorbeeld}}
  - {id: aantal, type: number, label: {nl: Aantal}}
  - id: leerlingen
    type: row
    label: {nl: Leerlingen}
    fields:
      - {id: aantal, type: number, label: {nl: Aantal}}
      - {id: bron, type: source, label: {nl: Bron}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}
  - {id: dyslexie, type: claim, group: hulp, label: {nl: Dyslexie}}
  - {id: lwo, type: claim, group: hulp, applies_to: {field: niveaus, any_of: vmbo-b}, label: {nl: Lwo}}
  - {id: kosten, type: text_claim, group: hulp, label: {nl: Kosten}}
)";

std::string with(std::string_view profile) {
  return std::string(region) + "-- schoolprofiles/de-brug.yaml --\n" + std::string(profile);
}

Json data(SiteUnderTest& site) {
  return Json::parse(site.file("scholen/de-brug/index.json"));
}

}  // namespace

TEST_CASE("a row that nobody looked at is absent from the data, and one that does not apply is named", "[products]") {
  SiteUnderTest site{with("naam: De Brug\nniveaus: [havo]\n")};
  CHECK(data(site) == Json::parse(R"({
    "versie": "1", "id": "de-brug", "pagina": "https://proef.example/scholen/de-brug/", "voorbeeld": false,
    "gegevens": {"naam": "De Brug", "niveaus": ["havo"]},
    "bronnen": [], "beweringen": {}, "bronnen_verschillen": [], "niet_van_toepassing": ["lwo"],
    "aanwezig": [], "antwoorden": {}})"));
  CHECK(site.file("scholen/de-brug/index.json").find("null") == std::string::npos);
}

TEST_CASE("a claim is published with all that the profile says of it, in codes and in words", "[products]") {
  SiteUnderTest site{with(R"(naam: De Brug
niveaus: [vmbo-b, havo]
bronnen: {gids: {soort: schoolgids, titel: Gids, url: "https://de-brug.example/gids.pdf", plaats: p. 3}}
lift:
  - status: deels
    toelichting: "Alleen \"links\" & <boven>."
    voor: {niveaus: [vmbo-b], leerjaren: [1, 2]}
    omvang: {aantal: 1.5, eenheid: uren_per_week}
    voorwaarde: opp
    bron: gids
    peildatum: 2023-2024
    gecontroleerd: {op: 2026-10-03, door: swv}
)")};
  CHECK(data(site)["beweringen"] == Json::parse(R"json({"lift": [{
    "status": "deels", "status_in_woorden": "Deels", "toelichting": "Alleen \"links\" & <boven>.", "bron": 0,
    "peildatum": "2023-2024", "peildatum_in_woorden": "schooljaar 2023-2024", "verouderd": true, "jaar": 2024,
    "voor": {"niveaus": ["vmbo-b"], "leerjaren": [1, 2]}, "voor_in_woorden": "Vmbo basis, leerjaar 1 en 2",
    "omvang": {"aantal": 1.5, "eenheid": "uren_per_week"}, "omvang_in_woorden": "1,5 uren per week",
    "voorwaarde": "opp", "voorwaarde_in_woorden": "met een ontwikkelingsperspectief (opp)",
    "gecontroleerd": {"op": "2026-10-03", "door": "swv"},
    "gecontroleerd_in_woorden": "door het samenwerkingsverband, 3 oktober 2026"}]})json"));
  CHECK(data(site)["bronnen"] == Json::parse(R"([{"id": "gids", "soort": "schoolgids", "titel": "Gids",
    "url": "https://de-brug.example/gids.pdf", "plaats": "p. 3", "licentie": "niet vastgesteld"}])"));
}

TEST_CASE("claims that contradict each other are all published, newest first, and their row is named", "[products]") {
  SiteUnderTest site{with(R"(naam: De Brug
bronnen: {gids: {titel: Gids}, site: {titel: Site}}
lift:
  - {status: nee, toelichting: Stuk., bron: site}
  - {status: ja, bron: gids, peildatum: 2026-08}
dyslexie: [{status: in_ontwikkeling, toelichting: Komt., vanaf: 2027-08, bron: gids}]
kosten: [{tekst: "Boeken zijn gratis.", bron: gids, peildatum: 2026}]
)")};
  const Json json = data(site);
  CHECK(json["bronnen_verschillen"] == Json::parse(R"(["lift"])"));
  CHECK(json["aanwezig"] == Json::parse(R"(["lift", "kosten"])"));
  CHECK(json["antwoorden"] == Json::parse(R"({"lift": "ja nee", "dyslexie": "in_ontwikkeling", "kosten": "genoemd"})"));
  CHECK(json["beweringen"]["lift"][0]["status"] == "ja");
  CHECK(json["beweringen"]["lift"][0]["peildatum"] == "2026-08");
  CHECK(json["beweringen"]["lift"][1]["status"] == "nee");
  CHECK(json["beweringen"]["lift"][1]["peildatum"] == "onbekend");
  CHECK_FALSE(json["beweringen"]["lift"][1]["verouderd"]);
  CHECK_FALSE(json["beweringen"]["lift"][1].contains("jaar"));
  CHECK(json["beweringen"]["dyslexie"][0]["vanaf_in_woorden"] == "augustus 2027");
  CHECK(json["beweringen"]["kosten"][0]["status"] == "genoemd");
  CHECK(json["beweringen"]["kosten"][0]["tekst"] == "Boeken zijn gratis.");
}

TEST_CASE("what an entry answers is published; a silent source answers nothing", "[products]") {
  SiteUnderTest site{with(R"(naam: De Brug
bronnen: {gids: {titel: Gids}}
lift: {status: niet_vermeld, bron: gids, gecontroleerd: {op: 2026-10-01, door: swv}}
dyslexie: [{status: deels, bron: gids, toelichting: Soms.}, {status: deels, bron: gids, toelichting: Ook soms.}]
)")};
  CHECK(data(site)["aanwezig"] == Json::parse(R"(["dyslexie"])"));
  CHECK(data(site)["antwoorden"] == Json::parse(R"({"dyslexie": "deels"})"));
}

TEST_CASE("a document is published as a source with its own date and the licence that it states", "[products]") {
  SiteUnderTest site{with("naam: De Brug\naantal: 1337\nleerlingen: {aantal: 7.30, bron: register}\nvoorbeeld: ja\n")};
  const Json json = data(site);
  CHECK(json["gegevens"] ==
        Json::parse(
            R"({"naam": "De Brug", "voorbeeld": true, "aantal": 1337, "leerlingen": {"aantal": 7.3, "bron": 0}})"));
  CHECK(json["bronnen"] == Json::parse(R"([{"id": "register", "titel": "Register", "url": "https://register.example/",
    "document": "register", "uitgever": "Dienst", "peildatum": "2025-10", "licentie": "CC0"}])"));
  CHECK(json["voorbeeld"] == true);
}

TEST_CASE("the file of all entries holds each to the letter, in the order of the list", "[products]") {
  SiteUnderTest site{with("naam: De Brug\n-- schoolprofiles/aalt.yaml --\nnaam: Aalt\n")};
  const std::string all = site.file("data/scholen.json");
  const Json json = Json::parse(all);
  CHECK(json["versie"] == "1");
  CHECK(json["schemaversie"] == "7");
  CHECK(json["verzameling"] == "scholen");
  REQUIRE(json["gegevens"].size() == 2);
  CHECK(json["gegevens"][0]["id"] == "aalt");
  std::string one = site.file("scholen/de-brug/index.json");
  one.pop_back();
  CHECK(all.find("\n" + one + "\n") != std::string::npos);
}

TEST_CASE("a collection that does not ask for it is not published as data, and a draft never is", "[products]") {
  SiteUnderTest site{with("naam: De Brug\nklad: ja\n")};
  CHECK(Json::parse(site.file("data/scholen.json"))["gegevens"].empty());
  CHECK_FALSE(site.has_file("scholen/de-brug/index.json"));
  CHECK_FALSE(site.has_file("data/bronnen.json"));
}
