// Links in texts: every spelling that works, and every form that is reported, with its place.
#include <algorithm>
#include <catch2/catch.hpp>

#include "site_under_test.h"

namespace wegwijs {
namespace {

constexpr std::string_view settings = R"(-- site.yaml --
titel: Proef
basisadres: https://www.wegwijs.nl/
verzamelingen:
  paginas: {map: content/paginas, adres: "/{id}/"}
  hulp: {map: content/hulp, adres: "/hulp/{id}/"}
  bronnen: {map: content/bronnen}
)";

constexpr std::string_view schemas = R"(-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: klad, type: yes_no, role: draft, label: {nl: Klad}}
-- content/hulp/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/bronnen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/paginas/over.md --
---
titel: Over
---
## Eén café

Wij.

## Contact

Bel.
-- content/hulp/coach.yaml --
titel: Coach
-- content/bronnen/plan.yaml --
titel: Plan
)";

constexpr std::string_view documents =
    "-- content/bestanden/Mijn gids.pdf --\n%PDF\n"
    "-- content/bestanden/\u00E9\u00E9n.pdf --\n%PDF\n"
    "-- content/bestanden/cafe\u0301.pdf --\n%PDF\n"
    "-- content/bestanden/plan (2).pdf --\n%PDF\n"
    "-- content/bestanden/100%.pdf --\n%PDF\n"
    "-- content/bestanden/50%20korting.pdf --\n%PDF\n"
    "-- content/bestanden/Foto.PDF --\n%PDF\n";

SiteUnderTest site_with(std::string_view text) {
  return SiteUnderTest{std::string(settings) + std::string(schemas) + std::string(documents) +
                       "-- content/paginas/een.md --\n---\ntitel: Een\n---\n" + std::string(text) + "\n"};
}

