// A site in English says which words its theme does not have in English.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

std::string messages_with(const std::string& english) {
  SiteUnderTest site(R"(
-- content/paginas/_schema.yaml --
label_one: {nl: Pagina, en: Page}
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
taal: en
verzamelingen:
  paginas: {map: content/paginas, adres: "/{id}/"}
-- thema:/texts.nl.yaml --
leeg: nog niet nagekeken
zoek: Zoek
sluit: Sluit
-- thema:/texts.en.yaml --
)" + english);
  return site.messages();
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("every word that the English texts lack is named once, an empty one too", "[site]") {
  const std::string messages = messages_with("leeg: not looked at\nsluit: \"\"\n");
  CHECK(count_of(messages, "[thema-tekst-ontbreekt]") == 2);
  CHECK(count_of(messages, "'zoek' ontbreekt in 'texts.en.yaml'") == 1);
  CHECK(count_of(messages, "'sluit' ontbreekt in 'texts.en.yaml'") == 1);
  CHECK(messages_with("leeg: not looked at\nsluit: Close\nzoek: Search\n") == "");
}
