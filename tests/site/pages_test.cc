#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

constexpr std::string_view page_schema = R"(
-- paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: oude_namen, type: texts, label: {nl: Oude namen}}
)";

std::string pages(std::string_view files) {
  return std::string(page_schema) + std::string(files);
}

std::string page(std::string_view name, std::string_view lines) {
  return "-- paginas/" + std::string(name) + ".md --\n---\n" + std::string(lines) + "---\n";
}

}  // namespace

TEST_CASE("a link to a page that does not exist is an error at the address in the text, with the nearest address",
          "[products]") {
  SiteUnderTest site{
      pages(page("een", "titel: Een\n") + "Zie [twee](/paginas/twe/).\n" + page("twee", "titel: Twee\n"))};
  CHECK_FALSE(site.is_published());
  CHECK(site.messages() ==
        "paginas/een.md:4:12: fout: Het adres '/paginas/twe/' bestaat niet op deze site. [dode-link] bedoelde u "
        "'/paginas/twee/'? "
        "Kijk of het adres goed is getypt, met / aan het begin en aan het eind.\n");
}

TEST_CASE("a link to a place on a page is checked against the headings of that page", "[products]") {
  SiteUnderTest good{pages(page("een", "titel: Een\n") +
                           "[x](/paginas/twee/#wat-is-het) [y](#kop) [z](../twee/)\n\n## Kop\n" +
                           page("twee", "titel: Twee\n") + "## Wat is het?\n")};
  CHECK(good.messages().empty());
  SiteUnderTest bad{pages(page("een", "titel: Een\n") + "[x](/paginas/een/#nergens)\n\n## Kop\n")};
  CHECK(bad.messages() ==
        "paginas/een.md:4:5: fout: De pagina '/paginas/een/' bestaat, maar heeft geen plek '#nergens'. [dood-anker] "
        "Een kop krijgt zijn adres van zijn tekst: 'Hoe vraagt u het aan?' wordt '#hoe-vraagt-u-het-aan'. Plekken op "
        "die pagina: #kop.\n");
}

TEST_CASE("dead links are told in the same run as mistakes in the data", "[products]") {
  SiteUnderTest site{pages(page("een", "titel: Een\nkleur: rood\n") + "[x](/weg/)\n")};
  CHECK(site.messages() ==
        "paginas/een.md:3:1: fout: 'kleur' is geen veld van paginas. [onbekend-veld] Kijk in '_schema.yaml' welke "
        "velden er zijn.\n"
        "paginas/een.md:5:5: fout: Het adres '/weg/' bestaat niet op deze site. [dode-link] Kijk of het adres goed is "
        "getypt, met / "
        "aan het begin en aan het eind.\n");
}

TEST_CASE("an old address leads to the page that has the answer now", "[products]") {
  SiteUnderTest site{pages(page("kovo", "titel: Kovo\noude_adressen: [/tussenvoorziening/]\n"))};
  CHECK(site.messages().empty());
  CHECK(site.file("tussenvoorziening/index.html").find("content=\"0; url=/paginas/kovo/\"") != std::string::npos);
  CHECK(site.file("sitemap.xml").find("tussenvoorziening") == std::string::npos);
}

TEST_CASE("two pages at one address are an error at the second", "[pages]") {
  SiteUnderTest site{pages(page("een", "titel: Een\n") + page("twee", "titel: Twee\nadres: /paginas/een/\n"))};
  CHECK(site.messages() ==
        "paginas/twee.md:1:1: fout: Het adres '/paginas/een/' is al van een andere pagina. [adres-dubbel] Geef een van "
        "de twee "
        "een ander adres. De andere komt van paginas/een.md.\n");
}

TEST_CASE("a draft, a future and an expired page are withheld and told, and shown with drafts on", "[model]") {
  const std::string files =
      pages(page("klad", "titel: Klad\nklad: ja\n") + page("later", "titel: Later\npubliceren_vanaf: 2026-11-24\n") +
            page("nu", "titel: Nu\npubliceren_vanaf: 2026-11-23\npubliceren_tot: 2026-11-23\n") +
            page("weg", "titel: Weg\npubliceren_tot: 2026-11-22\n"));
  SiteUnderTest site{files};
  CHECK(site.has_file("paginas/nu/index.html"));
  for (const char* withheld : {"klad", "later", "weg"})
    CHECK_FALSE(site.has_file("paginas/" + std::string(withheld) + "/index.html"));
  CHECK(site.summary().withheld.size() == 3);
  CHECK(site.file("sitemap.xml").find("klad") == std::string::npos);
  SiteUnderTest with_drafts{files};
  CHECK(with_drafts.with_drafts().has_file("paginas/klad/index.html"));
}

