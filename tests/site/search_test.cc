// What of a whole site stands in its search index.
#include <catch2/catch.hpp>

#include "site_under_test.h"

namespace wegwijs {
namespace {

constexpr const char* activities = R"(
-- thema:/static/zoek/search.js --
export {};
-- content/activiteiten/_schema.yaml --
label: {nl: Activiteiten}
label_one: {nl: Activiteit}
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: intern, type: text, label: {nl: Intern}}
  - {id: lijnen, type: texts, search: true, label: {nl: Lijnen}}
  - {id: klad, type: yes_no, role: draft, label: {nl: Klad}}
-- content/activiteiten/link.md --
---
titel: Kwastje
intern: zwijgplicht
lijnen: ["Ik verstop mij onder de tafel."]
---
Een zeppelin op **bezoek**.
)";

std::string all_search_bytes(SiteUnderTest& site) {
  std::string bytes;
  for (const auto& [path, content] : site.files()) {
    if (path.starts_with("zoek/") && path.ends_with(".bin")) bytes += content;
  }
  return bytes;
}

bool holds(const std::string& bytes, std::string_view text) {
  return bytes.find(text) != std::string::npos;
}

TEST_CASE("titles, searched fields and the text of a page are in the index", "[content]") {
  SiteUnderTest site(activities);
  CHECK(site.messages() == "");
  const std::string bytes = all_search_bytes(site);
  CHECK(holds(bytes, "Kwastje"));
  CHECK(holds(bytes, "Ik verstop mij onder de tafel."));
  CHECK(holds(bytes, "zeppelin"));
  CHECK(holds(bytes, "bezoek"));
  CHECK(holds(bytes, "Activiteit"));
}

TEST_CASE("a field without 'search' is not in the index", "[content]") {
  SiteUnderTest site(activities);
  CHECK_FALSE(holds(all_search_bytes(site), "zwijg"));
}

TEST_CASE("nothing of a draft is in the index", "[content]") {
  const std::string with_draft = std::string(activities) + R"(
-- content/activiteiten/geheim.md --
---
titel: Xylofoon
klad: ja
---
Een quiz.
)";
  SiteUnderTest published{with_draft};
  const std::string bytes = all_search_bytes(published);
  CHECK_FALSE(holds(bytes, "Xylofoon"));
  CHECK_FALSE(holds(bytes, "quiz"));
  SiteUnderTest with_drafts{with_draft};
  with_drafts.with_drafts();
  CHECK(holds(all_search_bytes(with_drafts), "Xylofoon"));
}

TEST_CASE("an answer to a question of readers that is no page is reported as a link that leads nowhere", "[content]") {
  SiteUnderTest site(std::string(activities) + R"(
-- zoekwoorden.yaml --
vragen:
  - antwoord: [/activiteiten/link/, /activiteiten/linkk/, link]
    gesteld: Wie schildert er?
)");
  CHECK(
      site.messages() ==
      R"(zoekwoorden.yaml:2:37: fout: Het adres '/activiteiten/linkk/' bestaat niet op deze site. [dode-link] bedoelde u '/activiteiten/link/'? Kijk of het adres goed is getypt, met / aan het begin en aan het eind.
zoekwoorden.yaml:2:59: fout: 'link' is geen goede waarde voor 'antwoord': hier hoort het adres van een pagina, met een / ervoor. [instelling-verkeerd]
)");
}

TEST_CASE("an answer that is not published today is left out, with a warning", "[content]") {
  SiteUnderTest site(std::string(activities) + R"(
-- content/activiteiten/geheim.md --
---
titel: Xylofoon
klad: ja
---
-- zoekwoorden.yaml --
vragen:
  - antwoord: [/activiteiten/link/, /activiteiten/geheim/]
    gesteld: Wie schildert er?
)");
  CHECK(
      site.messages() ==
      R"(zoekwoorden.yaml:2:37: waarschuwing: '/activiteiten/geheim/' is nu niet op de site: 'content/activiteiten/geheim.md' is klad. De woorden van de link blijven staan, zonder link. [link-naar-afwezige-pagina] Haal de link weg als de pagina niet (terug)komt.
)");
  CHECK(holds(all_search_bytes(site), "schildert"));
}

