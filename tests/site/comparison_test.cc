// The overviews per group of support and level: what is known by status, what is not known by number.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

constexpr std::string_view template_of_comparison = R"(
-- thema:/vergelijking.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title><h1>{{title}}</h1>
{{#comparison.rows}}<h2>{{label}}</h2>{{#statuses}}<h3>{{status_label}} {{count}}</h3>{{#parts}}{{#label}}<h4>{{label}}</h4>{{/label}}
{{#entries}}<p>{{title}}: {{claim.explanation}} ({{claim.source.title}}, {{claim.date}}){{#differs}} bronnen verschillen{{/differs}}</p>{{/entries}}{{/parts}}{{/statuses}}
<p>onbekend: {{unknown_count}}</p>{{/comparison.rows}}
{{#comparison.silent}}<p>niets over: {{label}}</p>{{/comparison.silent}}</html>
-- thema:/vergelijkingen.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
{{#comparisons}}<h2>{{label}}</h2>{{#values}}<p><a href="{{address}}">{{text}}</a> {{count}} {{known_rows}}</p>{{/values}}{{/comparisons}}</html>
)";

std::string region(std::string_view schools) {
  return std::string(R"(
-- site.yaml --
titel: Proef
verzamelingen:
  scholen:
    map: scholen
    adres: /scholen/{id}/
    vergelijkingen:
      - adres: /vergelijken/{groep}/{niveaus}/
        titel: "{groep}, {niveaus}"
        opdelen: gebied
        overzicht: {adres: /vergelijken/, titel: Vergelijken}
-- scholen/_schema.yaml --
option_lists:
  niveaus: [{id: havo, label: {nl: Havo}}, {id: vwo, label: {nl: Vwo}}, {id: vmbo, label: {nl: Vmbo}}]
  gebied: [{id: noord, label: {nl: Noord}}, {id: zuid, label: {nl: Zuid}}]
groups: [{id: het_gebouw, label: {nl: Het gebouw}}, {id: rest, label: {nl: Rest}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: gebied, type: choice, options: gebied, label: {nl: Gebied}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, group: het_gebouw, compare: true, label: {nl: Lift}}
  - {id: lus, type: claim, group: het_gebouw, compare: true, label: {nl: Ringleiding}}
  - {id: lwo, type: claim, group: het_gebouw, compare: true, label: {nl: Lwo}, applies_to: {field: niveaus, any_of: [vmbo]}}
  - {id: geheim, type: claim, group: rest, label: {nl: Niet vergeleken}}
)") + std::string(template_of_comparison) +
         std::string(schools);
}

constexpr std::string_view three_schools = R"(
-- scholen/a.yaml --
naam: A
niveaus: [havo]
bronnen: {gids: {soort: schoolgids, titel: Gids}}
lift: [{status: ja, toelichting: Alleen havo., voor: {niveaus: [havo]}, bron: gids, peildatum: 2026}, {status: nee, toelichting: Kapot., bron: gids}]
-- scholen/b.yaml --
naam: B
niveaus: [havo, vwo]
bronnen: {gids: {soort: schoolgids, titel: Gids}}
lift: [{status: deels, toelichting: Voor havo., voor: {niveaus: [havo]}, bron: gids}]
-- scholen/c.yaml --
naam: C
niveaus: [havo, vwo]
)";

}  // namespace

TEST_CASE("a comparison has the schools by status with source and date, and the number that nobody looked at",
          "[pages]") {
  SiteUnderTest site{region(three_schools)};
  CHECK(site.messages().empty());
  CHECK(site.text("/vergelijken/het-gebouw/havo/") ==
        "Het gebouw, Havo Het gebouw, Havo Lift Ja 1 A: Alleen havo. (Gids, 2026) bronnen verschillen "
        "Deels 1 B: Voor havo. (Gids, datum onbekend) Nee 1 A: Kapot. (Gids, datum onbekend) bronnen verschillen "
        "onbekend: 1 "
        "niets over: Ringleiding");
}

TEST_CASE("a claim limited to another level does not count, and its school is then unknown, not 'nee'", "[pages]") {
  SiteUnderTest site{region(three_schools)};
  CHECK(site.text("/vergelijken/het-gebouw/vwo/") ==
        "Het gebouw, Vwo Het gebouw, Vwo niets over: Lift niets over: Ringleiding");
}

TEST_CASE("there is a page per group that compares and level that a school has, and one that leads to them",
          "[pages]") {
  SiteUnderTest site{region(three_schools)};
  CHECK(site.text("/vergelijken/") == "Vergelijken Het gebouw Havo 3 1 Vwo 2 0");
  CHECK_FALSE(site.has_file("vergelijken/het-gebouw/vmbo/index.html"));
  CHECK_FALSE(site.has_file("vergelijken/rest/havo/index.html"));
}

TEST_CASE("above sixty schools the names are divided over the parts of the city", "[pages]") {
  std::string schools;
  for (int number = 10; number < 71; ++number) {
    const std::string name = "s" + std::to_string(number);
    schools += "-- scholen/" + name + ".yaml --\nnaam: " + name + "\nniveaus: [vmbo]\n";
    if (number < 13) schools += std::string("gebied: ") + (number == 10 ? "zuid" : "noord") + "\n";
    if (number < 14) schools += "bronnen: {g: {titel: G}}\nlift: [{status: ja, toelichting: Ja., bron: g}]\n";
  }
  SiteUnderTest site{region(schools)};
  CHECK(site.text("/vergelijken/het-gebouw/vmbo/")
            .find("Lift Ja 4 Noord s11: Ja. (G, datum onbekend) s12: Ja. (G, datum onbekend) "
                  "Zuid s10: Ja. (G, datum onbekend) s13: Ja. (G, datum onbekend) onbekend: 57") != std::string::npos);
}

TEST_CASE("an address of a comparison without group or field is an error at its place", "[pages]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Proef
verzamelingen: {scholen: {map: scholen, adres: "/{id}/", vergelijkingen: [{adres: /x/, titel: X}]}}
-- scholen/_schema.yaml --
fields: [{id: naam, type: text, role: title, label: {nl: Naam}}]
)"};
  CHECK(site.messages() ==
        "site.yaml:2:83: fout: '/x/' is geen goede waarde voor 'adres': hier hoort een adres met {groep} en een veld, "
        "als "
        "/vergelijken/{groep}/{niveaus}/. [instelling-verkeerd]\n");
}