TEST_CASE("the A to Z list has old names in one Dutch alphabet with the titles", "[pages]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Proef
verzamelingen: {paginas: {map: paginas, adres: "/{id}/"}}
lijsten: [{adres: /zoeken/, titel: Alles, verzamelingen: [paginas], indelen: letter}]
)" + pages(page("zebra", "titel: Zebra\n") + page("egel", "titel: Élan\noude_namen: [Ezel, 2e kans]\n") +
           page("index", "titel: Begin\nadres: /\n"))};
  CHECK(site.text("/zoeken/") == "Alles Alles 0–9 2e kans, zie Élan E Élan Ezel, zie Élan Z Zebra");
}

TEST_CASE("a site that stands below the root of its host has that folder before every address", "[products]") {
  SiteUnderTest site{pages(page("een", "titel: Een\noude_adressen: [/oud/]\n") +
                           "[zelf](/paginas/een/) [buiten](https://a.example/)\n")};
  site.with_base_address("https://host.example/wegwijs/");
  CHECK(site.file("paginas/een/index.html")
            .find("<a href=\"/wegwijs/paginas/een/\">zelf</a> <a href=\"https://a.example/\"") != std::string::npos);
  CHECK(site.file("oud/index.html").find("url=/wegwijs/paginas/een/") != std::string::npos);
  CHECK(site.file("sitemap.xml").find("<loc>https://host.example/wegwijs/paginas/een/</loc>") != std::string::npos);
}

TEST_CASE("one thread and seven give the same files, byte for byte", "[pages][threads]") {
  std::string files(page_schema);
  for (int number = 0; number < 300; ++number) {
    const std::string name = "pagina-" + std::to_string(number);
    files += page(name, "titel: Pagina " + std::to_string(number) + "\n") + "## Kop\n\n[volgende](/paginas/pagina-" +
             std::to_string((number + 1) % 300) + "/#kop)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
  }
  SiteUnderTest one{files};
  SiteUnderTest seven{files};
  one.with_threads(1);
  seven.with_threads(7);
  CHECK(one.messages().empty());
  CHECK(one.files() == seven.files());
}

TEST_CASE("a mistake in one template does not hide the mistakes in the texts", "[pages]") {
  SiteUnderTest site{
      pages("-- thema:/pagina.mustache --\n<h1>{{titel}}</h1>\n" + page("een", "titel: Een\nkleur: rood\n"))};
  const std::string messages = site.messages();
  CHECK(messages.find("paginas/een.md:3:1: fout: 'kleur' is geen veld") != std::string::npos);
  CHECK(messages.find("pagina.mustache:1:7: fout: 'titel' is hier geen bekende naam. [sjabloon-onbekende-naam] "
                      "bedoelde u 'title'?") != std::string::npos);
}

TEST_CASE("a broken schema hides only its own collection, and the run says so", "[model]") {
  SiteUnderTest site{pages(page("een", "titel: Een\nkleur: rood\n")) +
                     "-- scholen/_schema.yaml --\nfields: [{id: naam, type: tekst, role: title, label: {nl: "
                     "Naam}}]\n-- scholen/a.yaml --\nfout: ja\n"};
  const std::string messages = site.messages();
  CHECK(messages.find("paginas/een.md:3:1: fout: 'kleur' is geen veld") != std::string::npos);
  CHECK(messages.find("scholen/_schema.yaml:1:27: fout: 'tekst' is geen soort veld. [schema-onbekend-woord] Mogelijk "
                      "zijn: text, ") != std::string::npos);
  CHECK(messages.find("De bestanden in 'scholen' (1) zijn nog niet nagekeken") != std::string::npos);
}

TEST_CASE("two schools with one register code are an error at the second file", "[model]") {
  SiteUnderTest site{R"(
-- scholen/_schema.yaml --
unique: [[brin, vestiging]]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: brin, type: text, pattern: 99AA, label: {nl: Brin}}
  - {id: vestiging, type: text, pattern: "99", label: {nl: Vestiging}}
-- scholen/a.yaml --
naam: Zwaan
brin: 21AB
vestiging: "00"
-- scholen/b.yaml --
naam: Aap
brin: 21AB
vestiging: "00"
-- scholen/c.yaml --
naam: Noot
brin: 21AB
vestiging: "01"
)"};
  CHECK(site.messages() ==
        "scholen/b.yaml:2:7: fout: De waarde '21AB-00' van 'brin + vestiging' staat ook bij 'Zwaan'. [waarde-dubbel] "
        "Kijk na "
        "bij welke van de twee hij hoort.\n");
}

TEST_CASE("a site in English has English words and messages", "[pages]") {
  SiteUnderTest site{
      "-- site.yaml --\ntitel: Test\ntaal: en\nverzamelingen: {paginas: {map: paginas, adres: \"/{id}/\"}}\n" +
      pages(page("een", "titel: One\n"))};
  CHECK(site.file("een/index.html").find("<html lang=\"en\">") != std::string::npos);
  SiteUnderTest wrong{pages(page("een", "titel: One\nkleur: rood\n"))};
  CHECK(wrong.messages_in_english().find("error: 'kleur' is not a field of paginas.") != std::string::npos);
}
