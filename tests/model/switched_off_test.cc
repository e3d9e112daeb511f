// A set of sources that `uit` in `site.yaml` switches off: nothing that rests on it is published.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

/// A school with facts of a list of somebody else (`oco`), of a document (`osvo`) and of itself, and two open days.
std::string school(std::string_view switched_off) {
  return std::string(R"(
-- content/bronnen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: reeks, type: text, label: {nl: Reeks}}
-- content/bronnen/plaatsen.yaml --
titel: Opgave
reeks: osvo
-- scholen/_schema.yaml --
groups: [{id: hulp, label: {nl: Hulp}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: bronnen, type: sources, role: sources, group: hulp, label: {nl: Bronnen}}
  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}
  - {id: toilet, type: claim, group: hulp, label: {nl: Toilet}}
  - id: plaatsen
    type: rows
    group: hulp
    label: {nl: Plaatsen}
    fields:
      - {id: aantal, type: number, label: {nl: Aantal}}
      - {id: bron, type: source, label: {nl: Bron}}
-- scholen/de-brug.yaml --
naam: De Brug
bronnen: {lijst: {titel: Lijst, reeks: oco}, gids: {titel: Gids}}
lift: [{status: ja, toelichting: volgens de lijst, bron: lijst}, {status: ja, toelichting: volgens de gids, bron: gids}]
toilet: [{status: ja, bron: lijst}]
plaatsen: [{aantal: 84, bron: plaatsen}, {aantal: 12, bron: gids}]
-- dagen/_schema.yaml --
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: bron, type: source, label: {nl: Bron}}
-- dagen/open-dag.yaml --
naam: Open dag
bron: {titel: Kopie, reeks: open-dagen}
-- dagen/kamp.yaml --
naam: Kamp
bron: {titel: Gids}
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  scholen: {map: scholen, adres: "/scholen/{id}/", sjabloon: pagina, open_data: /data/}
  dagen: {map: dagen, adres: "/dagen/{id}/", sjabloon: pagina}
  bronnen: {map: content/bronnen}
)") + std::string(switched_off) +
         R"(
-- thema:/veld-claim.mustache --
{{#claims}}[{{status}} {{explanation}}: {{#source}}{{title}}{{/source}}]{{/claims}}
-- thema:/veld-rijen.mustache --
{{#rows}}[{{#cells}}{{text}}{{#items}}: {{title}}{{/items}}{{/cells}}]{{/rows}}
-- thema:/veld-bronnen.mustache --
{{#items}}[{{title}}]{{/items}}
)";
}

}  // namespace

TEST_CASE("what rests on a set of sources is published until that set is switched off", "[model]") {
  SiteUnderTest site{school("")};
  CHECK(site.messages() == "");
  CHECK(site.text("/scholen/de-brug/") ==
        "De Brug De Brug Hulp Bronnen: [Lijst][Gids] Lift: [ja volgens de lijst: Lijst][ja volgens de gids: Gids] "
        "Toilet: [ja : Lijst] Plaatsen: [84: Opgave][12: Gids]");
  CHECK(site.has_file("dagen/open-dag/index.html"));
}

TEST_CASE("claims of a switched-off set are left out, and a row without another claim is not looked at", "[model]") {
  SiteUnderTest site{school("uit: [oco]")};
  CHECK(site.messages() == "");
  CHECK(site.text("/scholen/de-brug/") ==
        "De Brug De Brug Hulp Bronnen: [Gids] Lift: [ja volgens de gids: Gids] Plaatsen: [84: Opgave][12: Gids] "
        "Toilet: nog niet nagekeken");
}

TEST_CASE("nothing of a switched-off set is left in the data, and the other sources keep their claims", "[model]") {
  SiteUnderTest site{school("uit: [oco]")};
  const std::string file = site.file("scholen/de-brug/index.json");
  CHECK(file.find("ijst") == std::string::npos);
  const auto data = nlohmann::json::parse(file);
  const auto& claim = data["beweringen"]["lift"].at(0);
  CHECK(data["bronnen"].at(claim["bron"].get<std::size_t>())["titel"] == "Gids");
  CHECK_FALSE(data["beweringen"].contains("toilet"));
}

TEST_CASE("the set of a source document switches off the rows that rest on it", "[model]") {
  SiteUnderTest site{school("uit: [osvo]")};
  CHECK(site.messages() == "");
  CHECK(site.text("/scholen/de-brug/").find("Plaatsen: [12: Gids]") != std::string::npos);
  CHECK(site.file("scholen/de-brug/index.json").find("84") == std::string::npos);
}

TEST_CASE("an entry that comes from a switched-off source as a whole is left out", "[model]") {
  SiteUnderTest site{school("uit: [open-dagen]")};
  CHECK(site.messages() == "");
  CHECK_FALSE(site.has_file("dagen/open-dag/index.html"));
  CHECK(site.has_file("dagen/kamp/index.html"));
}

TEST_CASE("a set that no source names is reported, with the one that was probably meant", "[model]") {
  SiteUnderTest site{school("uit: [oko, osvo]")};
  CHECK(site.messages() ==
        "site.yaml:7:7: fout: Bij 'uit' staat de reeks 'oko', en geen enkele bron hoort daarbij. [reeks-bestaat-niet] "
        "bedoelde u 'oco'? Schrijf de naam zoals die bij een bron achter 'reeks' staat, of haal de regel weg.\n");
}

TEST_CASE("an empty name switches nothing off", "[model]") {
  SiteUnderTest site{school("uit: [\"\"]")};
  CHECK(site.messages().find("[reeks-bestaat-niet]") != std::string::npos);
}

TEST_CASE("a set of which every entry is held back today is known", "[model]") {
  SiteUnderTest site{R"(
-- dagen/_schema.yaml --
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: publiceren_tot, type: date, role: publish_until, label: {nl: Tot}}
  - {id: bron, type: source, label: {nl: Bron}}
-- dagen/open-dag.yaml --
naam: Open dag
publiceren_tot: 2020-01-01
bron: {titel: Kopie, reeks: open-dagen}
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
uit: [open-dagen]
verzamelingen: {dagen: {map: dagen, adres: "/dagen/{id}/", sjabloon: pagina}}
)"};
  CHECK(site.messages().find("reeks-bestaat-niet") == std::string::npos);
}
