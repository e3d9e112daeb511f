// Honesty of data: silence is never "nee", a date is never guessed, sources that disagree are both shown.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

/// One school with what follows `naam`.
std::string school(const std::string& lines) {
  return R"(
-- schoolprofiles/_schema.yaml --
option_lists: {niveaus: [{id: havo, label: {nl: Havo}}, {id: vwo, label: {nl: Vwo}}]}
groups: [{id: hulp, label: {nl: Hulp}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: bron, type: source, role: default_source, label: {nl: Bron}}
  - {id: peildatum, type: as_of, role: default_as_of, label: {nl: Peildatum}}
  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}
  - {id: kosten, type: text_claim, group: hulp, label: {nl: Kosten}}
-- schoolprofiles/de-brug.yaml --
naam: De Brug
bronnen: {gids: {soort: schoolgids, titel: Gids}, site: {soort: website, url: "https://de-brug.example/hulp/"}}
)" + lines;
}

}  // namespace

TEST_CASE("a school whose lift nobody looked at is shown as 'nog niet nagekeken', never as 'nee'", "[pages]") {
  SiteUnderTest site{school("")};
  CHECK(site.text("/schoolprofiles/de-brug/") ==
        "De Brug De Brug Hulp Lift: nog niet nagekeken Kosten: nog niet nagekeken");
}

TEST_CASE("'niet vermeld' is shown as such and needs somebody who read the source", "[pages]") {
  SiteUnderTest read{school("lift: [{status: niet_vermeld, bron: gids, gecontroleerd: {op: 2026-10, door: swv}}]\n")};
  CHECK(read.text("/schoolprofiles/de-brug/").find("Lift: Niet vermeld (; Gids; datum onbekend)") != std::string::npos);
  SiteUnderTest unread{school("lift: [{status: niet_vermeld, bron: gids}]\nkosten: [{tekst: x, bron: site}]\n")};
  CHECK(unread.messages() ==
        "schoolprofiles/de-brug.yaml:3:17: fout: 'niet_vermeld' bij 'lift' heeft 'gecontroleerd' nodig: wie las de "
        "bron, en "
        "wanneer? [niet-vermeld-niet-gecontroleerd] Schrijf 'gecontroleerd: {op: 2026-08-31, door: swv}', of laat het "
        "veld "
        "weg als niemand keek.\n");
}

TEST_CASE("what is open, denied, there in part only, or kept silent by its source, is a question for the school",
          "[pages]") {
  const auto asked = [](const std::string& lines) {
    SiteUnderTest site{school(lines) + R"(
-- thema:/pagina.mustache --
<!doctype html><html><title>{{title}}</title>{{#entry.groups}}{{#to_ask}}<p>{{label}}{{#claims}}: {{status_label}}{{/claims}}</p>{{/to_ask}}<p>{{ask_count}}</p>{{/entry.groups}}</html>
)"};
    return site.text("/schoolprofiles/de-brug/");
  };
  CHECK(asked("") == "De Brug Lift Kosten 2");
  CHECK(asked("bron: gids\nlift: [{status: deels, toelichting: Tot de tweede verdieping.}]\n") ==
        "De Brug Lift: Deels Kosten 2");
  CHECK(asked("bron: gids\nlift: [{status: nee, toelichting: Geen lift.}]\n") == "De Brug Lift: Nee Kosten 2");
  CHECK(asked("lift: [{status: niet_vermeld, bron: gids, gecontroleerd: {op: 2026-10, door: swv}}]\n") ==
        "De Brug Lift: Niet vermeld Kosten 2");
  CHECK(asked("bron: gids\nlift: [{status: ja}]\nkosten: [{tekst: Gratis.}]\n") == "De Brug 0");
}

TEST_CASE("an undated claim says 'datum onbekend', also when another source of the file has a date", "[pages]") {
  SiteUnderTest site{school(
      "bron: gids\npeildatum: 2026-08-01\nlift: [{status: ja}, {status: nee, toelichting: Stuk., bron: site}]\n")};
  CHECK(site.text("/schoolprofiles/de-brug/")
            .find("Lift: Ja (; Gids; 1 augustus 2026) Nee (Stuk.; de-brug.example/hulp; datum onbekend) bronnen "
                  "verschillen") != std::string::npos);
}

TEST_CASE("claims that differ for other pupils are no contradiction", "[pages]") {
  SiteUnderTest site{
      school("bron: gids\nlift: [{status: ja, voor: {niveaus: [havo]}}, {status: nee, toelichting: Nee., voor: "
             "{niveaus: [vwo]}}]\n")};
  const std::string text = site.text("/schoolprofiles/de-brug/");
  CHECK(text.find("; Havo)") != std::string::npos);
  CHECK(text.find("bronnen verschillen") == std::string::npos);
}

TEST_CASE("a claim is marked as old from two years after the last day of its period", "[pages]") {
  const std::string claim = "lift: [{status: ja, bron: gids, peildatum: 2023-2024}]\n";
  SiteUnderTest on_the_day{school(claim)};
  CHECK(on_the_day.with_today("2026-07-31").text("/schoolprofiles/de-brug/").find("schooljaar 2023-2024)") !=
        std::string::npos);
  SiteUnderTest a_day_later{school(claim)};
  CHECK(a_day_later.with_today("2026-08-01").text("/schoolprofiles/de-brug/").find("schooljaar 2023-2024; oud)") !=
        std::string::npos);
}

TEST_CASE("the newest claim stands first and undated ones last", "[pages]") {
  SiteUnderTest site{school(R"(kosten:
  - {tekst: zonder, bron: gids}
  - {tekst: oud, bron: gids, peildatum: 2019}
  - {tekst: nieuw, bron: gids, peildatum: 2026-02-03}
)")};
  CHECK(site.text("/schoolprofiles/de-brug/")
            .find("Kosten: Genoemd (nieuw; Gids; 3 februari 2026) Genoemd (oud; Gids; 2019; oud) Genoemd (zonder; "
                  "Gids; datum onbekend)") != std::string::npos);
}

TEST_CASE("a claim without source is an error, not a claim", "[pages]") {
  SiteUnderTest site{school("lift: ja\n")};
  CHECK_FALSE(site.is_published());
  CHECK(site.messages() ==
        "schoolprofiles/de-brug.yaml:3:7: fout: Bij 'lift' staat geen bron. [bewering-zonder-bron] Zet 'bron: …' bij "
        "deze "
        "bewering, of één keer bovenaan voor het hele bestand.\n");
}

TEST_CASE("the summary counts claims without date and old claims once per collection", "[pages]") {
  SiteUnderTest site{
      school("bron: gids\nlift: [{status: ja, peildatum: 2019}, {status: ja}]\nkosten: [{tekst: x, bron: site, "
             "peildatum: 2026}]\n")};
  REQUIRE(site.is_published());
  const auto& count = site.summary().collections.front();
  CHECK(count.claims == 3);
  CHECK(count.undated_claims == 1);
  CHECK(count.old_claims == 1);
  CHECK(site.messages().empty());
}
