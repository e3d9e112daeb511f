// A file that cannot be read is told alone: what leads to it tells nothing new.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

constexpr std::string_view site_with_links = R"(
-- content/paginas/_schema.yaml --
label_one: {nl: Pagina, en: Page}
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: verwant, type: references, to: paginas, label: {nl: Verwant}}
-- content/paginas/een.md --
---
titel: Een
verwant: [twee]
---
Lees [twee](/paginas/twee/).
)";

}  // namespace

TEST_CASE("references and links to a file that cannot be read are not told beside it", "[pages]") {
  SiteUnderTest site(std::string(site_with_links) + R"(
-- content/paginas/twee.md --
---
titel: "Twee
---
)");
  CHECK(site.messages() ==
        "content/paginas/twee.md:2:8: fout: Dit aanhalingsteken wordt nergens gesloten. [yaml-aanhaling-open] Zet aan "
        "het eind van de tekst hetzelfde aanhalingsteken. Hoort dit teken bij de tekst zelf? Zet dan de andere soort "
        "om de "
        "hele tekst.\n");
  CHECK_FALSE(site.is_published());
}

TEST_CASE("references and links to a file that is not there are told", "[pages]") {
  const std::string messages = SiteUnderTest(site_with_links).messages();
  CHECK(messages.find("[verwijzing-naar-niets]") != std::string::npos);
  CHECK(messages.find("[dode-link]") != std::string::npos);
}

TEST_CASE("a broken schema hides its own collection only, and what leads to it", "[pages]") {
  SiteUnderTest site(std::string(site_with_links) + R"(
-- content/paginas/twee.md --
---
titel: Twee
---
Lees [De Brug](/schoolprofiles/de-brug/) of [De Berg](/schoolprofiles/de-berg/).
-- schoolprofiles/_schema.yaml --
feilds:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
-- schoolprofiles/de-brug.yaml --
naam: De Brug
)");
  CHECK(site.messages() ==
        "content/paginas/twee.md:4:55: fout: Het adres '/schoolprofiles/de-berg/' bestaat niet op deze site. "
        "[dode-link] Kijk of het adres goed is getypt, met / aan het begin en aan het eind.\n"
        "schoolprofiles/_schema.yaml:1:1: fout: De bestanden in 'schoolprofiles' (1) zijn nog niet nagekeken, want het "
        "schema van 'schoolprofiles' klopt niet. [schema-onbruikbaar] Herstel eerst het schema en probeer opnieuw.\n"
        "schoolprofiles/_schema.yaml:1:1: fout: 'feilds' is geen sleutel van een schema. [onbekende-sleutel] bedoelde "
        "u 'fields'? Mogelijk zijn: id, version, label, label_one, option_lists, groups, fields, unique, claims, "
        "holds_documents, readers.\n");
}

TEST_CASE("a misspelt key that must be there is one mistake, not two", "[pages]") {
  SiteUnderTest site(R"(
-- content/paginas/_schema.yaml --
label_one: {nl: Pagina, en: Page}
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
-- content/paginas/een.md --
---
Title: Een
---
)");
  CHECK(site.messages() ==
        "content/paginas/een.md:2:1: fout: 'Title' is geen veld van Pagina. [onbekend-veld] bedoelde u 'titel'? Kijk "
        "in '_schema.yaml' welke velden er zijn.\n");
}

TEST_CASE("a dead link names what the author wrote and the address that was meant", "[pages]") {
  SiteUnderTest site(R"(
-- content/paginas/_schema.yaml --
label_one: {nl: Pagina, en: Page}
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/paginas/een.md --
---
titel: Een
---
[a](/paginas/eenn/b) [b](/paginas/eenn)
[c](www.school.nl) [d](info@school.nl) [e](paginas/een/) [f](/Paginas/Een/)
[g](/pagnias/een/) [h](/verder/weg/)
)");
  const std::string help = "Kijk of het adres goed is getypt, met / aan het begin en aan het eind.\n";
  const auto told = [&](const std::string& place, const std::string& written, const std::string& meant) {
    return "content/paginas/een.md:" + place + ": fout: Het adres '" + written +
           "' bestaat niet op deze site. [dode-link] " + (meant.empty() ? "" : "bedoelde u '" + meant + "'? ") + help;
  };
  CHECK(site.messages() ==
        told("4:5", "/paginas/eenn/b", "/paginas/een/") + told("4:26", "/paginas/eenn", "/paginas/een/") +
            told("5:5", "www.school.nl", "https://www.school.nl") +
            told("5:24", "info@school.nl", "mailto:info@school.nl") + told("5:44", "paginas/een/", "/paginas/een/") +
            told("5:62", "/Paginas/Een/", "/paginas/een/") + told("6:5", "/pagnias/een/", "/paginas/een/") +
            told("6:24", "/verder/weg/", ""));
}

TEST_CASE("a file that a template links to and that a mistake keeps from being made is told as that mistake alone",
          "[pages]") {
  const auto messages_with = [](std::string_view value) {
    return SiteUnderTest(
               "-- thema:/pagina.mustache --\n<!doctype html><html lang=\"nl\"><title>{{title}}</title>"
               "<h1>{{title}}</h1>{{body}}<a href=\"/dagen.ics\">Dagen</a></html>\n"
               "-- content/paginas/_schema.yaml --\nlabel_one: {nl: Pagina, en: Page}\nfields:\n"
               "  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
               "  - {id: dag, type: date, label: {nl: Dag}}\n"
               "-- content/paginas/een.md --\n---\ntitel: Een\ndag: " +
               std::string(value) + "\n---\nTekst.\n")
        .messages();
  };
  const std::string wrong = messages_with("2027-02-31");
  INFO(wrong);
  CHECK(std::count(wrong.begin(), wrong.end(), '\n') == 1);
  CHECK(wrong.find("[verkeerde-waarde]") != std::string::npos);
  CHECK(messages_with("2027-02-28").find("[bestand-ontbreekt]") != std::string::npos);
}

TEST_CASE("a dead link in the menu is told once, at its line in the settings", "[pages]") {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen: {paginas: {map: content/paginas, adres: "/{id}/", sjabloon: pagina}}
menu:
  - {tekst: Weg, adres: /weg/}
-- content/paginas/_schema.yaml --
label_one: {nl: Pagina, en: Page}
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/paginas/een.md --
---
titel: Een
---
-- content/paginas/twee.md --
---
titel: Twee
---
-- thema:/pagina.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>{{#menu}}<a href="{{address}}">{{text}}</a>{{/menu}}</html>
)");
  CHECK(site.messages() ==
        "site.yaml:5:25: fout: Het adres '/weg/' bestaat niet op deze site. [dode-link] Kijk of het adres goed is "
        "getypt, met / aan het begin en aan het eind.\n");
}
