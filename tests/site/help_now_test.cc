// Whom to call at once, declared once in site.yaml.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

std::string with_numbers(std::string_view settings) {
  return R"(
-- site.yaml --
titel: Portaal
verzamelingen:
  paginas: {map: content/paginas, adres: "/{id}/"}
hulp_nu:
  titel: Hulp nu
  soort: Landelijke nummers
  opgeschreven_op: 2026-11-28
)" + std::string(settings) +
         R"(
-- thema:/pagina.mustache --
<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{{title}}</title></head><body><h1>{{title}}</h1>
{{#entry.fields.nood.text}}{{#site.help_now}}<section data-triggers="{{triggers}}"><p>{{title}}</p><ul>
{{#numbers}}<li><a href="{{phone_link}}">{{phone}}</a> {{name}} <a href="{{address}}">{{address_text}}</a></li>{{/numbers}}
</ul><p>{{kind}}, {{noted}}</p></section>{{/site.help_now}}{{/entry.fields.nood.text}}
</body></html>
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: nood, type: yes_no, label: {nl: Nood}}
-- content/paginas/verdriet.yaml --
titel: Verdriet
nood: ja
-- content/paginas/fietsen.yaml --
titel: Fietsen
nood: nee
)";
}

constexpr const char* good = R"(
  nummers:
    - {naam: Alarm, telefoon: "112", adres: "https://www.112.example/"}
    - {naam: Praatlijn, telefoon: "0800-0113", adres: "https://praat.example/"}
    - {naam: Bureau, telefoon: "020 123 45 67", adres: "https://bureau.example/"}
  woorden: ["*zelfmoord*", "dood wil/willen"]
)";

}  // namespace

TEST_CASE("a page that declares it shows whom to call, and another one does not", "[content]") {
  SiteUnderTest site(with_numbers(good));
  CHECK(site.messages() == "");
  CHECK(site.text("/verdriet/").find("Hulp nu 112 Alarm www.112.example 0800-0113 Praatlijn praat.example") !=
        std::string::npos);
  CHECK(site.text("/verdriet/").find("Landelijke nummers, 28 november 2026") != std::string::npos);
  CHECK(site.text("/fietsen/").find("Alarm") == std::string::npos);
}

TEST_CASE("numbers can be called from a telephone; free ones keep their form", "[content]") {
  SiteUnderTest site(with_numbers(good));
  const std::string html = site.file("verdriet/index.html");
  CHECK(html.find("href=\"tel:112\"") != std::string::npos);
  CHECK(html.find("href=\"tel:08000113\"") != std::string::npos);
  CHECK(html.find("href=\"tel:+31201234567\"") != std::string::npos);
}

TEST_CASE("the words that ask for help reach the page as the editors wrote them", "[content]") {
  SiteUnderTest site(with_numbers(good));
  CHECK(site.file("verdriet/index.html").find("data-triggers=\"*zelfmoord*;dood wil/willen\"") != std::string::npos);
}

TEST_CASE("a number that cannot be called, a word without letters and a day that does not exist are told",
          "[content]") {
  SiteUnderTest site(with_numbers(R"(
  nummers:
    - {naam: Alarm, telefoon: "bel ons"}
    - {naam: Praatlijn, adres: "praat.example"}
    - {naam: Lijn, telefoon: "0800"}
  woorden: ["**", "/"]
)"));
  const std::string messages = site.messages();
  CHECK(messages.find("'bel ons' is geen goede waarde voor 'telefoon'") != std::string::npos);
  CHECK(messages.find("'0800' is geen goede waarde voor 'telefoon'") != std::string::npos);
  CHECK(messages.find("'praat.example' is geen goede waarde voor 'adres'") != std::string::npos);
  CHECK(messages.find("'**' is geen goede waarde voor 'woorden'") != std::string::npos);
  CHECK(messages.find("'/' is geen goede waarde voor 'woorden'") != std::string::npos);
  CHECK_FALSE(site.is_published());
}

TEST_CASE("numbers that nobody looked at for a year are told, at the day on which they were written down",
          "[content]") {
  CHECK(SiteUnderTest(with_numbers(good)).with_today("2027-11-29").messages().empty());
  const std::string messages = SiteUnderTest(with_numbers(good)).with_today("2027-12-10").messages();
  CHECK(
      messages.starts_with("site.yaml:7:20: waarschuwing: De nummers van 'hulp_nu' zijn opgeschreven op 2026-11-28, "
                           "377 dagen geleden. [hulp-nu-oud]"));
}

TEST_CASE("help without a single number is told", "[content]") {
  SiteUnderTest site(with_numbers("  woorden: [verdriet]\n"));
  CHECK(site.messages().find("is geen goede waarde voor 'nummers': hier hoort ten minste een nummer") !=
        std::string::npos);
}

TEST_CASE("people to talk to stand on every page of a theme that shows them", "[content]") {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Portaal
verzamelingen:
  paginas: {map: content/paginas, adres: "/{id}/"}
praat_met:
  - {tekst: Bel het steunpunt, adres: /steunpunt/}
-- thema:/pagina.mustache --
<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{{title}}</title></head><body><h1>{{title}}</h1>
<ul>{{#site.talk_to}}<li><a href="{{address}}">{{text}}</a></li>{{/site.talk_to}}</ul></body></html>
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
-- content/paginas/steunpunt.yaml --
titel: Steunpunt
)");
  CHECK(site.messages() == "");
  CHECK(site.file("steunpunt/index.html").find("<a href=\"/steunpunt/\">Bel het steunpunt</a>") != std::string::npos);
}
