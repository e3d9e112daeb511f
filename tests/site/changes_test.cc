// What the home page says has changed: only what the entries themselves say.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

constexpr std::string_view frame = R"(
-- site.yaml --
titel: Proef
verzamelingen:
  scholen: {map: scholen, adres: "/scholen/{id}/"}
  kalender: {map: kalender, agenda: /data/}
  bronnen: {map: bronnen}
  paginas: {map: paginas, adres: "/{id}/", sjabloon: start}
-- scholen/_schema.yaml --
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - id: wijzigingen
    type: rows
    label: {nl: Wijzigingen}
    fields:
      - {id: op, type: date, label: {nl: Op}}
      - {id: wat, type: text, label: {nl: Wat}}
-- kalender/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: bijgewerkt, type: date, role: updated, label: {nl: Bijgewerkt}}
-- bronnen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: bijgewerkt, type: date, role: updated, label: {nl: Bijgewerkt}}
-- paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: bijgewerkt, type: date, role: updated, label: {nl: Bijgewerkt}}
-- paginas/index.yaml --
titel: Begin
adres: /
bijgewerkt: 2026-11-20
-- paginas/data.yaml --
titel: Data
-- thema:/start.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
<i id="moment-aanmelden"></i>{{#changes}}<h2>{{date}}</h2>{{#items}}<p><a href="{{address}}">{{text}}</a> {{what}}</p>{{/items}}{{/changes}}</html>
)";

}  // namespace

TEST_CASE("without changes the home page says nothing of them, also not of its own", "[pages]") {
  SiteUnderTest site{std::string(frame) +
                     "-- scholen/a.yaml --\nnaam: A\n-- kalender/b.yaml --\ntitel: B\n"
                     "-- bronnen/c.yaml --\ntitel: C\n"};
  CHECK(site.text("/") == "Begin");
}

TEST_CASE("changes stand by day, the newest first, and one that is still to come is left out", "[pages]") {
  SiteUnderTest site{std::string(frame) + R"(
-- scholen/a.yaml --
naam: A
wijzigingen: [{op: 2026-11-02, wat: Lift erbij.}, {op: 2026-12-01, wat: Nog niet.}]
-- kalender/aanmelden.yaml --
titel: Aanmelden
bijgewerkt: 2026-11-02
-- bronnen/gids.yaml --
titel: Zonder pagina
bijgewerkt: 2026-11-03
-- paginas/over.yaml --
titel: Over
bijgewerkt: 2026-11-04
)"};
  site.with_today("2026-11-23");
  CHECK(site.text("/") == "Begin 4 november 2026 Over 2 november 2026 A Lift erbij. Aanmelden");
  CHECK(site.file("index.html").find("href=\"/data/#moment-aanmelden\"") != std::string::npos);
}
