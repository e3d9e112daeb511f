// What a school is told about its profile.
#include "views/school_report.h"

#include <catch2/catch.hpp>

#include "model/load_site.h"

using namespace wegwijs;

namespace {

constexpr std::string_view schema = R"(
option_lists: {niveaus: [{id: vmbo, label: {nl: Vmbo}}, {id: havo, label: {nl: Havo}}]}
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, complete: true, label: {nl: Lift}}
  - {id: dyslexie, type: claim, label: {nl: Dyslexie}}
  - {id: lwo, type: claim, complete: true, label: {nl: Lwo}, applies_to: {field: niveaus, any_of: vmbo}}
  - {id: kosten, type: text_claim, label: {nl: Kosten}}
)";

/// "lift: bevinding" for every finding, one a line.
std::string findings(std::string_view profile, std::string_view gone = "") {
  const std::string settings =
      "titel: Proef\nverzamelingen: {scholen: {map: schoolprofiles, adres: \"/scholen/{id}/\"}}\n";
  const FileTree sources = FileTree::from_memory(
      {{"bronnencontrole.yaml", gone.empty() ? "weg: []\n" : std::string(gone)},
       {"schoolprofiles/_schema.yaml", std::string(schema)},
       {"schoolprofiles/de-brug.yaml",
        "naam: De Brug\nbronnen: {gids: {titel: Gids}, site: {url: \"https://de-brug.example/\"}}\n" +
            std::string(profile)},
       {"site.yaml", settings}});
  Diagnostics diagnostics;
  BuildFacts facts;
  facts.today = {2026, 11, 23};
  const std::optional<Site> site = load_site(sources, facts, diagnostics);
  REQUIRE(site);
  const SchoolReport report = report_on(*site, {0, 0}, facts.today);
  std::string text;
  for (const Finding& finding : report.findings)
    text += site->schema(report.entry).fields[finding.field].id + ": " + std::string(finding_id(finding.kind)) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a school without any claim lacks every row that applies to it", "[views]") {
  CHECK(findings("niveaus: [havo]\n") ==
        "lift: ontbreekt_voor_volledig\ndyslexie: nog_niet_nagekeken\nkosten: nog_niet_nagekeken\n");
  CHECK(findings("niveaus: [vmbo]\n") ==
        "lift: ontbreekt_voor_volledig\nlwo: ontbreekt_voor_volledig\ndyslexie: nog_niet_nagekeken\n"
        "kosten: nog_niet_nagekeken\n");
}

TEST_CASE("a source that was read and is silent is an answer", "[views]") {
  CHECK(findings("niveaus: [havo]\nlift: [{status: niet_vermeld, bron: gids, peildatum: 2026, gecontroleerd: {op: "
                 "2026-10, door: swv}}]\n") == "dyslexie: nog_niet_nagekeken\nkosten: nog_niet_nagekeken\n");
}

TEST_CASE("old, undated, contradictory and bare claims are told apart", "[views]") {
  CHECK(findings("niveaus: [havo]\n"
                 "lift: [{status: ja, bron: gids, peildatum: 2021}, {status: nee, toelichting: Stuk., bron: gids}]\n"
                 "dyslexie: [{status: ja, toelichting: Elke dag., bron: gids}]\n"
                 "kosten: [{tekst: Niets., bron: gids, peildatum: 2026-08}]\n") ==
        "lift: bronnen_verschillen\nlift: verouderd\ndyslexie: datum_onbekend\nlift: zonder_toelichting\n");
}

TEST_CASE("a newer claim beside an old one is not old", "[views]") {
  CHECK(findings("niveaus: [havo]\n"
                 "lift: [{status: ja, toelichting: Ja., bron: gids, peildatum: 2021}, {status: ja, toelichting: Ja., "
                 "bron: gids, peildatum: 2026}]\n")
            .find("verouderd") == std::string::npos);
}

TEST_CASE("a claim whose source is no longer there is told", "[views]") {
  constexpr std::string_view profile =
      "niveaus: [havo]\nlift: [{status: ja, toelichting: Ja., bron: site, peildatum: 2026}]\n";
  CHECK(findings(profile).find("bron_weg") == std::string::npos);
  CHECK(findings(profile, "weg: [{adres: \"https://de-brug.example/\", op: 2026-11-20}]\n").find("lift: bron_weg\n") !=
        std::string::npos);
}
