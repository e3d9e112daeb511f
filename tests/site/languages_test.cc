// A page in another language than that of the site: its title says so wherever it is shown.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

constexpr std::string_view frame = R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  paginas: {map: paginas, adres: "/{id}/", sjabloon: blad, feed: /nieuws.xml}
  vragen: {map: vragen, adres: "/vragen/{id}/", sjabloon: blad}
lijsten:
  - {verzamelingen: [paginas], indelen: letter, adres: /alles/, titel: Alles, sjabloon: lijstblad}
-- paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: samenvatting, type: text, role: summary, label: {nl: Samenvatting}}
  - {id: tong, type: text, role: language, label: {nl: Taal}}
  - {id: bijgewerkt, type: date, role: updated, label: {nl: Bijgewerkt}}
-- vragen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: zie, type: references, to: paginas, label: {nl: Zie}}
-- vragen/een.yaml --
titel: Een
zie: [talen, hulp]
-- paginas/index.yaml --
titel: Begin
adres: /
-- paginas/talen.yaml --
titel: yardım
samenvatting: kısa
tong: tr
bijgewerkt: 2026-11-20
datum: 2026-11-20
oude_adressen: [/oud/]
-- paginas/onder.yaml --
titel: Onder
adres: /talen/onder/
-- paginas/hulp.yaml --
titel: Hulp
tong: nl
bijgewerkt: 2026-11-19
datum: 2026-11-19
-- thema:/blad.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
<h1{{#title_language}} lang="{{title_language}}"{{/title_language}}>{{title}}</h1>
{{#breadcrumb}}<a href="{{address}}"{{#language}} lang="{{language}}"{{/language}}>{{text}}</a>{{/breadcrumb}}
{{#changes}}{{#items}}<b{{#language}} lang="{{language}}"{{/language}}>{{text}}</b>{{/items}}{{/changes}}
{{#entry.fields.zie}}{{#items}}<i{{#language}} lang="{{language}}"{{/language}}>{{text}}</i>{{/items}}{{/entry.fields.zie}}
{{#entry.referred_by}}{{#items}}<u{{#language}} lang="{{language}}"{{/language}}>{{text}}</u>{{/items}}{{/entry.referred_by}}</html>
-- thema:/lijstblad.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
{{#listing.groups}}{{#entries}}<em{{#language}} lang="{{language}}"{{/language}}>{{title}}</em>{{/entries}}{{/listing.groups}}</html>
-- thema:/doorverwijzing.mustache --
<!doctype html><html lang="{{lang}}"><title>Verhuisd</title><a href="{{target}}"{{#target_language}} lang="{{target_language}}"{{/target_language}}>{{target_title}}</a></html>
)";

bool has(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the title of a page in another language names that language wherever it is shown", "[pages]") {
  SiteUnderTest site{frame};
  INFO(site.messages());
  REQUIRE(site.is_published());
  CHECK(has(site.file("talen/index.html"), R"(<h1 lang="tr">yardım</h1>)"));
  CHECK(has(site.file("talen/onder/index.html"), R"(<a href="/talen/" lang="tr">yardım</a>)"));
  CHECK(has(site.file("index.html"), R"(<b lang="tr">yardım</b><b>Hulp</b>)"));
  CHECK(has(site.file("vragen/een/index.html"), R"(<i lang="tr">yardım</i><i>Hulp</i>)"));
  CHECK(has(site.file("alles/index.html"), R"(<em lang="tr">yardım</em>)"));
  CHECK(has(site.file("alles/index.html"), "<em>Hulp</em>"));
  CHECK(has(site.file("oud/index.html"), R"(<a href="/talen/" lang="tr">yardım</a>)"));
  CHECK(has(site.file("nieuws.xml"), R"(<title xml:lang="tr">yardım</title>)"));
  CHECK(has(site.file("nieuws.xml"), R"(<summary xml:lang="tr">kısa</summary>)"));
  CHECK(has(site.file("nieuws.xml"), "<title>Hulp</title>"));
}

TEST_CASE("a page in the language of the site names no language", "[pages]") {
  SiteUnderTest site{frame};
  CHECK(has(site.file("hulp/index.html"), "<h1>Hulp</h1>"));
  CHECK(has(site.file("hulp/index.html"), "<u>Een</u>"));
}

TEST_CASE("a language that is written as no code is an error that names the code that was probably meant", "[pages]") {
  const auto [written, meant] = GENERATE(table<std::string, std::string>({
      {"nederlands", "nl"},
      {"Engels", "en"},
      {"english", "en"},
      {"Türkçe", "tr"},
      {"العربية", "ar"},
      {"Oekraïens", "uk"},
      {"EN", "en"},
      {"nl_be", "nl-BE"},
      {"zh-hans", "zh-Hans"},
      {"tr-", "tr"},
      {"eng", "en"},
      {"gr", "el"},
  }));
  SiteUnderTest site{std::string(frame) + "-- paginas/vreemd.yaml --\ntitel: Vreemd\ntong: " + written + "\n"};
  INFO(site.messages());
  CHECK(has(site.messages(), "paginas/vreemd.yaml:2:7: fout: '" + written +
                                 "' is geen goede waarde voor 'tong': hier hoort de code van een taal, als en, tr of "
                                 "zh-Hans. [verkeerde-waarde]"));
  CHECK(has(site.messages(), "bedoelde u '" + meant + "'?"));
}

TEST_CASE("a language that nobody can guess is an error without a proposal", "[pages]") {
  const std::string written = GENERATE("wartaal", "xx-", "xx", "q", "en-NEDERLAND", "ja of nee");
  SiteUnderTest site{std::string(frame) + "-- paginas/vreemd.yaml --\ntitel: Vreemd\ntong: " + written + "\n"};
  INFO(site.messages());
  CHECK(has(site.messages(), "'" + written + "' is geen goede waarde voor 'tong'"));
  CHECK_FALSE(has(site.messages(), "bedoelde u"));
}

TEST_CASE("the language of the site is proposed where its name is written", "[pages]") {
  SiteUnderTest site{"-- site.yaml --\ntitel: Proef\ntaal: Nederlands\n"};
  INFO(site.messages());
  CHECK(has(site.messages(), "'Nederlands' is geen goede waarde voor 'taal': hier hoort nl of en."));
  CHECK(has(site.messages(), "bedoelde u 'nl'?"));
}

TEST_CASE("the words of a menu that are of another language are marked, and stand elsewhere without the mark",
          "[pages]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Proef
verzamelingen:
  paginas: {map: paginas, adres: "/{id}/", sjabloon: blad}
menu:
  - {tekst: "[English]{lang=en}, [Türkçe]{lang=tr} en meer", adres: /}
  - {tekst: "Hulp [nu]", adres: /}
-- paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- paginas/index.yaml --
titel: Begin
adres: /
-- thema:/blad.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
{{#menu}}<b>{{#parts}}{{#language}}<i lang="{{language}}">{{text}}</i>{{/language}}{{^language}}{{text}}{{/language}}{{/parts}}</b><u>{{text}}</u>
{{/menu}}</html>
)"};
  INFO(site.messages());
  REQUIRE(site.is_published());
  CHECK(has(site.file("index.html"),
            R"(<b><i lang="en">English</i>, <i lang="tr">Türkçe</i> en meer</b><u>English, Türkçe en meer</u>)"));
  CHECK(has(site.file("index.html"), "<b>Hulp [nu]</b><u>Hulp [nu]</u>"));
}

TEST_CASE("a language in a menu with a code that is none is an error at its line", "[pages]") {
  const std::string text = GENERATE("[English]{lang=engels}", "[]{lang=en}", "English]{lang=en}");
  SiteUnderTest site{"-- site.yaml --\ntitel: Proef\nmenu:\n  - {tekst: \"" + text + "\", adres: /}\n"};
  INFO(site.messages());
  CHECK(has(site.messages(), "site.yaml:3:13: fout: '" + text +
                                 "' is geen goede waarde voor 'tekst': hier hoort een taal als in [English]{lang=en}, "
                                 "met de code van een taal. [instelling-verkeerd]"));
}
