// As-of dates that are still to come.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

std::string messages_about(const std::string& profile) {
  SiteUnderTest site{R"(
-- schoolprofiles/_schema.yaml --
fields:
  - {id: naam, type: text, role: title, required: true, label: {nl: Naam}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: bron, type: source, role: default_source, label: {nl: Bron}}
  - {id: peildatum, type: as_of, role: default_as_of, label: {nl: Peildatum}}
  - {id: dyslexie, type: claim, label: {nl: Dyslexie}}
  - {id: rekenen, type: claim, label: {nl: Rekenen}}
-- schoolprofiles/de-brug.yaml --
naam: De Brug
bronnen:
  site: {soort: website, titel: Hulp, url: "https://debrug.example/hulp/"}
bron: site
)" + profile};
  site.with_today("2026-11-25");
  return site.messages();
}

std::string still_to_come(std::string_view date, std::string_view place) {
  return "schoolprofiles/de-brug.yaml:" + std::string(place) + ": waarschuwing: De peildatum " + std::string(date) +
         " is nog niet geweest. [peildatum-in-toekomst] Een peildatum is de dag waarop de bron het zei. Kijk of het "
         "jaar klopt.\n";
}

}  // namespace

TEST_CASE("a date of the file in the future is told once, at its place, however many claims inherit it", "[model]") {
  CHECK(messages_about("peildatum: 2027-09\ndyslexie: ja\nrekenen: ja\n") == still_to_come("2027-09", "5:12"));
}

TEST_CASE("a claim's own date in the future is told where it stands", "[model]") {
  CHECK(messages_about("dyslexie:\n  - status: ja\n    peildatum: 2027-09-01\n"
                       "    gecontroleerd: {op: 2026-12, door: school}\n") ==
        still_to_come("2027-09-01", "7:16") + still_to_come("2026-12", "8:25"));
}

TEST_CASE("a date that has begun is no date in the future", "[model]") {
  CHECK(messages_about("peildatum: 2026-2027\ndyslexie:\n  - {status: ja, peildatum: 2026-11-25}\n") == "");
}
