// What an editor can add without touching the program: a row, a listing, a whole content type.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

TEST_CASE("a new row in the school profile is shown after one line in the schema", "[model]") {
  SiteUnderTest site{R"(
-- schoolprofiles/_schema.yaml --
groups: [{id: gebouw, label: {nl: Gebouw}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, group: gebouw, label: {nl: Lift}, compare: true}
  - {id: klimmuur, type: claim, group: gebouw, label: {nl: Klimmuur}}
-- schoolprofiles/de-brug.yaml --
naam: De Brug
bronnen: {gids: {soort: schoolgids, titel: Schoolgids}}
klimmuur: [{status: deels, toelichting: Alleen in de gymzaal., bron: gids, peildatum: 2026-08}]
)"};
  CHECK(site.messages().empty());
  CHECK(site.text("/schoolprofiles/de-brug/") ==
        "De Brug De Brug Gebouw Klimmuur: Deels (Alleen in de gymzaal.; Schoolgids; augustus 2026) Lift: nog niet "
        "nagekeken");
}

TEST_CASE("a new listing by a field appears after three lines in site.yaml", "[pages]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Proef
verzamelingen:
  scholen:
    map: schoolprofiles
    adres: /scholen/{id}/
    lijsten:
      - adres: /scholen/{id}/
        titel: dubbel
      - adres: /scholen/kleur/{kleur}/
        titel: "Scholen in het {kleur}"
        samenvatting: "{help}"
-- schoolprofiles/_schema.yaml --
option_lists:
  kleur: [{id: rood, label: {nl: Rood}, help: {nl: Als een brandweerwagen.}}, {id: groen, label: {nl: Groen}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: kleur, type: choices, options: kleur, label: {nl: Kleur}}
-- schoolprofiles/de-brug.yaml --
naam: De Brug
kleur: [rood]
-- schoolprofiles/het-park.yaml --
naam: Het Park
)"};
  // {id} is no field with options: the mistake is told at its place, and the other listing is judged all the same.
  CHECK(site.messages() ==
        "site.yaml:7:16: fout: 'id' is geen veld met keuzes van deze verzameling. [lijst-onbekend] Mogelijk zijn: "
        "kleur.\n");
}

TEST_CASE("a listing by a field has one page per value that somebody has, and none for the others", "[pages]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Proef
verzamelingen:
  scholen:
    map: schoolprofiles
    adres: /scholen/{id}/
    lijsten:
      - adres: /scholen/kleur/{kleur}/
        titel: "Scholen in het {kleur}"
-- schoolprofiles/_schema.yaml --
option_lists: {kleur: [{id: rood, label: {nl: Rood}}, {id: groen, label: {nl: Groen}}]}
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: kleur, type: choices, options: kleur, label: {nl: Kleur}}
-- schoolprofiles/de-brug.yaml --
naam: De Brug
kleur: [rood]
-- schoolprofiles/het-park.yaml --
naam: Het Park
)"};
  CHECK(site.messages().empty());
  CHECK(site.text("/scholen/kleur/rood/") == "Scholen in het Rood Scholen in het Rood De Brug");
  CHECK_FALSE(site.has_file("scholen/kleur/groen/index.html"));
}

TEST_CASE("a whole content type needs a folder with a schema and an entry in site.yaml", "[model]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Proef
verzamelingen:
  recepten:
    map: content/recepten
    adres: /koken/{id}/
    sjabloon: pagina
    lijsten: [{adres: /koken/, titel: Koken, indelen: gang}]
  keukens: {map: content/keukens}
-- content/recepten/_schema.yaml --
option_lists: {gang: [{id: voor, label: {nl: Voorgerecht}}, {id: na, label: {nl: Nagerecht}}]}
groups: [{id: kort, label: {nl: In het kort}}]
fields:
  - {id: naam, type: text, role: title, required: true, label: {nl: Naam}}
  - {id: gang, type: choice, options: gang, group: kort, label: {nl: Gang}}
  - {id: keuken, type: reference, to: keukens, group: kort, label: {nl: Keuken}}
  - id: stappen
    type: rows
    group: kort
    label: {nl: Stappen}
    fields:
      - {id: wie, type: text, label: {nl: Wie}}
      - {id: minuten, type: number, label: {nl: Minuten}}
-- content/recepten/soep.md --
---
naam: Soep
gang: voor
keuken: thuis
stappen: [{wie: kok, minuten: 1250}, {wie: gast}]
---
Lekker *heet*.
-- content/keukens/_schema.yaml --
fields: [{id: naam, type: text, role: title, label: {nl: Naam}}]
-- content/keukens/thuis.yaml --
naam: Thuis
)"};
  CHECK(site.messages().empty());
  CHECK(site.text("/koken/soep/") ==
        "Soep Soep In het kort Gang: Voorgerecht; Keuken: Thuis; Stappen: [Wie=kok Minuten=1.250 ][Wie=gast ] Lekker "
        "heet.");
  CHECK(site.text("/koken/") == "Koken Koken Voorgerecht Soep");
  CHECK_FALSE(site.has_file("keukens/thuis/index.html"));
}

TEST_CASE("a row that only concerns some schools is 'niet van toepassing' at the others", "[pages]") {
  SiteUnderTest site{R"(
-- schoolprofiles/_schema.yaml --
option_lists: {niveaus: [vmbo-b, vwo]}
groups: [{id: hulp, label: {nl: Hulp}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lwo, type: claim, group: hulp, label: {nl: Lwo}, applies_to: {field: niveaus, any_of: [vmbo-b]}}
  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}
-- schoolprofiles/a.yaml --
naam: A
niveaus: [vwo]
-- schoolprofiles/b.yaml --
naam: B
niveaus: [vmbo-b, vwo]
-- schoolprofiles/c.yaml --
naam: C
)"};
  CHECK(site.text("/schoolprofiles/a/") == "A A Hulp Lift: nog niet nagekeken Lwo: niet van toepassing");
  CHECK(site.text("/schoolprofiles/b/") == "B B Hulp Lwo: nog niet nagekeken Lift: nog niet nagekeken");
  // Nothing is known of the levels: then nobody can say that it does not apply.
  CHECK(site.text("/schoolprofiles/c/") == "C C Hulp Lwo: nog niet nagekeken Lift: nog niet nagekeken");
}
