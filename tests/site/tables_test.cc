#include <catch2/catch.hpp>

#include "site_under_test.h"

namespace wegwijs {
namespace {

/// A site with one collection of tables; its theme is that of the tests, with a chart as plain as can be.
constexpr std::string_view frame = R"(
-- content/tabellen/_schema.yaml --
groups: [{id: tabel, label: Tabel}]
fields:
  - {id: titel, type: text, role: title, required: true, label: Titel}
  - {id: tabel, type: table, required: true, group: tabel, label: Tabel}
-- thema:/veld-tabel.mustache --
{{#table}}<table><caption>{{title}}{{#unit}} in {{unit}}{{/unit}}</caption>
<tr>{{#columns}}<th>{{title}}{{#unit}} ({{unit}}){{/unit}}</th>{{/columns}}</tr>
{{#rows}}<tr>{{#cells}}{{#is_header}}<th>{{text}}</th>{{/is_header}}{{^is_header}}<td>[{{text}}]</td>{{/is_header}}{{/cells}}</tr>{{/rows}}</table>
{{#chart}}<p>{{title}} {{column}} {{whole}}:</p>{{#rows}}<p>{{name}}</p>{{#bars}}<p>{{label}} <svg><rect width="{{width}}"/></svg> {{amount}} {{share}};</p>{{/bars}}{{/rows}}
<p>{{#sentences}}{{name}} {{from.amount}}{{#to}} tot {{amount}}{{/to}}.{{/sentences}}</p>{{/chart}}{{/table}}
)";

std::string site_with(std::string_view files) {
  return std::string(frame) + std::string(files);
}

constexpr std::string_view help_for_pupils = R"(
-- content/tabellen/hulp.yaml --
titel: Hulp aan leerlingen
tabel:
  bestand: hulp.csv
  kolommen:
    - {id: soort, titel: Soort, soort: tekst}
    - {id: y2023, titel: "2023", soort: getal, eenheid: leerlingen}
    - {id: y2024, titel: "2024", soort: getal, eenheid: leerlingen}
  grafiek: {soort: staven, titel: Hulp per jaar}
-- content/tabellen/hulp.csv --
soort,y2023,y2024
LINK,1000,500
"Ziek, thuis",,250
)";

TEST_CASE("a table and next year's report need a data file and a description, and no C++", "[site][tables]") {
  SiteUnderTest site(site_with(help_for_pupils) + R"(
-- content/tabellen/geld.yaml --
titel: Geld in 2025
tabel:
  bestand: geld-2025.csv
  kolommen:
    - {id: post, titel: Post, soort: tekst}
    - {id: bedrag, titel: Bedrag, soort: euro}
    - {id: deel, titel: Deel, soort: procent}
-- content/tabellen/geld-2025.csv --
deel,post,bedrag
68.3,Kleinere klassen,24092919
31.7,Taalles,1567.50
)");
  REQUIRE(site.messages() == "");
  CHECK(site.text("/tabellen/geld/") ==
        "Geld in 2025 Geld in 2025 Tabel Tabel: Geld in 2025 Post Bedrag Deel "
        "Kleinere klassen [€ 24.092.919] [68,3%] Taalles [€ 1.567,50] [31,7%]");
  CHECK(site.file("tabellen/geld/index.html").find("€\u00A024.092.919") != std::string::npos);
}

TEST_CASE("a number that the source does not give is nothing, never zero, in the table and in the chart",
          "[site][tables]") {
  SiteUnderTest site(site_with(help_for_pupils));
  REQUIRE(site.messages() == "");
  CHECK(site.text("/tabellen/hulp/") ==
        "Hulp aan leerlingen Hulp aan leerlingen Tabel Tabel: Hulp aan leerlingen in leerlingen Soort 2023 2024 "
        "LINK [1.000] [500] Ziek, thuis [] [250] "
        "Hulp per jaar : LINK 2023 1.000 ; 2024 500 ; Ziek, thuis 2023 ; 2024 250 ; "
        "LINK 1.000 tot 500.Ziek, thuis 250.");
}

TEST_CASE("the bars of a chart begin at zero and share one scale", "[site][tables]") {
  SiteUnderTest site(site_with(help_for_pupils));
  const std::string page = site.file("tabellen/hulp/index.html");
  std::vector<std::string> widths;
  for (std::size_t at = page.find("width=\""); at != std::string::npos; at = page.find("width=\"", at + 1)) {
    widths.push_back(page.substr(at + 7, page.find('"', at + 7) - at - 7));
  }
  CHECK(widths == std::vector<std::string>{"100.0%", "50.0%", "0.0%", "25.0%"});
}

TEST_CASE("a chart of shares gives each row its part of the sum, which it names", "[site][tables]") {
  SiteUnderTest site(site_with(R"(
-- content/tabellen/hulp.yaml --
titel: Hulp
tabel:
  bestand: hulp.csv
  kolommen: [{id: soort, titel: Soort, soort: tekst}, {id: y2024, titel: "2024", soort: getal}]
  grafiek: {soort: aandelen, titel: Verdeling, rijen: [LINK, Ziek]}
-- content/tabellen/hulp.csv --
soort,y2024
LINK,30.5
Ziek,60
Totaal,90.5
)"));
  REQUIRE(site.messages() == "");
  CHECK_THAT(site.text("/tabellen/hulp/"),
             Catch::Contains("Verdeling 2024 90,5: LINK 30,5 34%; Ziek 60 66%; LINK 30,5.Ziek 60."));
}

TEST_CASE("a chart that would mislead is refused with the reason", "[site][tables]") {
  const auto message_of = [](std::string_view chart, std::string_view rows) {
    SiteUnderTest site(site_with(
        "-- content/tabellen/hulp.yaml --\ntitel: Hulp\ntabel:\n  bestand: hulp.csv\n"
        "  kolommen:\n"
        "    - {id: soort, titel: Soort, soort: tekst}\n"
        "    - {id: leerlingen, titel: Leerlingen, soort: getal, eenheid: leerlingen}\n"
        "    - {id: kosten, titel: Kosten, soort: euro}\n"
        "  grafiek: {titel: Grafiek, " +
        std::string(chart) + "}\n-- content/tabellen/hulp.csv --\nsoort,leerlingen,kosten\n" + std::string(rows)));
    const std::string messages = site.messages();
    const std::size_t begin = messages.find("kan niet: ");
    return begin == std::string::npos ? messages
                                      : messages.substr(begin + 10, messages.find(". [", begin) - begin - 10);
  };
  const std::string_view rows = "LINK,31,10\nZiek,40,20\nSamen,71,30\n";
  CHECK(message_of("soort: staven", rows) == "de kolommen tellen niet in dezelfde eenheid");
  CHECK(message_of("soort: staven, kolommen: [soort]", rows) == "een kolom met tekst heeft geen getallen");
  CHECK(message_of("soort: aandelen, kolommen: [leerlingen]", rows) ==
        "een van de rijen is de som van de andere, dus geen deel van het geheel");
  CHECK(message_of("soort: aandelen", "LINK,31,10\n") == "de kolommen tellen niet in dezelfde eenheid");
  CHECK(message_of("soort: aandelen, kolommen: [kosten]", "LINK,31,0\nZiek,40,0\n") == "alle getallen samen zijn nul");
  CHECK(message_of("soort: aandelen, kolommen: [kosten]", "LINK,31,1\nZiek,40,\n") ==
        "een aandeel zonder getal is er niet");
  CHECK(message_of("soort: staven, kolommen: [kosten]", "LINK,31,-1\n") ==
        "een staaf begint bij nul, en er is een getal onder nul");
  CHECK(message_of("soort: staven, kolommen: [kosten], rijen: [LINK]", "LINK,31,1\nLINK,3,1\n") ==
        "'LINK' staat twee keer in de tabel");
  CHECK(message_of("soort: staven, kolommen: [kosten]", "") == "er is niets te tekenen");
  CHECK(message_of("soort: staven, kolommen: [kosten]", rows) == "");
  CHECK(message_of("soort: aandelen, kolommen: [kosten], rijen: [LINK, Ziek]", rows) == "");
}

TEST_CASE("what is wrong in a data file is told at its line and column there", "[site][tables]") {
  SiteUnderTest site(site_with(R"(
-- content/tabellen/hulp.yaml --
titel: Hulp
tabel:
  bestand: hulp.csv
  kolommen:
    - {id: soort, titel: Soort, soort: tekst}
    - {id: y2024, titel: "2024", soort: getal}
-- content/tabellen/hulp.csv --
soort,y2024
"één, twee",1.234.5
LINK,veel
LINK
)"));
  CHECK(site.messages() ==
        "content/tabellen/hulp.csv:2:13: fout: '1.234.5' is geen getal; de kolom 'y2024' heeft soort 'getal'. "
        "[tabel-geen-getal] Schrijf alleen cijfers, met een punt voor decimalen en zonder punt in duizendtallen: "
        "1234.5. Geeft de bron geen getal? Laat de cel leeg.\n"
        "content/tabellen/hulp.csv:3:6: fout: 'veel' is geen getal; de kolom 'y2024' heeft soort 'getal'. "
        "[tabel-geen-getal] Schrijf alleen cijfers, met een punt voor decimalen en zonder punt in duizendtallen: "
        "1234.5. Geeft de bron geen getal? Laat de cel leeg.\n"
        "content/tabellen/hulp.csv:4:1: fout: Deze regel heeft 1 cel; de eerste regel heeft er 2. "
        "[csv-aantal-cellen] Staat er een komma in een tekst? Zet die tekst tussen \"…\". Een lege cel is niets "
        "tussen twee komma's.\n");
}

TEST_CASE("a data file of a draft is in use, and none is called unused while an entry cannot be read",
          "[site][tables]") {
  const std::string draft = site_with(help_for_pupils) + R"(
-- content/tabellen/klad.yaml --
titel: Klad
klad: ja
tabel: {bestand: klad.csv, kolommen: [{id: a, titel: A, soort: tekst}]}
-- content/tabellen/klad.csv --
a
)";
  CHECK(SiteUnderTest(draft).messages() == "");
  const std::string broken = site_with(help_for_pupils) + R"(
-- content/tabellen/stuk.yaml --
titel: "Stuk
-- content/tabellen/stuk.csv --
a
)";
  CHECK_THAT(SiteUnderTest(broken).messages(), !Catch::Contains("tabel-bestand-ongebruikt"));
}

TEST_CASE("a data file is no text of a collection without tables", "[site][tables]") {
  SiteUnderTest site(R"(
-- content/paginas/_schema.yaml --
fields: [{id: titel, type: text, role: title, label: Titel}]
-- content/paginas/los.csv --
a
)");
  CHECK_THAT(site.messages(), Catch::Contains("[bestand-onverwacht]"));
}

TEST_CASE("a table in a document without a page is shown where the document is named", "[site][tables]") {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Proef
verzamelingen:
  tabellen: {map: content/tabellen}
  paginas: {map: content/paginas, adres: "/{id}/", sjabloon: verslag}
-- content/tabellen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, required: true, label: Titel}
  - {id: tabel, type: table, label: Tabel}
-- content/tabellen/hulp.yaml --
titel: Hulp
tabel: {bestand: hulp.csv, kolommen: [{id: a, titel: Soort, soort: tekst}]}
-- content/tabellen/hulp.csv --
a
LINK
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: Titel}
  - {id: tabellen, type: references, to: tabellen, label: Tabellen}
-- content/paginas/verslag.md --
---
titel: Verslag
tabellen: [hulp]
---
-- thema:/verslag.mustache --
<h1>{{title}}</h1>{{#entry.fields.tabellen.items}}{{#fields.tabel}}{{>veld-tabel}}{{/fields.tabel}}{{/entry.fields.tabellen.items}}
)");
  REQUIRE(site.messages() == "");
  CHECK(site.text("/verslag/") == "Verslag Hulp Soort LINK");
}

}  // namespace
}  // namespace wegwijs
