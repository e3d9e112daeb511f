// A page may choose its own address, on this site and nowhere else.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

std::string told_of(const std::string& address) {
  SiteUnderTest site(R"(
-- content/paginas/_schema.yaml --
label_one: {nl: Pagina, en: Page}
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/paginas/een.md --
---
titel: Een
adres: )" + address + R"(
---
)");
  const std::string messages = site.messages();
  CHECK(site.is_published() == messages.empty());
  return messages;
}

}  // namespace

TEST_CASE("an address of its own that is no place of this site is refused", "[pages]") {
  for (const char* address : {"/../../etc/", "//elders.example/", "'javascript:alert(1)'", "over-ons", "/over", "/./",
                              "'/a\"><script>/'", "/a b/", "/.git/", "'/a?b/'", "/%2e%2e/", "/a//b/"}) {
    INFO(address);
    CHECK(told_of(address).starts_with("content/paginas/een.md:3:8: fout: '"));
    CHECK(told_of(address).find("is geen goede waarde voor 'adres': hier hoort een adres ") != std::string::npos);
  }
}

TEST_CASE("an address of its own on this site is taken", "[pages]") {
  CHECK(told_of("/over-ons/").empty());
  CHECK(told_of("/hulp/over/").empty());
  CHECK(told_of("/404.html").empty());
}

namespace {

std::string told_of_settings(const std::string& lines) {
  return SiteUnderTest(R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen: {paginas: {map: content/paginas, adres: "/{id}/", sjabloon: pagina}}
)" + lines + R"(
-- content/paginas/_schema.yaml --
label_one: {nl: Pagina, en: Page}
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
)")
      .messages();
}

}  // namespace

TEST_CASE("a menu leads to this site or to a complete address, and nowhere else", "[pages]") {
  for (const char* address : {"'javascript:alert(1)'", "//elders.example/", "www.elders.example", "over/"}) {
    INFO(address);
    const std::string told = told_of_settings("menu: [{tekst: Weg, adres: " + std::string(address) + "}]");
    CHECK(told.starts_with("site.yaml:4:28: fout: '"));
    CHECK(told.find("geen goede waarde voor 'adres'") != std::string::npos);
  }
  CHECK(told_of_settings("menu: [{tekst: Weg, adres: 'https://elders.example/'}]").empty());
}

TEST_CASE("a mailbox for mistakes must be one", "[pages]") {
  CHECK(told_of_settings("meldadres: meld at proef").starts_with("site.yaml:4:12: fout: 'meld at proef'"));
  CHECK(told_of_settings("meldadres: 'meld@proef.example?bcc=x'").starts_with("site.yaml:4:12: fout: "));
  CHECK(told_of_settings("meldadres: meld@proef.example").empty());
}