/// What is told of page `een`, without the notes on documents that no page links to.
std::string told(std::string_view text) {
  SiteUnderTest site = site_with(text);
  std::string lines;
  const std::string all = site.messages();
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = all.find('\n', begin);
    const std::string line = all.substr(begin, end - begin);
    if (line.starts_with("content/paginas/een.md:")) lines += line.substr(23) + "\n";
    begin = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("a document is found in every spelling of its name, and the page has one spelling", "[pages]") {
  struct Spelling {
    std::string written;
    std::string href;
  };
  for (const auto& [written, href] : {
           Spelling{"</bestanden/Mijn gids.pdf>", "/bestanden/Mijn%20gids.pdf"},
           Spelling{"/bestanden/Mijn%20gids.pdf", "/bestanden/Mijn%20gids.pdf"},
           Spelling{"../bestanden/Mijn%20gids.pdf", "/bestanden/Mijn%20gids.pdf"},
           Spelling{"<../bestanden/Mijn gids.pdf>", "/bestanden/Mijn%20gids.pdf"},
           Spelling{"/content/bestanden/Mijn%20gids.pdf", "/bestanden/Mijn%20gids.pdf"},
           Spelling{"/bestanden/\u00E9\u00E9n.pdf", "/bestanden/%C3%A9%C3%A9n.pdf"},
           Spelling{"/bestanden/%C3%A9%c3%a9n.pdf", "/bestanden/%C3%A9%C3%A9n.pdf"},
           Spelling{"/bestanden/e\u0301e\u0301n.pdf", "/bestanden/%C3%A9%C3%A9n.pdf"},
           Spelling{"/bestanden/caf\u00E9.pdf", "/bestanden/caf%C3%A9.pdf"},
           Spelling{"/bestanden/cafe\u0301.pdf", "/bestanden/caf%C3%A9.pdf"},
           Spelling{"/bestanden/plan%20(2).pdf", "/bestanden/plan%20(2).pdf"},
           Spelling{"/bestanden/plan%20%282%29.pdf", "/bestanden/plan%20(2).pdf"},
           Spelling{"</bestanden/plan (2).pdf>", "/bestanden/plan%20(2).pdf"},
           Spelling{"/bestanden/100%.pdf", "/bestanden/100%25.pdf"},
           Spelling{"/bestanden/100%25.pdf", "/bestanden/100%25.pdf"},
           Spelling{"/bestanden/50%20korting.pdf", "/bestanden/50%2520korting.pdf"},
           Spelling{"/bestanden/50%2520korting.pdf", "/bestanden/50%2520korting.pdf"},
           Spelling{"/bestanden/Foto.PDF?v=2#page=3", "/bestanden/Foto.PDF?v=2#page=3"},

       }) {
    INFO(written);
    SiteUnderTest site = site_with("[gids](" + written + ")");
    CHECK(told("[gids](" + written + ")") == "");
    CHECK(site.file("een/index.html").find("href=\"" + href + "\"") != std::string::npos);
  }
  SiteUnderTest site = site_with("Bel.");
  CHECK(site.has_file("bestanden/caf\u00E9.pdf"));
  CHECK(site.has_file("bestanden/100%.pdf"));
}

TEST_CASE("the address of a source file leads to the page of that file", "[pages]") {
  struct Relative {
    std::string written;
    std::string href;
  };
  for (const auto& [written, href] : {Relative{"over.md", "/over/"},
                                      {"./over.md", "/over/"},
                                      {"../paginas/over.md#contact", "/over/#contact"},
                                      {"../hulp/coach.yaml", "/hulp/coach/"},
                                      {"/content/hulp/coach.yaml", "/hulp/coach/"},
                                      {"een.md", "/een/"}}) {
    INFO(written);
    SiteUnderTest site = site_with("[lees](" + written + ")");
    CHECK(told("[lees](" + written + ")") == "");
    CHECK(site.file("een/index.html").find("<a href=\"" + href + "\">lees</a>") != std::string::npos);
  }
}

TEST_CASE("every broken form of a link is reported once, at its place, with what to write", "[pages]") {
  struct Form {
    std::string text;
    std::string message;  // its beginning, with the rule
  };
  for (const auto& [text, message] : {
           Form{"[](/over/)",
                "4:4: fout: De link naar '/over/' heeft geen tekst: lezers zien haar niet. "
                "[link-zonder-tekst]"},
           Form{"[ ](/over/)",
                "4:5: fout: De link naar '/over/' heeft geen tekst: lezers zien haar niet. "
                "[link-zonder-tekst]"},
           Form{"[Video]()", "4:1: fout: Bij 'Video' staat tussen de haken ( ) geen adres. [link-zonder-adres]"},
           Form{"![Hal]()", "4:1: fout: Bij 'Hal' staat tussen de haken ( ) geen adres. [link-zonder-adres]"},
           Form{"[a](https:/www.a.nl/x)",
                "4:5: fout: Het adres 'https:/www.a.nl/x' klopt niet: na http: of https: horen twee schuine strepen. "
                "[webadres-klopt-niet] bedoelde u 'https://www.a.nl/x'?"},
           Form{"[a](https://)",
                "4:5: fout: Het adres 'https://' klopt niet: de naam van de website ontbreekt. "
                "[webadres-klopt-niet]"},
           Form{"[a](https://www.school,nl)",
                "4:5: fout: Het adres 'https://www.school,nl' klopt niet: de naam van de website heeft een teken dat "
                "daar niet kan. [webadres-klopt-niet] bedoelde u 'https://www.school.nl'?"},
           Form{"[a](https://www.spinozalyceum)",
                "4:5: fout: Het adres 'https://www.spinozalyceum' klopt niet: na de naam van de website ontbreekt .nl "
                "of iets dergelijks. [webadres-klopt-niet]"},
           Form{"[a](mailto:jan)",
                "4:5: fout: 'mailto:jan' is geen mailadres waar iemand naartoe kan schrijven. "
                "[mailadres-klopt-niet]"},
           Form{"[a](mailto:jan@school)",
                "4:5: fout: 'mailto:jan@school' is geen mailadres waar iemand naartoe kan "
                "schrijven. [mailadres-klopt-niet]"},
           Form{"[a](tel:020-abc)",
                "4:5: fout: 'tel:020-abc' is geen telefoonnummer dat gebeld kan worden. "
                "[telefoonlink-klopt-niet]"},
           Form{"(over ons)[/over/]",
                "4:10: waarschuwing: ')[/over/' blijft gewone tekst, want in een link staat "
                "eerst de tekst tussen [ ] en dan het adres tussen ( ). [markdown-lijkt-op]"},
           Form{"![Hal](https://elders.nl/hal.jpg)",
                "4:8: fout: De afbeelding 'https://elders.nl/hal.jpg' staat op een andere website; browsers laten haar "
                "op deze site niet zien. [afbeelding-van-elders]"},
           Form{"[a](https://wegwijs.nl/over/)",
                "4:5: waarschuwing: 'https://wegwijs.nl/over/' is een adres van deze site zelf. [eigen-adres-volledig] "
                "Laat het begin weg: '/over/'"},
           Form{"[Klik hier.](/over/)",
                "4:14: waarschuwing: De tekst 'Klik hier.' van deze link zegt niet waar zij naartoe gaat. "
                "[link-tekst-zegt-niets]"},
           Form{"Lees het [hier](https://school.nl/).",
                "4:17: waarschuwing: De tekst 'hier' van deze link zegt niet waar zij naartoe gaat. "
                "[link-tekst-zegt-niets]"},
           Form{"[a](overr.md)",
                "4:5: fout: Het bestand 'overr.md' is er niet: gezocht is 'content/paginas/overr.md'. "
                "[link-bestand-onbekend] bedoelde u '/over/'?"},
           Form{"[a](coach.yaml)",
                "4:5: fout: Het bestand 'coach.yaml' is er niet: gezocht is "
                "'content/paginas/coach.yaml'. [link-bestand-onbekend] bedoelde u '/hulp/coach/'?"},
           Form{"[a](../bronnen/plan.yaml)",
                "4:5: fout: Het bestand 'content/bronnen/plan.yaml' heeft geen eigen "
                "pagina op de site. [link-bestand-zonder-pagina]"},
           Form{"[a](school.nl)",
                "4:5: fout: Het adres 'school.nl' bestaat niet op deze site. [dode-link] bedoelde u "
                "'https://school.nl'?"},
           Form{"[a](/bestanden/m\u00E9.pdf)", "4:5: fout: Het bestand '/bestanden/m\u00E9.pdf' is er niet"},
           Form{"[a](/bestanden/foto.pdf)",
                "4:5: fout: Het bestand '/bestanden/foto.pdf' is er niet. [bestand-ontbreekt] bedoelde u "
                "'/bestanden/Foto.PDF'?"},
           Form{"[a](/over.html)",
                "4:5: fout: Het adres '/over.html' bestaat niet op deze site. [dode-link] bedoelde u '/over/'?"},
           Form{"[a](“/over/”)",
                "4:5: fout: Het adres '“/over/”' bestaat niet op deze site. [dode-link] bedoelde u '/over/'?"},
           Form{"[a](\\bestanden\\Foto.PDF)",
                "4:5: fout: Het adres '\\bestanden\\Foto.PDF' bestaat niet op deze site. [dode-link] bedoelde u "
                "'/bestanden/Foto.PDF'?"},
           Form{"[a](/over/#\u00E9\u00E9n-caf\u00E9)",
                "4:5: fout: De pagina '/over/' bestaat, maar heeft geen plek '#\u00E9\u00E9n-caf\u00E9'. [dood-anker] "
                "bedoelde u '/over/#een-cafe'?"},
       }) {
    INFO(text);
    const std::string messages = told(text);
    CHECK(messages.substr(0, message.size()) == message);
    CHECK(std::count(messages.begin(), messages.end(), '\n') == 1);
  }
}

TEST_CASE("the whole address of a page of this site that is not there is told once, as a dead link", "[pages]") {
  const std::string messages = told("[a](https://www.wegwijs.nl/ovr/)");
  CHECK(std::count(messages.begin(), messages.end(), '\n') == 1);
  CHECK(messages.find("Het adres '/ovr/' bestaat niet op deze site. [dode-link] bedoelde u '/over/'?") !=
        std::string::npos);
}

TEST_CASE("links that are good in every way are not reported", "[pages]") {
  CHECK(
      told("[a](https://school.nl) [b](http://a.example.org:8080/x?y#z) [c](mailto:jan.de-wit@school.nl?subject=Vraag) "
           "[d](tel:+31-20-1234567) [e](tel:112) [f](/over/) [g](https://münchen.de/) <https://a.nl/b>, www.a.nl") ==
      "");
}

TEST_CASE("what a script reads behind the # is no place that a page must have", "[pages]") {
  CHECK(told("[a](/over/#hulp=dyslexie) [b](/over/#hulp=a,b&niveaus=c)") == "");
  CHECK(told("[a](/overr/#hulp=dyslexie)").find("Het adres '/overr/' bestaat niet") != std::string::npos);
}

TEST_CASE("a place that a page does not have is told with the places that it has", "[pages]") {
  CHECK(told("[a](/over/#nergens)").find("Plekken op die pagina: #een-cafe, #contact.") != std::string::npos);
}

TEST_CASE("a heading with the words of an id of the theme gets another id", "[pages]") {
  SiteUnderTest site{std::string(settings) + std::string(schemas) + "-- " + std::string(theme_mount) +
                     "pagina.mustache --\n<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title>\n"
                     "<main id=\"inhoud\">{{body}}</main><ol><li id=\"stap-{{title}}\">x</li></ol></html>\n" +
                     "-- content/paginas/een.md --\n---\ntitel: Een\n---\n## Inhoud\n\n[naar](#kop-inhoud)\n"};
  CHECK(site.messages() == "");
  CHECK(site.file("een/index.html").find("<h2 id=\"kop-inhoud\">Inhoud</h2>") != std::string::npos);
}

TEST_CASE("a link to a file that is a draft leads to the address that its page will have", "[pages]") {
  SiteUnderTest site{std::string(settings) + std::string(schemas) +
                     "-- content/paginas/een.md --\n---\ntitel: Een\n---\n[straks](later.md)\n"
                     "-- content/paginas/later.md --\n---\ntitel: Later\nklad: ja\n---\nBel.\n"};
  site.with_drafts();
  CHECK(site.file("een/index.html").find("<a href=\"/later/\">straks</a>") != std::string::npos);
}

}  // namespace wegwijs
