#include <catch2/catch.hpp>

#include "schema/schema_under_test.h"

namespace wegwijs {
namespace {

Schema school_schema() {
  return schema_with(R"(
  - {id: bronnen, type: sources, role: sources, label: Bronnen}
  - {id: bron, type: source, role: default_source, label: Bron}
  - {id: peildatum, type: as_of, role: default_as_of, label: Peildatum}
  - {id: niveaus, type: choices, options: [vmbo-b, havo], label: Niveaus}
  - {id: lift, type: claim, label: Lift}
  - {id: grenzen, type: text_claim, label: Grenzen}
)");
}

/// A file with two sources, one of them the default, and `lines` from line 6 on.
RecordUnderTest school(const std::string& lines) {
  return RecordUnderTest(school_schema(),
                         "naam: De Brug\nbronnen: {gids: {titel: Gids}, site: {url: 'https://a.nl'}}\nbron: gids\n"
                         "peildatum: 2026-08-01\n# é\n" +
                             lines);
}

std::string error(std::string_view place, std::string_view text) {
  return fmt::format("school.yaml:{}: fout: {}\n", place, text);
}

/// The claims on the lift, each as `status source as-of`.
std::string claims_of(const RecordUnderTest& reading) {
  std::string result;
  if (reading.get<Claims>("lift") == nullptr) return "none";
  for (const Claim& claim : reading.get<Claims>("lift")->claims) {
    constexpr const char* words[] = {"ja", "deels", "nee", "in_ontwikkeling", "niet_vermeld", "genoemd"};
    result += fmt::format("{} {} {}; ", words[static_cast<int>(claim.means)],
                          reading.record().sources()[claim.source].id, as_of_in_words(claim.as_of, Language::nl));
  }
  return result;
}

TEST_CASE("the short form says yes with the source and date of the file", "[schema]") {
  const RecordUnderTest reading = school("lift: ja\n");
  CHECK(reading.report() == "");
  CHECK(claims_of(reading) == "ja gids 1 augustus 2026; ");
  CHECK(reading.place(reading.get<Claims>("lift")->claims[0].where) == "6:7 'ja'");
}

TEST_CASE("only yes has a short form", "[schema]") {
  const auto refused = [](std::string_view status) {
    return error("6:7",
                 fmt::format("De korte vorm 'lift: {0}' kan niet: alleen 'ja' mag zonder toelichting. "
                             "[korte-vorm-alleen-ja] Schrijf 'lift: [{{status: {0}, toelichting: …, bron: …}}]'.",
                             status));
  };
  CHECK(school("lift: nee\n").report() == refused("nee"));
  CHECK(school("lift: niet_vermeld\n").report() == refused("niet_vermeld"));
  CHECK(claims_of(school("lift: nee\n")) == "none");
}

TEST_CASE("an unknown status is reported with the word that was meant", "[schema]") {
  const auto unknown = [](std::string_view place, std::string_view word, std::string_view suggestion) {
    return error(place, fmt::format("'{}' is geen keuze voor 'lift'. [onbekende-status] {}Kies uit ja, deels, "
                                    "in_ontwikkeling, nee, niet_vermeld. Niet nagekeken? Laat het veld weg.",
                                    word, suggestion));
  };
  CHECK(school("lift: gedeeltelik\n").report() == unknown("6:7", "gedeeltelik", "bedoelde u 'deels'? "));
  CHECK(school("lift: [{status: yes}]\n").report() == unknown("6:17", "yes", "bedoelde u 'ja'? "));
  CHECK(school("lift: onbekend\n").report() == unknown("6:7", "onbekend", "bedoelde u 'niet_vermeld'? "));
  CHECK(school("lift: in ontwikkelling\n").report() ==
        unknown("6:7", "in ontwikkelling", "bedoelde u 'in_ontwikkeling'? "));
  CHECK(school("lift: genoemd\n").report() == unknown("6:7", "genoemd", ""));
}

TEST_CASE("a claim with a source of its own and no date is undated", "[schema]") {
  CHECK(claims_of(school("lift: [{status: ja, bron: site}]\n")) == "ja site datum onbekend; ");
  CHECK(claims_of(school("lift: [{status: ja, bron: {titel: Krant}}]\n")) == "ja  datum onbekend; ");
}

TEST_CASE("a claim that names the source of the file, or none, has the date of the file", "[schema]") {
  CHECK(claims_of(school("lift: [{status: ja, bron: gids}]\n")) == "ja gids 1 augustus 2026; ");
  CHECK(claims_of(school("lift: {status: ja}\n")) == "ja gids 1 augustus 2026; ");
  CHECK(claims_of(school("lift: [{status: ja, peildatum: 2025}]\n")) == "ja gids 2025; ");
  CHECK(claims_of(school("lift: [{status: ja, peildatum: onbekend}]\n")) == "ja gids datum onbekend; ");
}

TEST_CASE("claims are kept newest first by their last day, undated ones last, equals as written", "[schema]") {
  CHECK(claims_of(school("lift:\n"
                         "  - {status: ja, bron: site}\n"
                         "  - {status: ja, peildatum: 2026-07-31}\n"
                         "  - {status: nee, toelichting: x, peildatum: 2025-2026}\n"
                         "  - {status: ja, peildatum: 2026}\n"
                         "  - {status: deels, toelichting: x, peildatum: onbekend}\n")) ==
        "ja gids 2026; ja gids 31 juli 2026; nee gids schooljaar 2025-2026; ja site datum onbekend; "
        "deels gids datum onbekend; ");
}

TEST_CASE("a claim without any source is reported and left out", "[schema]") {
  const RecordUnderTest reading(school_schema(), "naam: x\nlift: ja\ngrenzen: [{tekst: y}]\n");
  const std::string advice = "Zet 'bron: …' bij deze bewering, of één keer bovenaan voor het hele bestand.";
  CHECK(reading.report() == error("2:7", "Bij 'lift' staat geen bron. [bewering-zonder-bron] " + advice) +
                                error("3:19", "Bij 'grenzen' staat geen bron. [bewering-zonder-bron] " + advice));
  CHECK_FALSE(reading.has("lift"));
}

TEST_CASE("nee, deels and in_ontwikkeling need an explanation; ja does not", "[schema]") {
  for (const char* status : {"nee", "deels", "in_ontwikkeling"}) {
    CHECK(school(fmt::format("lift: [{{status: {}}}]\n", status)).report() ==
          error("6:17",
                fmt::format("'lift: {}' heeft een toelichting nodig. [bewering-zonder-toelichting] Schrijf in één "
                            "zin wat de bron precies zegt.",
                            status)));
    CHECK(school(fmt::format("lift: [{{status: {}, toelichting: x}}]\n", status)).report() == "");
  }
  CHECK(school("lift: [{status: ja}]\n").report() == "");
}

TEST_CASE("silence of a source counts only when somebody looked", "[schema]") {
  CHECK(school("lift: [{status: niet_vermeld}]\n").report() ==
        error("6:17",
              "'niet_vermeld' bij 'lift' heeft 'gecontroleerd' nodig: wie las de bron, en wanneer? "
              "[niet-vermeld-niet-gecontroleerd] Schrijf 'gecontroleerd: {op: 2026-08-31, door: swv}', of laat "
              "het veld weg als niemand keek."));
  const RecordUnderTest reading = school("lift: [{status: niet_vermeld, gecontroleerd: {op: 2026-10, door: swv}}]\n");
  CHECK(reading.report() == "");
  const Claim& claim = reading.get<Claims>("lift")->claims[0];
  REQUIRE(claim.checked.has_value());
  CHECK(claim.checked->by == "swv");
  CHECK(as_of_in_words(claim.checked->on, Language::nl) == "oktober 2026");
}

TEST_CASE("an explanation of 240 characters fits, and one more does not", "[schema]") {
  std::string text;
  for (int count = 0; count < 240; ++count) text += "é";
  CHECK(school("lift: [{status: ja, toelichting: " + text + "}]\n").report() == "");
  CHECK(school("lift: [{status: ja, toelichting: " + text + "!}]\n").report() ==
        error("6:34",
              "De toelichting bij 'lift' is 241 tekens; er passen er 240. [toelichting-te-lang] Maak hem korter: "
              "hij moet in een cel op een telefoon passen."));
}

TEST_CASE("only what is in development has a beginning", "[schema]") {
  CHECK(school("lift: [{status: ja, vanaf: 2027-08}]\n").report() ==
        error("6:28",
              "'vanaf' hoort alleen bij 'in_ontwikkeling'. [vanaf-alleen-in-ontwikkeling] Haal 'vanaf' weg, of zet "
              "het in de toelichting."));
  const RecordUnderTest reading = school("lift: [{status: in_ontwikkeling, toelichting: x, vanaf: 2027-08}]\n");
  CHECK(reading.report() == "");
  CHECK(as_of_in_words(reading.get<Claims>("lift")->claims[0].from.value(), Language::nl) == "augustus 2027");
}

TEST_CASE("a claim may hold for some levels and years only", "[schema]") {
  const RecordUnderTest reading = school("lift: [{status: ja, voor: {niveaus: [vmbo-b], leerjaren: [1, 6]}}]\n");
  CHECK(reading.report() == "");
  const Scope& scope = reading.get<Claims>("lift")->claims[0].scope;
  CHECK(scope.levels == std::vector<std::string>{"vmbo-b"});
  CHECK(scope.years == std::vector<std::string>{"1", "6"});
  CHECK_FALSE(scope.is_whole_school());
  CHECK(school("lift: ja\n").get<Claims>("lift")->claims[0].scope.is_whole_school());
  CHECK(school("lift: [{status: ja, voor: {niveaus: [vwo], leerjaren: [0, 7, 12]}}]\n").report() ==
        error("6:38",
              "'vwo' is geen goede waarde voor 'niveaus': hier hoort een niveau uit het schema. [verkeerde-waarde]") +
            error("6:56",
                  "'0' is geen goede waarde voor 'leerjaren': hier hoort een leerjaar van 1 tot en met 6. "
                  "[verkeerde-waarde]") +
            error("6:59",
                  "'7' is geen goede waarde voor 'leerjaren': hier hoort een leerjaar van 1 tot en met 6. "
                  "[verkeerde-waarde]") +
            error("6:62",
                  "'12' is geen goede waarde voor 'leerjaren': hier hoort een leerjaar van 1 tot en met 6. "
                  "[verkeerde-waarde]"));
}

TEST_CASE("an amount is a number with a unit", "[schema]") {
  const RecordUnderTest reading = school("lift: [{status: ja, omvang: {aantal: 12.5, eenheid: uren_per_week}}]\n");
  CHECK(reading.report() == "");
  const Claim& claim = reading.get<Claims>("lift")->claims[0];
  CHECK(claim.amount.value().written == "12.5");
  CHECK(claim.amount_unit == "uren_per_week");
  CHECK(school("lift: [{status: ja, omvang: {aantal: veel, eenheid: uren}}]\n").report() ==
        error("6:38",
              "'veel' is geen goede waarde voor 'aantal': hier hoort een getal, met een punt voor decimalen en "
              "zonder punt in duizendtallen. [verkeerde-waarde]"));
  CHECK(school("lift: [{status: ja, omvang: {aantal: 12}}]\n").report() ==
        error("6:21", "'eenheid' ontbreekt in 'omvang'. [sleutel-ontbreekt] Voeg een regel 'eenheid: …' toe."));
}

TEST_CASE("conditions and checkers are chosen from a list", "[schema]") {
  CHECK(school("lift: [{status: ja, voorwaarde: tlv}]\n").get<Claims>("lift")->claims[0].condition == "tlv");
  CHECK(school("lift: [{status: ja, voorwaarde: geen}]\n").get<Claims>("lift")->claims[0].condition.empty());
  CHECK(school("lift: [{status: ja, voorwaarde: diagnoze}]\n").report() ==
        error("6:33",
              "'diagnoze' is geen goede waarde voor 'voorwaarde': hier hoort een van: geen, opp, tlv, diagnose, "
              "intake, overig. [verkeerde-waarde] bedoelde u 'diagnose'?"));
  CHECK(school("lift: [{status: ja, gecontroleerd: {op: 2026, door: ouder}}]\n").report() ==
        error("6:53",
              "'ouder' is geen goede waarde voor 'door': hier hoort een van: school, swv, mr. [verkeerde-waarde]"));
}

TEST_CASE("unknown keys of a claim and a claim without status are reported", "[schema]") {
  CHECK(school("lift: [{status: ja, toelichtng: x}]\n").report() ==
        error("6:21",
              "'toelichtng' is geen sleutel van een bewering. [onbekende-sleutel] bedoelde u 'toelichting'? "
              "Mogelijk zijn: status, toelichting, voor, omvang, voorwaarde, vanaf, bron, peildatum, "
              "gecontroleerd."));
  CHECK(school("lift: [{status ja, toelichting: x}]\n").report() ==
        error("6:9",
              "'status ja' is geen sleutel van een bewering. [onbekende-sleutel] bedoelde u 'status'? Mogelijk zijn: "
              "status, toelichting, voor, omvang, voorwaarde, vanaf, bron, peildatum, gecontroleerd."));
  CHECK(school("lift: [{toelichting: x}]\n").report() ==
        error("6:8", "'status' ontbreekt in een bewering. [sleutel-ontbreekt] Voeg een regel 'status: …' toe."));
}

TEST_CASE("a text claim has a text, and no short form", "[schema]") {
  const RecordUnderTest reading = school("grenzen: [{tekst: Geen lift., voor: {leerjaren: [1]}}]\n");
  CHECK(reading.report() == "");
  const Claim& claim = reading.get<Claims>("grenzen")->claims[0];
  CHECK(claim.means == Meaning::mentioned);
  CHECK(claim.explanation == "Geen lift.");
  CHECK(school("grenzen: Geen lift.\n").report() ==
        error("6:10",
              "'Geen lift.' is geen goede waarde voor 'grenzen': hier hoort een lijst van beweringen, als "
              "'- {status: ja, toelichting: …, bron: …}'. [verkeerde-waarde]"));
  CHECK(school("grenzen: [{status: ja, tekst: x}]\n").report() ==
        error("6:12",
              "'status' is geen sleutel van een tekst met bron. [onbekende-sleutel] Mogelijk zijn: tekst, voor, "
              "bron, peildatum, gecontroleerd."));
}

}  // namespace
}  // namespace wegwijs
