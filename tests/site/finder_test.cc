// By what a list can be narrowed, with the counts that the page starts with, and what stands on every card for the
// script.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

std::string region(std::string_view schools) {
  return std::string(R"(
-- site.yaml --
titel: Proef
verzamelingen:
  scholen:
    map: scholen
    adres: /scholen/{id}/
    vragen: {adres: /vragen/, titel: Vragen}
    lijsten: [{adres: /scholen/, titel: Scholen, sjabloon: kiezen, kiezen: {onderwerpen_vanaf: 2}}]
    vergelijkingen:
      - adres: /vergelijken/{groep}/{niveaus}/
        titel: "{groep}, {niveaus}"
        sjabloon: pagina-leeg
        buren: gebied
        overzicht: {adres: /vergelijken/, titel: Vergelijken, sjabloon: pagina-leeg}
    sjabloon: school
-- scholen/_schema.yaml --
option_lists:
  niveaus: [{id: havo, label: {nl: Havo}}, {id: vwo, label: {nl: Vwo}}, {id: vmbo, label: {nl: Vmbo}}]
  gebied: [{id: noord, label: {nl: Noord}}, {id: zuid, label: {nl: Zuid}}]
groups: [{id: hulp, label: {nl: Hulp}}, {id: gebouw, label: {nl: Het gebouw}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: korte_naam, type: text, label: {nl: Korte naam}}
  - {id: niveaus, type: choices, options: niveaus, facet: true, label: {nl: Niveaus}}
  - {id: gebied, type: choice, options: gebied, facet: true, label: {nl: Gebied}, plain: {nl: Deel van de stad}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: bron, type: source, role: default_source, label: {nl: Bron}}
  - {id: dyslexie, type: claim, group: hulp, compare: true, label: {nl: Dyslexie}, question: {nl: "Helpt u bij dyslexie?"}}
  - {id: lwo, type: claim, group: hulp, compare: true, label: {nl: Lwo}, applies_to: {field: niveaus, any_of: [vmbo]}}
  - {id: lift, type: claim, group: gebouw, compare: true, label: {nl: Lift}, plain: {nl: Een lift}}
-- thema:/pagina-leeg.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title></html>
-- thema:/kiezen.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
{{#listing.finder}}{{#choices}}<p>{{plain}}{{#limits_claims}} beperkt{{/limits_claims}}: {{#options}}{{id}} {{count}}, {{/options}}onbekend {{not_looked_at}}</p>{{/choices}}
{{#claim_groups}}<h2>{{label}}</h2>{{#rows}}<p>{{plain}} {{count}}</p>{{/rows}}{{/claim_groups}}{{answers}}{{/listing.finder}}
{{#listing.groups}}{{#entries}}<p>{{id}} / {{finder_choices}} / {{finder_claims}}</p>{{/entries}}{{/listing.groups}}
{{#shortlist}}<a href="{{comparison_address}}">a</a><a href="{{questions_address}}">b</a><a href="{{finder_address}}">{{entry_address}}</a>{{/shortlist}}</html>
-- thema:/vragen.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>{{#question_groups}}<h2>{{plain}} {{count}}</h2>{{#rows}}<p>{{plain}}: {{question}}</p>{{/rows}}{{/question_groups}}</html>
-- thema:/school.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
{{#neighbours}}{{#entries}}<b>{{short_name}}</b> {{/entries}}{{differing_count}} van {{row_count}}
{{#rows}}<h2>{{plain}}</h2>{{#cells}}<p>{{#claims}}{{status_label}} ({{date}}){{/claims}}{{^claims}}{{#applies}}niet nagekeken{{/applies}}{{^applies}}n.v.t.{{/applies}}{{/claims}}</p>{{/cells}}{{/rows}}stil {{silent_count}}{{/neighbours}}</html>
)") + std::string(schools);
}

constexpr std::string_view five_schools = R"(
-- scholen/a.yaml --
naam: A
korte_naam: Aa
niveaus: [havo, vwo]
gebied: noord
bronnen: {gids: {titel: Gids}}
bron: gids
dyslexie: [{status: ja, voor: {niveaus: [havo], leerjaren: [1]}, peildatum: 2019}, {status: nee, toelichting: Niet meer., voor: {niveaus: [havo]}}]
lift: [{status: nee, toelichting: Alleen trappen.}]
-- scholen/b.yaml --
naam: B
niveaus: [vmbo]
gebied: noord
bronnen: {gids: {titel: Gids}}
bron: gids
dyslexie: [{status: deels, toelichting: Soms.}]
lift: ja
-- scholen/c.yaml --
naam: C
niveaus: [vwo]
-- scholen/d.yaml --
naam: D
niveaus: [vwo, vmbo]
gebied: noord
bronnen: {gids: {titel: Gids}}
bron: gids
lwo: ja
-- scholen/e.yaml --
naam: E
niveaus: [havo]
gebied: zuid
)";

}  // namespace

TEST_CASE("a list can be narrowed by every option, also by one that nobody has, and by what was not looked at",
          "[finder]") {
  SiteUnderTest site{region(five_schools)};
  CHECK(site.messages().empty());
  const std::string text = site.text("/scholen/");
  CHECK(text.find("Niveaus beperkt: havo 2, vwo 3, vmbo 2, onbekend 0") != std::string::npos);
  CHECK(text.find("Deel van de stad: noord 3, zuid 1, onbekend 1") != std::string::npos);
}

TEST_CASE("a kind of support can be chosen from so many schools that state it; 'nee' is no statement of it",
          "[finder]") {
  SiteUnderTest site{region(five_schools)};
  // Dyslexie at A and B. The lift is stated by B only, lwo by D only.
  CHECK(site.text("/scholen/").find("Hulp Dyslexie 2 stated denied open excluded a /") != std::string::npos);
}

TEST_CASE("a card holds for whom a claim counts, that its sources differ and that it is old; silence stands nowhere",
          "[finder]") {
  SiteUnderTest site{region(five_schools)};
  const std::string text = site.text("/scholen/");
  CHECK(text.find("/ stated: dyslexie:ja:havo:voj dyslexie:nee:havo:v open:") != std::string::npos);
  CHECK(text.find("/ stated: dyslexie:deels c / niveaus:vwo / d /") != std::string::npos);
}

TEST_CASE("pages of a collection that is compared say where the reader takes the list", "[finder]") {
  SiteUnderTest site{region(five_schools)};
  CHECK(site.file("scholen/index.html")
            .find(R"(<a href="/vergelijken/">a</a><a href="/vragen/">b</a><a href="/scholen/">/scholen/{id}/</a>)") !=
        std::string::npos);
}

TEST_CASE("beside an entry stand those with a shared level in the same area, the best known first", "[finder]") {
  SiteUnderTest site{region(five_schools)};
  // A shares vwo with D; B is in the same area with another level; C has no area; E lies elsewhere.
  CHECK(site.text("/scholen/a/") ==
        "A Aa D 0 van 3 Dyslexie Ja (2019)Nee (datum onbekend) niet nagekeken Lwo n.v.t. Ja (datum onbekend) "
        "Een lift Nee (datum onbekend) niet nagekeken stil 0");
  CHECK(site.text("/scholen/c/") == "C");
  CHECK(site.text("/scholen/e/") == "E");
}

TEST_CASE("at most three stand beside an entry, and each of them has something to compare where it can", "[finder]") {
  std::string schools;
  for (int number = 1; number <= 6; ++number) {
    const std::string name = "s" + std::to_string(number);
    schools += "-- scholen/" + name + ".yaml --\nnaam: " + name + "\nniveaus: [havo]\ngebied: zuid\n";
    if (number > 4) schools += "bronnen: {g: {titel: G}}\nbron: g\ndyslexie: ja\n";
  }
  SiteUnderTest site{region(schools)};
  CHECK(site.text("/scholen/s1/").find("s1 s5 s6 s2 0 van 1") != std::string::npos);
  CHECK(site.text("/scholen/s5/").find("s5 s6 s1 s2 0 van 1") != std::string::npos);
}

TEST_CASE("what is unknown differs from nothing: a difference needs two known answers", "[finder]") {
  const auto beside = [](const std::string& left, const std::string& right) {
    std::string schools;
    for (const auto& [name, answer] : {std::pair("s1", left), std::pair("s2", right)}) {
      schools += std::string("-- scholen/") + name + ".yaml --\nnaam: " + name +
                 "\nniveaus: [havo]\ngebied: zuid\nbronnen: {g: {titel: G}}\n" + answer;
    }
    return SiteUnderTest{region(schools)}.text("/scholen/s1/");
  };
  const std::string yes = "dyslexie: {status: ja, bron: g, toelichting: Uitleg.}\n";
  const std::string no = "dyslexie: {status: nee, bron: g, toelichting: Uitleg.}\n";
  const std::string silent = "dyslexie: {status: niet_vermeld, bron: g, gecontroleerd: {op: 2026-10-01, door: swv}}\n";
  CHECK(beside(yes, no).find("s1 s2 1 van 1") != std::string::npos);
  CHECK(beside(yes, yes).find("s1 s2 0 van 1") != std::string::npos);
  CHECK(beside(yes, silent).find("s1 s2 0 van 1") != std::string::npos);
  CHECK(beside(yes, "").find("s1 s2 0 van 1") != std::string::npos);
}

TEST_CASE("the page with questions has every topic of the comparison with its question", "[finder]") {
  SiteUnderTest site{region(five_schools)};
  CHECK(site.text("/vragen/") == "Vragen Hulp 2 Dyslexie: Helpt u bij dyslexie? Lwo: Het gebouw 1 Een lift:");
}

TEST_CASE("without a number every topic of which a source says anything can be chosen, with what is unknown apart",
          "[finder]") {
  std::string sources = region(five_schools);
  const auto put = [&](std::string_view old, std::string_view now) {
    sources.replace(sources.find(old), old.size(), now);
  };
  put("kiezen: {onderwerpen_vanaf: 2}", "kiezen: {afstand: postcode, postcodes: \"/bestanden/p/{cijfer}.csv\"}");
  put("{{#rows}}<p>{{plain}} {{count}}</p>{{/rows}}", "{{#rows}}<p>{{plain}} {{count}}/{{open_count}}</p>{{/rows}}");
  put("{{/claim_groups}}{{answers}}{{/listing.finder}}", "{{/claim_groups}}{{places}}{{/listing.finder}}");
  put("<p>{{id}} / {{finder_choices}}", "<p>{{id}} op {{finder_place}} / {{finder_choices}}");
  put("  - {id: dyslexie,", "  - {id: postcode, type: text, label: {nl: Postcode}}\n  - {id: dyslexie,");
  put("naam: A\n", "naam: A\npostcode: 1103 AB\n");
  put("naam: E\n",
      "naam: E\nbronnen: {gids: {titel: Gids}}\nbron: gids\n"
      "dyslexie: [{status: niet_vermeld, gecontroleerd: {op: 2026-08-31, door: swv}}]\n"
      "lift: [{status: niet_vermeld, gecontroleerd: {op: 2026-08-31, door: swv}}]\n");
  SiteUnderTest site{sources + "-- content/bestanden/p/1.csv --\npostcode;x;y\n1103;1;2\n"};
  CHECK(site.messages() == "");
  // Nobody looked at dyslexia at C and D, and the source of E is silent on it, which is no answer either. The lift is
  // at B, not at A; lwo applies to B and D only.
  const std::string text = site.text("/scholen/");
  CHECK(text.find("Hulp Dyslexie 2/3 Lwo 1/1 Het gebouw Een lift 1/3 /bestanden/p/{cijfer}.csv") != std::string::npos);
  CHECK(text.find("a op 1103 / niveaus:havo") != std::string::npos);
  CHECK(text.find("b op / niveaus:vmbo") != std::string::npos);
}

TEST_CASE("a comparison counts schools, not what they say: two statements of one school are one school", "[finder]") {
  std::string sources = region(five_schools);
  const auto put = [&](std::string_view old, std::string_view now) {
    sources.replace(sources.find(old), old.size(), now);
  };
  put("lift: [{status: nee, toelichting: Alleen trappen.}]",
      "lift: [{status: ja, voor: {leerjaren: [1]}}, {status: ja, voor: {leerjaren: [2]}}]");
  put(R"(<html lang="{{lang}}"><title>{{title}}</title></html>)",
      R"(<html lang="{{lang}}"><title>{{title}}</title>{{#comparison.rows}}{{plain}}{{#statuses}} {{status_label}} {{count}}{{/statuses}}{{/comparison.rows}}</html>)");
  put("        sjabloon: pagina-leeg\n", "        sjabloon: vergelijking\n");
  put("-- thema:/pagina-leeg.mustache --", "-- thema:/vergelijking.mustache --");
  put("-- thema:/kiezen.mustache --",
      "-- thema:/pagina-leeg.mustache --\n<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title></html>\n"
      "-- thema:/kiezen.mustache --");
  SiteUnderTest site{sources};
  CHECK(site.text("/vergelijken/gebouw/havo/").find("Een lift Ja 1") != std::string::npos);
}

TEST_CASE("a card holds what the build makes of the claims: by row, and by level where the answer is another one",
          "[finder]") {
  SiteUnderTest site{region(five_schools)};
  const std::string text = site.text("/scholen/");
  // At A one source says yes and one no for havo: it is there. For vwo none says anything. The lift can be chosen only
  // when two schools state it.
  CHECK(text.find("a / niveaus:havo niveaus:vwo gebied:noord / stated: dyslexie:ja:havo:voj dyslexie:nee:havo:v "
                  "open: dyslexie@vwo b /") != std::string::npos);
  CHECK(text.find("b / niveaus:vmbo gebied:noord / stated: dyslexie:deels c /") != std::string::npos);
}

TEST_CASE("an unread or silent source never says no, and a row is closed to the levels that it is not for",
          "[finder]") {
  std::string sources = region(R"(
-- scholen/a.yaml --
naam: A
niveaus: [vwo, vmbo]
bronnen: {gids: {titel: Gids}}
bron: gids
dyslexie: ja
lwo: ja
lift: {status: niet_vermeld, gecontroleerd: {op: 2026-10-01, door: swv}}
-- scholen/b.yaml --
naam: B
niveaus: [vwo]
bronnen: {gids: {titel: Gids}}
bron: gids
lift: ja
dyslexie: {status: in_ontwikkeling, toelichting: Komt.}
)");
  sources.replace(sources.find("kiezen: {onderwerpen_vanaf: 2}"), 30, "kiezen: {onderwerpen_vanaf: 1}");
  SiteUnderTest site{sources};
  CHECK(site.messages().empty());
  const std::string text = site.text("/scholen/");
  CHECK(
      text.find(
          "a / niveaus:vwo niveaus:vmbo / stated: dyslexie:ja lwo:ja open: lift:niet_vermeld excluded: lwo@vwo b /") !=
      std::string::npos);
  CHECK(text.find("b / niveaus:vwo / stated: lift:ja denied: dyslexie:in_ontwikkeling excluded: lwo") !=
        std::string::npos);
}

TEST_CASE("how much is known is told by topic and level and by area and level, and as a table", "[finder]") {
  std::string sources = region(five_schools);
  const auto put = [&](std::string_view old, std::string_view now) {
    sources.replace(sources.find(old), old.size(), now);
  };
  put("    lijsten: [", "    open_data: /data/\n    lijsten: [{adres: /vol/, titel: Vol, sjabloon: dekking}, ");
  put("        buren: gebied\n", "        buren: gebied\n        opdelen: gebied\n");
  put("-- thema:/pagina-leeg.mustache --", R"(-- thema:/dekking.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>{{#listing.coverage}}
{{#columns}}<b>{{text}} ({{count}})</b> {{/columns}}
{{#topics}}<p>{{text}}{{#cells}}, {{known}}/{{all}}{{/cells}}</p>{{/topics}}
{{#areas}}<p>{{#text}}{{text}}{{/text}}{{^text}}zonder{{/text}}{{#cells}}, {{known}}/{{all}}{{/cells}}</p>{{/areas}}{{/listing.coverage}}</html>
-- thema:/pagina-leeg.mustache --)");
  SiteUnderTest site{sources};
  CHECK(site.messages().empty());
  CHECK(
      site.text("/vol/") ==
      "Vol Havo (2) Vwo (3) Vmbo (2) Dyslexie, 2/5, 1/2, 1/3, 1/2 Lwo, 1/2, 0/0, 1/1, 1/2 Een lift, 2/5, 1/2, 1/3, 1/2 "
      "Noord, 5/8, 2/2, 3/5, 3/6 Zuid, 0/2, 0/2, 0/0, 0/0 zonder, 0/2, 0/0, 0/2, 0/0");
  const std::string table = site.file("data/scholen-dekking.csv");
  CHECK(table.find("onderwerp,niveau,deel,bekend,totaal\r\ndyslexie,,,2,5\r\n") == 0);
  CHECK(table.find("\r\nlwo,vmbo,noord,1,2\r\n") != std::string::npos);
  CHECK(table.find("\r\nlift,vwo,-,0,1\r\n") != std::string::npos);
}

TEST_CASE("an entry tells the first day to come, its number, and that the number is shared", "[finder]") {
  constexpr std::string_view town = R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
deuren: [{titel: Uw kind, links: [{tekst: Bekijk A, adres: /scholen/a/}]}]
verzamelingen:
  scholen:
    map: scholen
    adres: /scholen/{id}/
    sjabloon: school
    lijsten: [{adres: /scholen/, titel: Scholen, sjabloon: kaarten}]
  dagen: {map: dagen, agenda: /dagen/}
-- scholen/_schema.yaml --
groups: [{id: hulp, label: {nl: Hulp}}, {id: gebouw, label: {nl: Gebouw}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: telefoon, type: phone, label: {nl: Telefoon}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: bron, type: source, role: default_source, label: {nl: Bron}}
  - {id: dyslexie, type: claim, group: hulp, label: {nl: Dyslexie}}
  - {id: lift, type: claim, group: gebouw, label: {nl: Lift}}
  - {id: hal, type: claim, group: gebouw, label: {nl: Hal}}
-- scholen/a.yaml --
naam: A
telefoon: 020 123 4567
bronnen: {g: {titel: G}}
bron: g
lift: ja
hal: ja
dyslexie: ja
-- scholen/b.yaml --
naam: B
telefoon: 020 1234567
-- scholen/c.yaml --
naam: C
-- dagen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: datum, type: date, role: date, label: {nl: Datum}}
  - {id: school, type: reference, to: scholen, role: shown_at, label: {nl: School}}
-- dagen/een.yaml --
titel: Voorbij
datum: 2026-10-01
school: a
-- dagen/twee.yaml --
titel: Open avond
datum: 2027-02-01
school: a
-- dagen/drie.yaml --
titel: Open dag
datum: 2027-01-15
school: a
-- thema:/school.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>{{#entry}}{{#most_known}}<b>{{text}} {{count}}</b> {{/most_known}}{{#visit}}{{day}}, {{title}}; {{phone}}{{#is_shared_phone}} gedeeld{{/is_shared_phone}}{{/visit}}{{^visit}}niets{{/visit}}{{/entry}}{{#doors}}<p>{{text}}{{#links}}: {{text}} {{address}}{{/links}}</p>{{/doors}}</html>
-- thema:/kaarten.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>{{#listing.groups}}{{#entries}}<p>{{id}}{{#visit}} {{iso}} {{phone}}{{/visit}}</p>{{/entries}}{{/listing.groups}}</html>
)";
  SiteUnderTest site{town};
  site.with_today("2026-11-28");
  CHECK(site.text("/scholen/a/") ==
        "A Gebouw 2 Hulp 1 vrijdag 15 januari 2027, Open dag; 020 123 4567 gedeeld Uw kind: Bekijk A /scholen/a/");
  CHECK(site.text("/scholen/b/") == "B , ; 020 1234567 gedeeld Uw kind: Bekijk A /scholen/a/");
  CHECK(site.text("/scholen/c/") == "C niets Uw kind: Bekijk A /scholen/a/");
  CHECK(site.text("/scholen/") == "Scholen a 2027-01-15 020 123 4567 b 020 1234567 c");
}

TEST_CASE("choices of a list from no school on are an error at their place", "[finder]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Proef
verzamelingen: {scholen: {map: scholen, adres: "/{id}/", lijsten: [{adres: /x/, titel: X, kiezen: {onderwerpen_vanaf: 0}}]}}
-- scholen/_schema.yaml --
fields: [{id: naam, type: text, role: title, label: {nl: Naam}}]
)"};
  CHECK(site.messages() ==
        "site.yaml:2:119: fout: '0' is geen goede waarde voor 'onderwerpen_vanaf': hier hoort een getal vanaf 1. "
        "[instelling-verkeerd]\n");
}

TEST_CASE("a distance that is reckoned from a field that is not there is told, with the field that was meant",
          "[finder]") {
  std::string site = region("-- scholen/a.yaml --\nnaam: A\nniveaus: [havo]\n");
  const std::string rule = "kiezen: {onderwerpen_vanaf: 2}";
  site.replace(site.find(rule), rule.size(), "kiezen: {afstand: korte_nam}");
  CHECK(SiteUnderTest(site).messages().find("fout: 'korte_nam' is geen veld met één regel tekst van deze verzameling. "
                                            "[lijst-onbekend] bedoelde u 'korte_naam'?") != std::string::npos);
}

TEST_CASE("a postcode of which nothing says where it lies is told at its entry", "[finder]") {
  const auto messages_with = [](const std::string& postcode) {
    std::string site = region("-- scholen/a.yaml --\nnaam: A\nkorte_naam: \"" + postcode + "\"\nniveaus: [havo]\n");
    const std::string rule = "kiezen: {onderwerpen_vanaf: 2}";
    site.replace(site.find(rule), rule.size(),
                 "kiezen: {afstand: korte_naam, postcodes: \"/bestanden/plaats/{cijfer}.csv\"}");
    site += "-- content/bestanden/plaats/1.csv --\npostcode4,breedte,lengte\n1103,52.31,4.96\r\n1104,52.32,4.97";
    return SiteUnderTest(site).messages();
  };
  CHECK(messages_with("1103 AB").empty());
  CHECK(messages_with("1104").empty());
  for (const char* unknown : {"1999 ZZ", "0017 RV", "2103 AB", "110 3AB", "1103AB"}) {
    CAPTURE(unknown);
    CHECK(messages_with(unknown).find("scholen/a.yaml:2:13: waarschuwing: Waar de postcode '" + std::string(unknown) +
                                      "' ligt, staat niet in '/bestanden/plaats/{cijfer}.csv'") != std::string::npos);
  }
}

TEST_CASE("postcodes whose files are not there are told at their setting", "[finder]") {
  const auto messages_with = [](const std::string& pattern) {
    std::string site = region("-- scholen/a.yaml --\nnaam: A\nkorte_naam: \"1103 AB\"\nniveaus: [havo]\n");
    const std::string rule = "kiezen: {onderwerpen_vanaf: 2}";
    site.replace(site.find(rule), rule.size(), "kiezen: {afstand: korte_naam, postcodes: \"" + pattern + "\"}");
    site += "-- content/bestanden/plaats/1.csv --\npostcode;x;y\n1103;1;2\n";
    return SiteUnderTest(site).messages();
  };
  CHECK(messages_with("/bestanden/plaats/{cijfer}.csv").find("bestand-ontbreekt") == std::string::npos);
  CHECK(messages_with("/bestanden/plaats/{cijfer}.cvs")
            .find("Het bestand '/bestanden/plaats/{cijfer}.cvs' is er niet. "
                  "[bestand-ontbreekt] bedoelde u "
                  "'/bestanden/plaats/{cijfer}.csv'?") != std::string::npos);
  CHECK(messages_with("/bestanden/plaats.csv").find("bestand-ontbreekt") != std::string::npos);
}
