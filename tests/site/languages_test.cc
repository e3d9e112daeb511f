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

TEST_CASE("a page in the language of the site, or with a code that is none, names no language", "[pages]") {
  SiteUnderTest site{std::string(frame) + "-- paginas/vreemd.yaml --\ntitel: Vreemd\ntong: wartaal\n"};
  CHECK(has(site.file("hulp/index.html"), "<h1>Hulp</h1>"));
  CHECK(has(site.file("vreemd/index.html"), "<h1>Vreemd</h1>"));
  CHECK(has(site.file("hulp/index.html"), "<u>Een</u>"));
}