TEST_CASE("files in the folder of words of readers count as if they were one with the file beside it", "[content]") {
  SiteUnderTest site(std::string(activities) + R"(
-- zoekwoorden.yaml --
betekent_niets: [xenofiel]
-- zoekwoorden/vragen.yaml --
vragen:
  - antwoord: [/activiteiten/link/]
    gesteld: Wie schildert er xenofiel?
-- zoekwoorden/woorden.yaml --
woorden:
  alledaags:
    palet: kwastje
-- zoekwoorden/lees-mij.txt --
Geen zoekwoorden.
)");
  CHECK(site.messages() == "");
  const std::string bytes = all_search_bytes(site);
  CHECK(holds(bytes, "schildert"));
  CHECK(holds(bytes, "palet"));
  // Once, among the small words: another file says that it means nothing.
  const std::size_t first = bytes.find("xenofiel");
  CHECK((first != std::string::npos && bytes.find("xenofiel", first + 1) == std::string::npos));
}

TEST_CASE("a mistake in a file of words of readers is told with the name of that file", "[content]") {
  SiteUnderTest site(std::string(activities) + R"(
-- zoekwoorden/vragen.yaml --
vragen:
  - antwoord: [link]
    gesteld: Wie schildert er?
)");
  CHECK(
      site.messages() ==
      R"(zoekwoorden/vragen.yaml:2:16: fout: 'link' is geen goede waarde voor 'antwoord': hier hoort het adres van een pagina, met een / ervoor. [instelling-verkeerd]
)");
}

TEST_CASE("a build compresses nothing: publishing decides of every file alike", "[content]") {
  SiteUnderTest site(activities);
  CHECK(site.has_file("zoek/root.bin"));
  for (const auto& [path, content] : site.files()) CHECK_FALSE((path.ends_with(".gz") || path.ends_with(".br")));
}

TEST_CASE("a small site has its whole index in one file, a large one has shards named by their content", "[content]") {
  SiteUnderTest small(activities);
  REQUIRE(small.is_published());
  const auto shards_of = [](SiteUnderTest& site) {
    std::size_t shards = 0;
    for (const auto& [path, content] : site.files()) {
      if (path.starts_with("zoek/") && path.ends_with(".bin") && path != "zoek/root.bin") ++shards;
    }
    return shards;
  };
  CHECK(shards_of(small) == 0);
  std::string many = activities;
  // Words that do not look like each other, so that they do not compress.
  std::uint32_t state = 1;
  for (int page = 0; page < 200; ++page) {
    many += "\n-- content/activiteiten/p" + std::to_string(page) + ".md --\n---\ntitel: Pagina " +
            std::to_string(page) + "\n---\n";
    for (int word = 0; word < 60; ++word) {
      for (int letter = 0; letter < 7; ++letter) {
        state = state * 1664525 + 1013904223;
        many += static_cast<char>('a' + (state >> 16) % 26);
      }
      many += ' ';
    }
  }
  SiteUnderTest large(many);
  CHECK(shards_of(large) > 10);
}

TEST_CASE("the index is the same for any number of threads", "[content][threads]") {
  std::string many = activities;
  for (int page = 0; page < 300; ++page) {
    const std::string number = std::to_string(page);
    many += "\n-- content/activiteiten/p" + number + ".md --\n---\ntitel: Pagina " + number + "\n---\nTekst " + number +
            " over hulp.\n";
  }
  SiteUnderTest one(many);
  SiteUnderTest four(many);
  four.with_threads(4);
  CHECK(all_search_bytes(one) == all_search_bytes(four));
}

TEST_CASE("a theme without a search module gets no index", "[content]") {
  SiteUnderTest site(R"(
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
-- content/paginas/een.md --
---
titel: Een
---
)");
  CHECK(site.is_published());
  CHECK_FALSE(site.has_file("zoek/root.bin"));
}

TEST_CASE("a precedence that is no percentage is reported at its place", "[content]") {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Proef
verzamelingen:
  paginas:
    map: content/paginas
    adres: /{id}/
    zoeken: {voorrang: 0}
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
)");
  CHECK(site.messages() ==
        "site.yaml:6:24: fout: '0' is geen goede waarde voor 'voorrang': hier hoort een percentage van 1 tot 1000. "
        "[instelling-verkeerd]\n");
}

}  // namespace
}  // namespace wegwijs
