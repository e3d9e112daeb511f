#include <catch2/catch.hpp>

#include "schema/date.h"
#include "site_under_test.h"
#include "under_sanitizer.h"

namespace wegwijs {
namespace {

/// News that comes and goes, a term, a school, and everything that can lead to an entry: links in texts and in fields,
/// references, the menu, the home page, redirects, a list by option, a calendar, a source document.
constexpr std::string_view town = R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  nieuws:
    map: content/nieuws
    adres: "/nieuws/{id}/"
    sjabloon: pagina
    feed: /nieuws/atom.xml
    lijsten:
      - {adres: "/nieuws/", titel: Nieuws, sjabloon: lijst}
      - {adres: "/nieuws/soort/{soort}/", titel: "{soort}", sjabloon: lijst}
  paginas: {map: content/paginas, adres: "/{id}/", sjabloon: pagina}
  bronnen: {map: content/bronnen, adres: "/bronnen/{id}/", sjabloon: pagina}
  kalender: {map: content/kalender, agenda: /kalender/}
doorverwijzingen:
  /vroeger/: /nieuws/feest/
menu:
  - {tekst: Het feest, adres: /nieuws/feest/}
  - {tekst: Over, adres: /over/}
-- thema:/pagina.mustache --
<!doctype html><html lang="nl"><title>{{title}}</title>{{#is_preview}}<meta name="robots" content="noindex">{{/is_preview}}
<ul>{{#menu}}<li><a href="{{address}}">{{text}}</a></li>{{/menu}}</ul>{{#withheld}}<p>Klad: {{withheld}}</p>{{/withheld}}
<h1>{{title}}</h1>{{#entry.groups}}<h2>{{label}}</h2>{{#known}}<p>{{label}}: {{>*partial}}</p>{{/known}}{{/entry.groups}}{{body}}</html>
-- content/nieuws/_schema.yaml --
groups: [{id: alles, label: {nl: Alles}}]
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: soort, type: choice, group: alles, label: {nl: Soort}, options: [{id: feest, label: {nl: Feest}}, {id: werk, label: {nl: Werk}}, {id: rest, label: {nl: Rest}}]}
-- content/nieuws/feest.md --
---
titel: Zomerfeest
soort: feest
publiceren_vanaf: 2026-12-01
publiceren_tot: 2027-01-31
oude_adressen: [/feest/]
---
Kom naar het feest.
-- content/nieuws/werk.md --
---
titel: Wegwerkzaamheden
soort: werk
publiceren_tot: 2027-06-30
---
De weg is open.
-- content/nieuws/blijft.md --
---
titel: Blijvend bericht
---
Dit blijft.
-- content/paginas/_schema.yaml --
groups: [{id: alles, label: {nl: Alles}}]
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: zie_ook, type: references, to: nieuws, group: alles, label: {nl: Zie ook}}
  - {id: bron, type: source_list, group: alles, label: {nl: Bron}}
-- content/paginas/over.md --
---
titel: Over
zie_ook: [feest, blijft]
bron: [gids]
---
Lees over [het feest](/nieuws/feest/), [ook oud](/feest/), [heel oud](/vroeger/), [de lijst](/nieuws/soort/feest/) en
[de dag](/kalender/inschrijven.ics).
-- content/bronnen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/bronnen/gids.yaml --
titel: Gids van de stad
publiceren_tot: 2027-03-31
-- content/kalender/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/kalender/inschrijven.yaml --
titel: Inschrijven
datum: 2027-01-10
publiceren_tot: 2027-01-15
)";

bool is_published_between(Date day, std::string_view first, std::string_view last) {
  return *read_date(first) <= day && day <= *read_date(last);
}

}  // namespace

TEST_CASE("a site is published on each of 400 days, whatever comes and goes, and never shows what is not there",
          "[content]") {
  const Date begin{2026, 11, 1};
  // Each day is a build; under a sanitizer, which looks for other faults, one in nine does.
  constexpr int step = is_under_address_sanitizer ? 9 : 1;
  for (int passed = 0; passed < 400; passed += step) {
    const Date day = days_after(begin, passed);
    CAPTURE(iso_date(day));
    SiteUnderTest site(town);
    site.with_today(iso_date(day));
    REQUIRE(site.is_published());
    const bool has_party = is_published_between(day, "2026-12-01", "2027-01-31");
    REQUIRE(site.has_file("nieuws/feest/index.html") == has_party);
    REQUIRE(site.has_file("vroeger/index.html") == has_party);
    REQUIRE(site.has_file("nieuws/soort/feest/index.html") == has_party);
    REQUIRE(site.has_file("nieuws/werk/index.html") == is_published_between(day, "2026-11-01", "2027-06-30"));
    // The words of the links stay; the links are there only with their pages.
    const std::string page = site.file("over/index.html");
    REQUIRE(site.text("/over/").find("Lees over het feest, ook oud, heel oud, de lijst en de dag.") !=
            std::string::npos);
    REQUIRE((page.find("href=\"/nieuws/feest/\"") != std::string::npos) == has_party);
    REQUIRE((page.find("Het feest</a>") != std::string::npos) == has_party);
    REQUIRE(site.text("/over/").find("Gids van de stad") != std::string::npos);
    if (has_party) continue;
    for (const auto& [path, bytes] : site.files()) {
      CAPTURE(path);
      REQUIRE(bytes.find("Zomerfeest") == std::string::npos);
      REQUIRE(bytes.find("/nieuws/feest/") == std::string::npos);
    }
  }
}

TEST_CASE("what leads to a page that is not published is a warning that names the file, the reason and the day",
          "[content]") {
  SiteUnderTest site(town);
  site.with_today("2027-02-01");
  REQUIRE(site.is_published());
  CHECK(
      site.messages() ==
      "site.yaml:16:3: waarschuwing: '/nieuws/feest/' is nu niet op de site: 'content/nieuws/feest.md' is verlopen "
      "sinds 1 februari 2027. Deze doorverwijzing blijft zolang weg. [doorverwijzing-naar-afwezige-pagina] Laat de "
      "doorverwijzing naar een andere pagina leiden als deze niet (terug)komt.\n"
      "site.yaml:18:31: waarschuwing: '/nieuws/feest/' is nu niet op de site: 'content/nieuws/feest.md' is verlopen "
      "sinds 1 februari 2027. Deze regel blijft zolang weg uit het menu of de lijst. [menu-naar-afwezige-pagina] Haal "
      "de regel weg als de pagina niet (terug)komt.\n"
      "content/paginas/over.md:3:11: waarschuwing: 'feest' is nu niet op de site: 'content/nieuws/feest.md' is "
      "verlopen "
      "sinds 1 februari 2027. Deze verwijzing blijft zolang weg. [verwijzing-naar-achtergehouden] Haal de verwijzing "
      "weg als de pagina niet (terug)komt.\n"
      "content/paginas/over.md:6:23: waarschuwing: '/nieuws/feest/' is nu niet op de site: 'content/nieuws/feest.md' "
      "is "
      "verlopen sinds 1 februari 2027. De woorden van de link blijven staan, zonder link. "
      "[link-naar-afwezige-pagina] Haal de link weg als de pagina niet (terug)komt.\n"
      "content/paginas/over.md:6:30: waarschuwing: '/feest/' is nu niet op de site: 'content/nieuws/feest.md' is "
      "verlopen sinds 1 februari 2027. De woorden van de link blijven staan, zonder link. "
      "[link-naar-afwezige-pagina] Haal de link weg als de pagina niet (terug)komt.\n"
      "content/paginas/over.md:6:71: waarschuwing: '/vroeger/' is nu niet op de site: 'content/nieuws/feest.md' is "
      "verlopen sinds 1 februari 2027. De woorden van de link blijven staan, zonder link. "
      "[link-naar-afwezige-pagina] Haal de link weg als de pagina niet (terug)komt.\n"
      "content/paginas/over.md:6:94: waarschuwing: '/nieuws/soort/feest/' is nu niet op de site: er is te weinig voor "
      "'Soort: Feest'. De woorden van de link blijven staan, zonder link. [link-naar-afwezige-pagina] Haal de link "
      "weg als de pagina niet (terug)komt.\n"
      "content/paginas/over.md:7:10: waarschuwing: '/kalender/inschrijven.ics' is nu niet op de site: "
      "'content/kalender/inschrijven.yaml' is verlopen sinds 16 januari 2027. De woorden van de link blijven staan, "
      "zonder link. [link-naar-afwezige-pagina] Haal de link weg als de pagina niet (terug)komt.\n");
}

TEST_CASE("two weeks before a page leaves, the build names its file and each link to it", "[content]") {
  SiteUnderTest site(town);
  site.with_today("2027-01-17");
  REQUIRE(site.is_published());
  REQUIRE(site.summary().leaving.size() == 1);
  CHECK(iso_date(site.summary().leaving.front().last_day) == "2027-01-31");
  CHECK(
      site.messages().find("content/paginas/over.md:6:23: opmerking: '/nieuws/feest/' verdwijnt na 31 januari 2027") !=
      std::string::npos);
  SiteUnderTest earlier(town);
  earlier.with_today("2027-01-16");
  REQUIRE(earlier.is_published());
  CHECK(earlier.summary().leaving.empty());
}

TEST_CASE("a preview shows what is not published, marked, and asks robots to stay away", "[content]") {
  SiteUnderTest site(town);
  site.with_today("2027-02-01").with_drafts();
  REQUIRE(site.is_published());
  CHECK(site.text("/nieuws/feest/").find("Klad: is verlopen sinds 1 februari 2027") != std::string::npos);
  CHECK(site.text("/over/").find("Klad:") == std::string::npos);
  CHECK(site.file("over/index.html").find("content=\"noindex\"") != std::string::npos);
  CHECK(site.file("robots.txt") == "User-agent: *\nDisallow: /\n");
  CHECK(site.file("sitemap.xml").find("/nieuws/feest/") == std::string::npos);
  CHECK(site.file("sitemap.xml").find("/nieuws/blijft/") != std::string::npos);
  CHECK(site.has_file("klad.txt"));
}

TEST_CASE("a draft that is not finished holds nothing up, and one line says what it lacks", "[content]") {
  SiteUnderTest site(R"(
-- schoolprofiles/_schema.yaml --
fields:
  - {id: naam, type: text, role: title, required: true, label: {nl: Naam}}
  - {id: adresregel, type: text, required: true, label: {nl: Adres}}
  - {id: soort, type: choice, required: true, label: {nl: Soort}, options: [{id: vo, label: {nl: Vo}}]}
  - {id: buur, type: reference, to: schoolprofiles, label: {nl: Buur}}
-- schoolprofiles/af.yaml --
naam: Af
adresregel: Straat 1
soort: vo
-- schoolprofiles/klad.yaml --
klad: ja
naam: De Brug
soort: vvo
buur: aff
adresregel:
)");
  CHECK(site.is_published());
  CHECK_FALSE(site.has_file("schoolprofiles/klad/index.html"));
  CHECK(
      site.messages() ==
      "schoolprofiles/klad.yaml:1:7: opmerking: Dit klad mist nog: adresregel. [klad-mist] Een klad houdt niets tegen. "
      "Vul dit in voordat u 'klad: ja' weghaalt.\n"
      "schoolprofiles/klad.yaml:3:8: waarschuwing: 'vvo' is geen keuze voor 'soort'. [onbekende-keuze] bedoelde u "
      "'vo'? Kies uit vo. Niet bekend? Laat het veld weg.\n"
      "schoolprofiles/klad.yaml:4:7: waarschuwing: 'aff' bestaat niet in 'schoolprofiles'. [verwijzing-naar-niets] "
      "bedoelde u 'af'? Schrijf de naam van een bestand uit de map 'schoolprofiles', zonder .md of .yaml erachter.\n");
}

TEST_CASE("a draft whose YAML or text has mistakes holds nothing up either", "[content]") {
  SiteUnderTest site(R"(
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/paginas/over.md --
---
titel: Over
---
Tekst.
-- content/paginas/half.md --
---
klad: ja
titel: "Half
---
Tekst.
-- content/paginas/links.md --
---
titel: Links
klad: ja
---
Zie [dit](/paginas/ovr/) en [dat](/paginas/over/) en [mij](#hier).
)");
  CHECK(site.is_published());
  const std::string messages = site.messages();
  CHECK(messages.find("half.md:3:8: waarschuwing: ") != std::string::npos);
  CHECK(messages.find("links.md:5:11: waarschuwing: Het adres '/paginas/ovr/' bestaat niet op deze site.") !=
        std::string::npos);
  CHECK(messages.find("#hier") == std::string::npos);
  CHECK(messages.find("/paginas/over/' ") == std::string::npos);
}

TEST_CASE("a topic page that too few schools give reason for is a warning where it is linked", "[content]") {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  scholen:
    map: schoolprofiles
    adres: "/scholen/{id}/"
    sjabloon: pagina
    onderwerpen:
      - {adres: "/hulp/{onderwerp}/", titel: "{onderwerp}", samenvatting: "{onderwerp}", minstens: 2, sjabloon: lijst}
  paginas: {map: content/paginas, adres: "/{id}/", sjabloon: pagina}
-- schoolprofiles/_schema.yaml --
groups: [{id: hulp, label: {nl: Hulp}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: rolstoel_lift, type: claim, compare: true, group: hulp, label: {nl: Lift}}
-- schoolprofiles/een.yaml --
naam: Een
bronnen: {site: {soort: website, url: "https://een.example/"}}
rolstoel_lift: {status: ja, bron: site, peildatum: 2026, toelichting: Er is een lift.}
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/paginas/over.md --
---
titel: Over
---
Zie [scholen met een lift](/hulp/rolstoel-lift/).
)");
  CHECK(site.is_published());
  CHECK(
      site.messages().find("'/hulp/rolstoel-lift/' is nu niet op de site: er is te weinig voor 'Lift' (1 van de 2 die "
                           "nodig zijn).") != std::string::npos);
  CHECK(site.file("over/index.html").find("/hulp/") == std::string::npos);
}

}  // namespace wegwijs
