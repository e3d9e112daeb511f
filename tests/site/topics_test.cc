// Pages per kind of support, and the way to them from the home page.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

std::string town(std::string_view rule, std::string_view schools) {
  return std::string(R"(
-- site.yaml --
titel: Proef
verzamelingen:
  scholen:
    map: scholen
    adres: /scholen/{id}/
    onderwerpen:
      - {adres: "/scholen/hulp/{onderwerp}/", titel: "Wie heeft {onderwerp}", )") +
         std::string(rule) + R"(}
  paginas: {map: paginas, adres: "/{id}/", sjabloon: start}
-- scholen/_schema.yaml --
option_lists:
  niveaus: [{id: havo, label: {nl: Havo}}, {id: vmbo, label: {nl: Vmbo}}]
groups: [{id: het_gebouw, label: {nl: Het gebouw}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: stille_plek, type: claim, group: het_gebouw, compare: true, label: {nl: Prikkelarme ruimte}, plain: {nl: Stille plek}}
  - {id: lift, type: claim, group: het_gebouw, compare: true, label: {nl: Lift}, applies_to: {field: niveaus, any_of: [havo]}}
  - {id: geheim, type: claim, group: het_gebouw, label: {nl: Niet vergeleken}}
-- paginas/_schema.yaml --
fields: [{id: titel, type: text, role: title, label: {nl: Titel}}]
-- paginas/index.yaml --
titel: Begin
adres: /
-- thema:/start.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
{{#topics}}<h2>{{label}}</h2>{{#items}}<p><a href="{{address}}">{{text}}</a> {{count}}</p>{{/items}}{{/topics}}</html>
-- thema:/onderwerp.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
{{#topic}}{{#statuses}}<h2>{{status_label}} {{count}}</h2>{{#parts}}{{#entries}}<p>{{title}} ({{claim.date}})</p>{{/entries}}{{/parts}}{{/statuses}}
<p>onbekend: {{unknown_count}}</p>{{/topic}}</html>
)" + std::string(schools);
}

constexpr std::string_view four_schools = R"(
-- scholen/a.yaml --
naam: A
niveaus: [havo]
bronnen: {gids: {soort: schoolgids, titel: Gids}}
stille_plek: {status: ja, bron: gids, peildatum: 2026}
lift: {status: nee, toelichting: Geen lift., bron: gids}
geheim: {status: ja, bron: gids}
-- scholen/b.yaml --
naam: B
niveaus: [havo]
bronnen: {gids: {soort: schoolgids, titel: Gids}}
stille_plek: {status: deels, toelichting: Alleen in de pauze., bron: gids}
geheim: {status: ja, bron: gids}
-- scholen/c.yaml --
naam: C
niveaus: [vmbo]
bronnen: {gids: {soort: schoolgids, titel: Gids}}
stille_plek: {status: nee, toelichting: Die is er niet., bron: gids}
-- scholen/d.yaml --
naam: D
niveaus: [havo]
)";

}  // namespace

TEST_CASE("a topic has a page when enough schools say yes or partly, and the page has every school that says anything",
          "[pages]") {
  SiteUnderTest site{town("minstens: 2", four_schools)};
  CHECK(site.messages().empty());
  CHECK(site.text("/") == "Begin Het gebouw Stille plek 2");
  CHECK(site.file("index.html").find("href=\"/scholen/hulp/stille-plek/\"") != std::string::npos);
  CHECK(site.text("/scholen/hulp/stille-plek/") ==
        "Wie heeft Stille plek Ja 1 A (2026) Deels 1 B (datum onbekend) Nee 1 C (datum onbekend) onbekend: 1");
  CHECK_FALSE(site.has_file("scholen/hulp/lift/index.html"));
  CHECK_FALSE(site.has_file("scholen/hulp/geheim/index.html"));
}

TEST_CASE("without a number five schools are enough, so four are not", "[pages]") {
  SiteUnderTest site{town("samenvatting: Wie", four_schools)};
  CHECK(site.messages().empty());
  CHECK(site.text("/") == "Begin");
}

TEST_CASE("a school for which a topic has no meaning does not count as not looked at", "[pages]") {
  const std::string one_lift = std::string(four_schools) + R"(
-- scholen/e.yaml --
naam: E
niveaus: [havo]
bronnen: {gids: {soort: schoolgids, titel: Gids}}
lift: {status: ja, bron: gids}
)";
  SiteUnderTest site{town("minstens: 1", one_lift)};
  CHECK(site.messages().empty());
  CHECK(site.text("/scholen/hulp/lift/") ==
        "Wie heeft Lift Ja 1 E (datum onbekend) Nee 1 A (datum onbekend) onbekend: 2");
}

TEST_CASE("an address of topics without the topic, and a number that is none, are told", "[pages]") {
  std::string broken = town("minstens: veel", four_schools);
  broken.replace(broken.find("/scholen/hulp/{onderwerp}/"), 26, "/scholen/hulp/");
  SiteUnderTest site{broken};
  CHECK(site.messages().find("[instelling-verkeerd]") != std::string::npos);
  CHECK(site.messages().find("een adres met {onderwerp}") != std::string::npos);
  CHECK(site.messages().find("een getal vanaf 1") != std::string::npos);
}
