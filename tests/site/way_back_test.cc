#include <catch2/catch.hpp>

#include "site_under_test.h"

namespace wegwijs {
namespace {

TEST_CASE("a target shows what a result says beside it, in the words of the row that refers to it", "[site]") {
  SiteUnderTest site(R"(
-- content/doelen/_schema.yaml --
fields: [{id: titel, type: text, role: title, label: Titel}]
-- content/doelen/ambassadeurs.yaml --
titel: Vier ambassadeurs
-- content/doelen/stil.yaml --
titel: Waarover het verslag zwijgt
-- content/resultaten/_schema.yaml --
label: {nl: Resultaten}
fields:
  - {id: titel, type: text, role: title, label: Titel}
  - {id: samenvatting, type: text, role: summary, label: Samenvatting}
  - {id: ook, type: references, to: doelen, label: Ook}
  - id: doelen
    type: rows
    label: Doelen
    fields:
      - {id: doel, type: reference, to: doelen, label: Doel}
      - {id: vergelijking, type: text, label: Plan en verslag}
-- content/resultaten/verslag.yaml --
titel: Verslag 2024
samenvatting: Wat er gebeurde.
doelen:
  - {doel: ambassadeurs, vergelijking: "Het plan wil vier; in 2024 waren het er vier."}
-- content/resultaten/los.yaml --
titel: Los
ook: [ambassadeurs]
-- thema:/pagina.mustache --
<h1>{{title}}</h1>{{#entry.referred_by}}<h2>{{label}}</h2>{{#items}}<p><a href="{{address}}">{{text}}</a>: {{#notes}}{{label}} = {{>*partial}}{{/notes}}{{^notes}}zonder regel{{/notes}}</p>{{/items}}{{/entry.referred_by}}{{^entry.referred_by}}<p>Niets.</p>{{/entry.referred_by}}
)");
  REQUIRE(site.messages() == "");
  CHECK(site.text("/doelen/ambassadeurs/") ==
        "Vier ambassadeurs Resultaten Los: zonder regel "
        "Verslag 2024: Plan en verslag = Het plan wil vier; in 2024 waren het er vier.");
  CHECK(site.text("/doelen/stil/") == "Waarover het verslag zwijgt Niets.");
}

TEST_CASE("a list shows the rows of an entry that has no page of its own", "[site]") {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Proef
verzamelingen:
  archief: {map: content/archief, lijsten: [{adres: /archief/, titel: Archief, sjabloon: archief}]}
-- content/archief/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: Titel}
  - {id: acties, type: rows, facet: true, label: Acties, fields: [{id: actie, type: text, label: Actie}]}
-- content/archief/een.yaml --
titel: Een
acties: [{actie: Eerst}, {actie: Dan}]
-- thema:/archief.mustache --
{{#listing.groups}}{{#entries}}<h3>{{title}}</h3>{{#facts}}{{>*partial}}{{/facts}}{{/entries}}{{/listing.groups}}
)");
  REQUIRE(site.messages() == "");
  CHECK(site.text("/archief/") == "Een [Actie=Eerst ][Actie=Dan ]");
}

TEST_CASE("the numbers of a table are published as their author wrote them, below the page of the table", "[site]") {
  SiteUnderTest site(R"(
-- content/tabellen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: Titel}
  - {id: tabel, type: table, label: Tabel}
-- content/tabellen/hulp.yaml --
titel: Hulp
tabel: {bestand: getallen.csv, kolommen: [{id: a, titel: Soort, soort: tekst}]}
-- content/tabellen/getallen.csv --
a
"LINK, enz."
-- thema:/pagina.mustache --
<h1>{{title}}</h1>{{#entry.fields.tabel.table.download}}<a href="{{address}}">{{size}}</a>{{/entry.fields.tabel.table.download}}
)");
  REQUIRE(site.messages() == "");
  CHECK(site.file("tabellen/hulp/getallen.csv") == "a\n\"LINK, enz.\"\n");
  CHECK_THAT(site.file("tabellen/hulp/index.html"), Catch::Contains("<a href=\"/tabellen/hulp/getallen.csv\">1</a>"));
}

}  // namespace
}  // namespace wegwijs
