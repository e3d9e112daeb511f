#include "products/feed.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>

#include "files/temporary_folder.h"
#include "site_under_test.h"

namespace wegwijs {
namespace {

constexpr std::string_view frame = R"(
-- site.yaml --
titel: Wegwijs & co
basisadres: https://proef.example/portaal/
verzamelingen:
  nieuws:
    map: content/nieuws
    adres: /nieuws/{id}/
    sjabloon: bericht
    feed: /nieuws/atom.xml
    lijsten: [{adres: /nieuws/, titel: Nieuws, volgorde: nieuwste-eerst, sjabloon: nieuws}]
  paginas: {map: content/paginas, adres: "/{id}/", sjabloon: bericht}
-- content/nieuws/_schema.yaml --
label: {nl: Nieuws}
fields:
  - {id: titel, type: text, role: title, required: true, label: Titel}
  - {id: samenvatting, type: text, role: summary, label: Samenvatting}
  - {id: datum, type: date, role: date, label: Datum}
-- content/paginas/_schema.yaml --
fields: [{id: titel, type: text, role: title, label: Titel}]
-- content/paginas/over.md --
---
titel: Over
---
-- thema:/bericht.mustache --
<html><head>{{#feed}}<link rel="alternate" title="{{title}}" href="{{address}}">{{/feed}}</head><h1>{{title}}</h1>{{body}}</html>
-- thema:/nieuws.mustache --
<html>{{#feed}}<a href="{{address}}">{{title}}</a>{{/feed}} {{#listing.is_empty}}Er is geen nieuws.{{/listing.is_empty}}
{{#listing.groups}}{{#entries}}<p>{{#date}}{{text}} ({{iso}}): {{/date}}{{title}}</p>{{/entries}}{{/listing.groups}}</html>
)";

std::string item(std::string_view id, std::string_view front_matter) {
  return "-- content/nieuws/" + std::string(id) + ".md --\n---\n" + std::string(front_matter) + "---\nTekst.\n";
}

/// What Python's XML parser finds in `xml`: one line for each element with text or with an address.
std::string elements_in(const std::string& xml) {
  const TemporaryFolder folder;
  folder.put("feed.xml", xml);
  const std::string command =
      "python3 -c 'import sys, xml.etree.ElementTree as E\n"
      "for e in E.parse(sys.argv[1]).iter():\n"
      "  word = (e.text or \"\").strip() or e.get(\"href\")\n"
      "  print(e.tag.split(\"}\")[1], e.get(\"rel\") or \"\", word or \"\")' " +
      (folder / "feed.xml").string() + " 2>&1";
  FILE* output = ::popen(command.c_str(), "r");
  REQUIRE(output != nullptr);
  std::string text;
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), output) != nullptr) text += buffer.data();
  CHECK(::pclose(output) == 0);
  return text;
}

TEST_CASE("a feed is Atom with the newest entry first, absolute addresses and days out of the entries", "[products]") {
  SiteUnderTest site(std::string(frame) + item("oud", "titel: Oud\ndatum: 2026-01-31\nbijgewerkt: 2026-11-20\n") +
                     item("nieuw", "titel: \"Meer < & >\"\nsamenvatting: \"Zegt 'ja'\"\ndatum: 2026-11-01\n") +
                     item("ongedateerd", "titel: Ongedateerd\n"));
  REQUIRE(site.messages() == "");
  CHECK(elements_in(site.file("nieuws/atom.xml")) ==
        "feed  \n"
        "title  Wegwijs & co: Nieuws\n"
        "id  tag:proef.example,2026-01-01:nieuws\n"
        "link self https://proef.example/portaal/nieuws/atom.xml\n"
        "link alternate https://proef.example/portaal/nieuws/\n"
        "updated  2026-11-20T00:00:00Z\n"
        "author  \n"
        "name  Wegwijs & co\n"
        "entry  \n"
        "title  Meer < & >\n"
        "id  tag:proef.example,2026-11-01:nieuws/nieuw\n"
        "link alternate https://proef.example/portaal/nieuws/nieuw/\n"
        "published  2026-11-01T00:00:00Z\n"
        "updated  2026-11-01T00:00:00Z\n"
        "summary  Zegt 'ja'\n"
        "entry  \n"
        "title  Oud\n"
        "id  tag:proef.example,2026-01-31:nieuws/oud\n"
        "link alternate https://proef.example/portaal/nieuws/oud/\n"
        "published  2026-01-31T00:00:00Z\n"
        "updated  2026-11-20T00:00:00Z\n");
}

TEST_CASE("a feed is the same on every day, as long as the same entries are published", "[products]") {
  const std::string files = std::string(frame) + item("een", "titel: Een\ndatum: 2026-01-31\n");
  SiteUnderTest today(files);
  SiteUnderTest later(files);
  later.with_today("2027-05-01");
  CHECK(today.file("nieuws/atom.xml") == later.file("nieuws/atom.xml"));
}

TEST_CASE("a feed without entries is valid, and its page says that there is no news", "[products]") {
  SiteUnderTest site{frame};
  REQUIRE(site.messages() == "");
  CHECK_THAT(elements_in(site.file("nieuws/atom.xml")), Catch::Contains("updated  1970-01-01T00:00:00Z\n"));
  CHECK_THAT(site.text("/nieuws/"), Catch::Contains("Er is geen nieuws."));
}

TEST_CASE("the pages of a collection name its feed, and other pages do not", "[products]") {
  SiteUnderTest site(std::string(frame) + item("een", "titel: Een\ndatum: 2026-01-31\n"));
  CHECK_THAT(site.file("nieuws/een/index.html"),
             Catch::Contains("<link rel=\"alternate\" title=\"Wegwijs &amp; co: Nieuws\" "
                             "href=\"/portaal/nieuws/atom.xml\">"));
  CHECK_THAT(site.file("nieuws/index.html"), Catch::Contains("href=\"/portaal/nieuws/atom.xml\""));
  CHECK_THAT(site.file("over/index.html"), !Catch::Contains("atom.xml"));
}

TEST_CASE("news stands with its date, newest first, from its first day until the end of its last", "[products]") {
  const std::string files =
      std::string(frame) + item("a", "titel: Verlopen\ndatum: 2026-01-01\npubliceren_tot: 2026-11-22\n") +
      item("b", "titel: Vandaag de laatste dag\ndatum: 2026-02-01\npubliceren_tot: 2026-11-23\n") +
      item("c", "titel: Vandaag de eerste dag\ndatum: 2026-03-01\npubliceren_vanaf: 2026-11-23\n") +
      item("d", "titel: Morgen\ndatum: 2026-04-01\npubliceren_vanaf: 2026-11-24\n") +
      item("e", "titel: Zonder datum\n");
  SiteUnderTest site(files);
  site.with_today("2026-11-23");
  REQUIRE(site.messages() == "");
  CHECK(site.text("/nieuws/") ==
        "Wegwijs & co: Nieuws 1 maart 2026 (2026-03-01): Vandaag de eerste dag "
        "1 februari 2026 (2026-02-01): Vandaag de laatste dag Zonder datum");
  CHECK(site.summary().withheld.size() == 2);
}

TEST_CASE("a feed needs an address of its own on this site", "[products]") {
  const auto messages_with = [](std::string_view one, std::string_view two) {
    return SiteUnderTest(
               "-- site.yaml --\ntitel: Proef\nverzamelingen:\n  a: {map: content/a, adres: '/a/{id}/', feed: " +
               std::string(one) + "}\n  b: {map: content/b, adres: '/b/{id}/', feed: " + std::string(two) +
               "}\n-- content/a/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: T}]\n"
               "-- content/b/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: T}]\n")
        .messages();
  };
  CHECK(messages_with("/a.xml", "/b.xml") == "");
  CHECK_THAT(messages_with("/a.xml", "/a.xml"), Catch::Contains("een adres dat geen andere verzameling heeft"));
  for (const char* bad : {"a.xml", "/a/", "/../a.xml", "//a.xml", "'/a b.xml'", "https://a.example/a.xml"}) {
    INFO(bad);
    CHECK_THAT(messages_with(bad, "/b.xml"), Catch::Contains("een adres op deze site, zoals /nieuws/atom.xml"));
  }
}

TEST_CASE("what XML cannot hold is replaced in a feed", "[products]") {
  CHECK(xml_text("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(xml_text(std::string_view("a\0b\x07"
                                  "c\td",
                                  7)) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD"
        "c\td");
  CHECK(xml_text("a\xEF\xBF\xBF"
                 "b\xEF\xBF\xBE") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
}

}  // namespace
}  // namespace wegwijs
