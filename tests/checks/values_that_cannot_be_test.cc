// Values that can be read and cannot be: one table of what an author writes, where it is reported and with which rule,
// and one of what looks alike and is right.
#include <algorithm>
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

constexpr std::string_view schema = R"(
-- schoolprofiles/_schema.yaml --
option_lists:
  niveaus: [vmbo-b, vmbo-k, havo, gymnasium]
fields:
  - {id: naam, type: text, role: title, required: true, label: {nl: Naam}}
  - {id: korte_naam, type: text, label: {nl: Korte naam}}
  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}
  - {id: postcode, type: text, pattern: "9999 AA", label: {nl: Postcode}}
  - {id: telefoon, type: phone, label: {nl: Telefoon}}
  - {id: website, type: web_address, label: {nl: Website}}
  - {id: uitleg, type: text, label: {nl: Uitleg}}
  - {id: vragen, type: texts, label: {nl: Vragen}}
  - {id: visie, type: long_text, label: {nl: Visie}}
  - {id: volgorde_in_gids, type: number, label: {nl: Volgorde}}
  - {id: aantal, type: number, label: {nl: Aantal}}
  - {id: geslaagd, type: number, unit: procent, label: {nl: Geslaagd}}
  - {id: vastgesteld, type: date, label: {nl: Vastgesteld}}
  - {id: schooljaar, type: school_year, label: {nl: Schooljaar}}
  - {id: contact, type: row, label: {nl: Contact}, fields: [{id: nummer, type: phone, label: {nl: Nummer}}]}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: bron, type: source, role: default_source, label: {nl: Bron}}
  - {id: peildatum, type: as_of, role: default_as_of, label: {nl: Peildatum}}
  - {id: dyslexie, type: claim, label: {nl: Dyslexie}}
  - {id: lwo_klein, type: claim, compare: true, applies_to: {field: niveaus, any_of: [vmbo-b, vmbo-k]}, label: {nl: Kleine klas}}
  - {id: grenzen, type: text_claim, label: {nl: Grenzen}}
)";

/// Four lines; what a case adds begins at line 5.
constexpr std::string_view profile = R"(-- schoolprofiles/de-brug.yaml --
naam: De Brug
niveaus: [havo]
bronnen: {gids: {soort: schoolgids, titel: Gids}, site: {soort: website, url: "https://brug.example/"}}
bron: gids
)";

/// The messages about a profile with `lines`; the source `site` is used by a claim of the last line.
std::string messages_about(std::string_view lines, std::string_view more_files = "") {
  SiteUnderTest site{std::string(schema) + std::string(profile) + std::string(lines) +
                     "\ngrenzen: [{tekst: Geen., bron: site}]\n" + std::string(more_files)};
  site.with_today("2026-11-28");
  return site.messages();
}

struct WrongValue {
  std::string_view lines;
  std::string_view place;  ///< line and column in the profile
  std::string_view severity;
  std::string_view words;  ///< the author's own, as quoted
  std::string_view rule;
};

void check_reported(const std::string& messages, std::string_view place, std::string_view severity,
                    std::string_view words, std::string_view rule) {
  INFO(messages);
  CHECK(std::count(messages.begin(), messages.end(), '\n') == 1);
  CHECK(messages.starts_with(std::string(place) + ": " + std::string(severity) + ": "));
  CHECK(messages.find("'" + std::string(words) + "'") != std::string::npos);
  CHECK(messages.find("[" + std::string(rule) + "]") != std::string::npos);
}

constexpr std::string_view fault = "fout";
constexpr std::string_view warning = "waarschuwing";

}  // namespace

TEST_CASE("a value of a profile that cannot be is reported in its place, in the author's words", "[model]") {
  const WrongValue wrong = GENERATE(values<WrongValue>({
      // Counts.
      {"aantal: 1.337", "5:9", fault, "1.337", "getal-dubbelzinnig"},
      {"aantal: -1.337", "5:9", fault, "-1.337", "getal-dubbelzinnig"},
      {"aantal: -5", "5:9", fault, "-5", "getal-onder-nul"},
      {"geslaagd: 960", "5:11", warning, "960", "percentage-kan-niet"},
      {"dyslexie: [{status: ja, omvang: {aantal: 2.5, eenheid: leerlingen_tegelijk}}]", "5:42", fault, "2.5",
       "getal-niet-heel"},
      {"dyslexie: [{status: ja, omvang: {aantal: -3, eenheid: uren_per_week}}]", "5:42", fault, "-3",
       "getal-onder-nul"},
      {"dyslexie: [{status: ja, omvang: {aantal: 1.200, eenheid: euro_per_jaar}}]", "5:42", fault, "1.200",
       "getal-dubbelzinnig"},
      {"dyslexie: [{status: ja, omvang: {aantal: 0, eenheid: leerlingen_tegelijk}}]", "5:42", warning,
       "0 leerlingen_tegelijk", "omvang-kan-niet"},
      {"dyslexie: [{status: deels, toelichting: Soms., omvang: {aantal: 0.0, eenheid: uren_per_week}}]", "5:65",
       warning, "0.0 uren_per_week", "omvang-kan-niet"},
      {"dyslexie: [{status: ja, omvang: {aantal: 250000, eenheid: leerlingen}}]", "5:42", warning, "250000 leerlingen",
       "omvang-kan-niet"},
      {"dyslexie: [{status: nee, toelichting: Niet., omvang: {aantal: 2, eenheid: uren_per_week}}]", "5:63", warning,
       "2 uren_per_week", "omvang-van-niets"},
      {"dyslexie: [{status: niet_vermeld, omvang: {aantal: 2, eenheid: uren}, gecontroleerd: {op: 2026-10-01, door: "
       "swv}}]",
       "5:52", warning, "2 uren", "omvang-van-niets"},
      // Telephone numbers.
      {"telefoon: 020 123 456", "5:11", fault, "020 123 456", "telefoon-kan-niet"},
      {"telefoon: 020 123 45678", "5:11", fault, "020 123 45678", "telefoon-kan-niet"},
      {"telefoon: 099 123 4567", "5:11", fault, "099 123 4567", "telefoon-kan-niet"},
      {"telefoon: 088 123 456", "5:11", fault, "088 123 456", "telefoon-kan-niet"},
      {"telefoon: 0900 123", "5:11", fault, "0900 123", "telefoon-kan-niet"},
      {"telefoon: 0800 12345", "5:11", fault, "0800 12345", "telefoon-kan-niet"},
      {"telefoon: \"+31 20 123 456\"", "5:11", fault, "+31 20 123 456", "telefoon-kan-niet"},
      {"telefoon: \"111\"", "5:11", fault, "111", "telefoon-kan-niet"},
      {"contact: {nummer: 0201234}", "5:19", fault, "0201234", "telefoon-kan-niet"},
      // Web addresses.
      {"website: https://www.spinozalyceum", "5:10", fault, "https://www.spinozalyceum", "verkeerde-waarde"},
      {"website: https://www.school,nl", "5:10", fault, "https://www.school,nl", "verkeerde-waarde"},
      {"website: https://school,amsterdam.nl/", "5:10", fault, "https://school,amsterdam.nl/", "verkeerde-waarde"},
      {"website: https://school..nl/", "5:10", fault, "https://school..nl/", "verkeerde-waarde"},
      {"website: \"https://school.nl,https://b.nl\"", "5:10", fault, "https://school.nl,https://b.nl",
       "verkeerde-waarde"},
      // Years.
      {"peildatum: 1926", "5:12", warning, "1926", "jaar-kan-niet"},
      {"dyslexie: [{status: ja, peildatum: 1926-10-01}]", "5:36", warning, "1926-10-01", "jaar-kan-niet"},
      {"vastgesteld: 1926-10-02", "5:14", warning, "1926-10-02", "jaar-kan-niet"},
      {"vastgesteld: 2076-10-01", "5:14", warning, "2076-10-01", "jaar-kan-niet"},
      {"schooljaar: 2076-2077", "5:13", warning, "2076-2077", "jaar-kan-niet"},
      {"dyslexie: [{status: in_ontwikkeling, toelichting: Komt., vanaf: 2026-08}]", "5:65", warning, "vanaf: 2026-08",
       "vanaf-voorbij"},
      {"dyslexie: [{status: in_ontwikkeling, toelichting: Komt., vanaf: 2076-08}]", "5:65", warning, "2076-08",
       "jaar-kan-niet"},
      // Values that say nothing, and claims for nobody.
      {"uitleg: \"-\"", "5:9", warning, "-", "tekst-niet-af"},
      {"uitleg: n.v.t.", "5:9", warning, "n.v.t.", "tekst-niet-af"},
      {"uitleg: Onbekend", "5:9", warning, "Onbekend", "tekst-niet-af"},
      {"vragen: [\"Wat?\", \"??\"]", "5:18", warning, "??", "tekst-niet-af"},
      {"dyslexie: [{status: deels, toelichting: \"–\"}]", "5:41", warning, "–", "tekst-niet-af"},
      {"dyslexie: []", "5:1", fault, "dyslexie", "lege-waarde"},
      {"dyslexie: [{status: ja, voor: {}}]", "5:25", fault, "voor", "lege-waarde"},
      {"dyslexie: [{status: ja, voor: {niveaus: []}}]", "5:32", fault, "niveaus", "lege-waarde"},
      {"vragen: [Wat, Hoe, Wat]", "5:20", warning, "Wat", "lijst-dubbel"},
      {"dyslexie: [{status: ja, toelichting: \"Nee, dat is er niet.\"}]", "5:38", warning, "Nee",
       "toelichting-tegenstrijdig"},
      {"dyslexie: [{status: nee, toelichting: \"Ja: elke dag.\"}]", "5:39", warning, "Ja", "toelichting-tegenstrijdig"},
      // Claims beside each other and beside the levels.
      {"dyslexie:\n  - status: ja\n    voor:\n      niveaus:\n        - havo\n        - gymnasium", "10:11", fault,
       "gymnasium", "bewering-buiten-niveaus"},
      {"dyslexie: [{status: ja, voor: {niveaus: [gymnasium]}}]", "5:42", fault, "gymnasium", "bewering-buiten-niveaus"},
      {"lwo_klein: ja", "5:12", warning, "lwo_klein", "veld-niet-van-toepassing"},
      {"lwo_klein:\n  - {status: ja}", "6:14", warning, "lwo_klein", "veld-niet-van-toepassing"},
      {"dyslexie: [{status: ja}, {status: ja}]", "5:35", warning, "ja", "bewering-dubbel"},
      {"dyslexie: [{status: ja}, {status: nee, toelichting: Niet.}]", "5:35", fault, "nee", "bewering-tegenstrijdig"},
      {"dyslexie: [{status: nee, toelichting: Niet.}, {status: deels, toelichting: Soms.}]", "5:56", fault, "deels",
       "bewering-tegenstrijdig"},
      {"dyslexie: [{status: ja}, {status: niet_vermeld, gecontroleerd: {op: 2026-10-01, door: swv}}]", "5:35", fault,
       "niet_vermeld", "bewering-tegenstrijdig"},
      {"dyslexie: [{status: ja, voor: {niveaus: [havo], leerjaren: [2, 1]}}, {status: nee, toelichting: Niet., voor: "
       "{leerjaren: [1, 2], niveaus: [havo]}}]",
       "5:79", fault, "nee", "bewering-tegenstrijdig"},
      // Texts that are not finished, and markup in plain texts.
      {"uitleg: …", "5:9", warning, "…", "tekst-niet-af"},
      {"uitleg: \"Schoolkeuze020, gelezen op …\"", "5:9", warning, "Schoolkeuze020, gelezen op …", "tekst-niet-af"},
      {"uitleg: Elke dinsdag TODO tijd navragen", "5:22", warning, "TODO", "tekst-niet-af"},
      {"postcode: 9999 AA", "5:11", warning, "9999 AA", "tekst-niet-af"},
      {"dyslexie: [{status: ja, toelichting: \"…\"}]", "5:38", warning, "…", "tekst-niet-af"},
      {"dyslexie: [{status: ja, bron: {titel: \"Schoolgids …\"}}]", "5:25", warning, "Schoolgids …", "tekst-niet-af"},
      {"dyslexie: [{status: ja, toelichting: \"Extra **tijd**.\"}]", "5:38", warning, "**tijd**", "opmaak-in-tekst"},
      {"dyslexie: [{status: ja, toelichting: \"Zie [de gids](/gids/).\"}]", "5:38", warning, "[de gids](/gids/)",
       "opmaak-in-tekst"},
      {"uitleg: \"Elke <b>dag</b>.\"", "5:9", warning, "<b>", "opmaak-in-tekst"},
      {"uitleg: \"Hulp&nbsp;op school\"", "5:9", warning, "&nbsp;", "opmaak-in-tekst"},
      {"vragen: [\"Wat?\", \"_Hoe_ dan?\"]", "5:18", warning, "_Hoe_", "opmaak-in-tekst"},
      {"dyslexie: [{status: ja, bron: {titel: \"**Gids**\"}}]", "5:25", warning, "**Gids**", "opmaak-in-tekst"},
  }));
  CAPTURE(wrong.lines);
  check_reported(messages_about(wrong.lines), "schoolprofiles/de-brug.yaml:" + std::string(wrong.place), wrong.severity,
                 wrong.words, wrong.rule);
}

TEST_CASE("a value of a profile that only looks wrong is not reported", "[model]") {
  const std::string lines = GENERATE(values<std::string>({
      "aantal: 1337",
      "aantal: 0.125",
      "aantal: 12.5",
      "aantal: 1.3370",
      "volgorde_in_gids: -5",
      "geslaagd: 96.5",
      "dyslexie: [{status: ja, omvang: {aantal: 2.5, eenheid: uren_per_week}}]",
      "dyslexie: [{status: ja, omvang: {aantal: 0.8, eenheid: ouderbijdrage_euro}}]",
      "dyslexie: [{status: ja, omvang: {aantal: 0, eenheid: euro_per_jaar}}]",
      "dyslexie: [{status: ja, omvang: {aantal: 25000, eenheid: euro_per_jaar}}]",
      "dyslexie: [{status: in_ontwikkeling, toelichting: Komt., omvang: {aantal: 12, eenheid: leerlingen}}]",
      "telefoon: 020 123 4567",
      "telefoon: 0294 460 200",
      "telefoon: \"+31 (0)20 123 4567\"",
      "telefoon: 0031 20 1234567",
      "telefoon: \"112\"",
      "telefoon: \"113\"",
      "telefoon: 14 020",
      "telefoon: 140294",
      "telefoon: 116 111",
      "telefoon: 0800 0432",
      "telefoon: 0800 023 0203",
      "telefoon: 0900-1234",
      "telefoon: 088 123 4567",
      "telefoon: 085 123 4567",
      "telefoon: \"+32 2 555 12 12\"",
      "website: https://school.nl",
      "website: https://school.nl:8080/gids,2026/?a=1,2",
      "website: https://xn--caf-dma.nl/",
      "website: https://school.amsterdam",
      "peildatum: 2012",
      "vastgesteld: 2027-01-15",
      "schooljaar: 2026-2027",
      "dyslexie: [{status: in_ontwikkeling, toelichting: Komt., vanaf: 2026-11}]",
      "dyslexie: [{status: in_ontwikkeling, toelichting: Komt., vanaf: 2026-2027}]",
      "dyslexie: [{status: ja, voor: {niveaus: [havo]}}]",
      "dyslexie: [{status: ja, toelichting: Een.}, {status: ja, toelichting: Twee.}]",
      "dyslexie: [{status: ja}, {status: nee, toelichting: Niet., bron: site}]",
      "dyslexie: [{status: ja, voor: {leerjaren: [1]}}, {status: nee, toelichting: Niet., voor: {leerjaren: [2]}}]",
      "dyslexie: [{status: ja, peildatum: 2026}, {status: nee, toelichting: Niet., peildatum: 2024}]",
      "dyslexie: [{status: nee, toelichting: Nu niet.}, {status: in_ontwikkeling, toelichting: Komt.}]",
      "uitleg: Onbekend is wie dit doet.",
      "uitleg: \"24/7\"",
      "uitleg: \"✓\"",
      "dyslexie: [{status: deels, toelichting: \"Nee, alleen op dinsdag.\"}]",
      "dyslexie: [{status: nee, toelichting: Ja en nee staan er allebei niet.}]",
      "uitleg: \"Hij weet het niet… en dan?\"",
      "uitleg: \"Soms … en soms niet.\"",
      "uitleg: \"Minder dan < 5 leerlingen, 3 * 4 uur, 5* en korte_naam_van_school\"",
      "uitleg: \"Wiskunde & Nederlands; zie [1]\"",
      "uitleg: Todo is Spaans  # TODO: vraag de school",
      "visie: \"Wij **willen** [dit](https://brug.example/).\"",
  }));
  CAPTURE(lines);
  CHECK(messages_about(lines) == "");
}

TEST_CASE("a number that site.yaml declares at a service is a telephone number, and no person's", "[model]") {
  constexpr std::string_view settings = R"(-- site.yaml --
titel: Wegwijs
diensten:
  - {naam: De Lijn, telefoon: "1850", whatsapp: [06 1234 5678], mail: delijn@gmail.com, rekening: NL91 ABNA 0417 1643 00}
verzamelingen:
  scholen: {map: schoolprofiles, adres: "/scholen/{id}/"}
)";
  CHECK(messages_about("telefoon: \"1850\"", settings) == "");
  CHECK(messages_about("telefoon: +31 6 12345678", settings) == "");
  CHECK(messages_about("uitleg: App 06-12345678, mail DeLijn@gmail.com, gebruik NL91ABNA0417164300.", settings) == "");
  CHECK(messages_about("uitleg: App 06-12345679.", settings).find("[privacy-mobiel]") != std::string::npos);
}

TEST_CASE("a service in site.yaml with a number that is none is reported", "[model]") {
  const std::string messages = messages_about("", R"(-- site.yaml --
titel: Wegwijs
diensten:
  - {naam: De Lijn, telefoon: bel ons, mail: delijn}
verzamelingen:
  scholen: {map: schoolprofiles, adres: "/scholen/{id}/"}
)");
  CHECK(messages.find("site.yaml:3:31: fout: 'bel ons' is geen goede waarde voor 'telefoon'") != std::string::npos);
  CHECK(messages.find("site.yaml:3:46: fout: 'delijn' is geen goede waarde voor 'mail'") != std::string::npos);
}

TEST_CASE("a claim on a row that does not apply is not in the comparison", "[model]") {
  SiteUnderTest site{std::string(schema) + std::string(profile) + "lwo_klein: ja\n" +
                     "grenzen: [{tekst: Geen., bron: site}]\n"};
  REQUIRE(site.is_published());
  CHECK(site.text("/schoolprofiles/de-brug/").find("Ja") == std::string::npos);
}

TEST_CASE("a source that nothing in the profile names is reported where it is declared", "[model]") {
  SiteUnderTest site{std::string(schema) + std::string(profile) + "dyslexie: ja\n"};
  check_reported(site.messages(), "schoolprofiles/de-brug.yaml:3:51", warning, "site", "bron-ongebruikt");
}

TEST_CASE("in a profile with mistakes no source is said to be unused", "[model]") {
  SiteUnderTest site{std::string(schema) + std::string(profile) + "dyslexie: [{status: misschien, bron: site}]\n"};
  CHECK(site.messages().find("bron-ongebruikt") == std::string::npos);
}

TEST_CASE("two schools with one name are reported, whatever the capitals", "[model]") {
  const std::string messages = messages_about("", "-- schoolprofiles/brug.yaml --\nnaam: de brug\n");
  check_reported(messages, "schoolprofiles/de-brug.yaml:1:7", warning, "De Brug", "titel-dubbel");
}

TEST_CASE("two titles in another alphabet are told apart, and found to be the same when they are", "[model]") {
  const auto messages = [](const std::string& left, const std::string& right) {
    return SiteUnderTest{R"(
-- paginas/_schema.yaml --
fields: [{id: titel, type: text, role: title, label: {nl: Titel}}]
-- paginas/a.yaml --
titel: ")" + left + R"("
-- paginas/b.yaml --
titel: ")" + right + "\"\n"}
        .messages();
  };
  CHECK(messages("Українська: допомога", "العربية: المساعدة").empty());
  CHECK(messages("Русский WhatsApp", "العربية WhatsApp").empty());
  CHECK(messages("Українська: допомога", "українська: Допомога").find("titel-dubbel") != std::string::npos);
}

TEST_CASE("two schools with one value that the schema declares unique are an error", "[model]") {
  SiteUnderTest site{R"(
-- schoolprofiles/_schema.yaml --
unique: [[korte_naam]]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: korte_naam, type: text, label: {nl: Korte naam}}
-- schoolprofiles/a.yaml --
naam: De Brug
korte_naam: Brug
-- schoolprofiles/b.yaml --
naam: De Bruggen
korte_naam: BRUG
)"};
  check_reported(site.messages(), "schoolprofiles/b.yaml:2:13", fault, "BRUG", "waarde-dubbel");
}

TEST_CASE("what cannot be in a schema is reported once, in the schema", "[model]") {
  struct WrongSchema {
    std::string_view line;
    std::string_view place;
    std::string_view severity;
    std::string_view words;
    std::string_view rule;
  };
  const WrongSchema wrong = GENERATE(values<WrongSchema>({
      {"{id: lift, type: claim, label: {nl: naam}}", "3:10", warning, "lift", "schema-label-dubbel"},
      {"{id: soort, type: choice, options: [{id: a, label: {nl: X}}, {id: b, label: {nl: X}}], label: {nl: Soort}}",
       "3:66", warning, "b", "schema-label-dubbel"},
      {"{id: lift, type: claim, facet: true, label: {nl: Lift}}", "3:36", warning, "facet", "schema-zonder-gevolg"},
      {"{id: lift, type: text, compare: true, label: {nl: Lift}}", "3:37", warning, "compare", "schema-zonder-gevolg"},
      {"{id: lift, type: number, pattern: \"99\", label: {nl: Lift}}", "3:39", warning, "pattern",
       "schema-zonder-gevolg"},
      {"{id: Lift, type: claim, label: {nl: Lift}}", "3:10", warning, "Lift", "schema-id-vorm"},
      {"{id: soort, type: choice, options: [Vmbo/havo], label: {nl: Soort}}", "3:41", warning, "Vmbo/havo",
       "schema-id-vorm"},
  }));
  CAPTURE(wrong.line);
  SiteUnderTest site{
      "\n-- schoolprofiles/_schema.yaml --\nfields:\n  - {id: naam, type: text, role: title, label: {nl: "
      "Naam}}\n  - " +
      std::string(wrong.line) + "\n-- schoolprofiles/a.yaml --\nnaam: De Brug\n"};
  check_reported(site.messages(), "schoolprofiles/_schema.yaml:" + std::string(wrong.place), wrong.severity,
                 wrong.words, wrong.rule);
}

TEST_CASE("a regular expression as a pattern is an error in the schema and no profile is blamed", "[model]") {
  for (const std::string pattern : {"[0-9]{2}[A-Z]{2}", "^9999 AA$", "\\\\d{4}", "9+", "A*", "vmbo|havo"}) {
    CAPTURE(pattern);
    SiteUnderTest site{
        "\n-- schoolprofiles/_schema.yaml --\nfields:\n  - {id: naam, type: text, role: title, label: {nl: "
        "Naam}}\n  - {id: code, type: text, pattern: \"" +
        pattern + "\", label: {nl: Code}}\n-- schoolprofiles/a.yaml --\nnaam: De Brug\ncode: 1011 AB\n"};
    const std::string messages = site.messages();
    CAPTURE(messages);
    CHECK(messages.find("_schema.yaml:3:37: fout: ") != std::string::npos);
    CHECK(messages.find("[schema-patroon]") != std::string::npos);
    CHECK(messages.find("schoolprofiles/a.yaml") == std::string::npos);
  }
}

TEST_CASE("brackets and signs in a pattern that stand for themselves are no regular expression", "[model]") {
  for (const std::string pattern : {"(999) 99-99", "+31 99", "99.99", "A9 [9", "9999 AA"}) {
    SiteUnderTest site{
        "\n-- schoolprofiles/_schema.yaml --\nfields:\n  - {id: naam, type: text, role: title, label: {nl: "
        "Naam}}\n  - {id: code, type: text, pattern: \"" +
        pattern + "\", label: {nl: Code}}\n-- schoolprofiles/a.yaml --\nnaam: De Brug\n"};
    CHECK(site.messages() == "");
  }
}

namespace {

std::string messages_about_table(std::string_view rows, std::string_view percentages = "Geslaagd") {
  SiteUnderTest site{R"(
-- content/tabellen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: tabel, type: table, label: {nl: Tabel}}
-- content/tabellen/t.yaml --
titel: Cijfers
tabel:
  bestand: t.csv
  kolommen:
    - {id: soort, titel: Soort, soort: tekst}
    - {id: deel, titel: ")" +
                     std::string(percentages) + R"(", soort: procent}
-- content/tabellen/t.csv --
soort,deel
)" + std::string(rows) +
                     "\n"};
  return site.messages();
}

}  // namespace

TEST_CASE("a cell of a table that cannot be is reported in the data file", "[model]") {
  struct WrongCell {
    std::string_view rows;
    std::string_view place;
    std::string_view words;
    std::string_view rule;
  };
  const WrongCell wrong = GENERATE(values<WrongCell>({
      {"havo,600", "2:6", "600", "percentage-kan-niet"},
      {"havo,-3.5", "2:6", "-3.5", "percentage-kan-niet"},
      {"havo,90\nvwo,95\nHavo,91", "4:1", "Havo", "tabel-rij-dubbel"},
      {"1-mrt,90", "2:1", "1-mrt", "tabel-rekenprogramma"},
      {"12-Jan-25,90", "2:1", "12-Jan-25", "tabel-rekenprogramma"},
      {"mrt-25,90", "2:1", "mrt-25", "tabel-rekenprogramma"},
      {"#VERW!,90", "2:1", "#VERW!", "tabel-rekenprogramma"},
      {"########,90", "2:1", "########", "tabel-rekenprogramma"},
      {"\"1,23E+11\",90", "2:1", "1,23E+11", "tabel-rekenprogramma"},
      {"ONWAAR,90", "2:1", "ONWAAR", "tabel-rekenprogramma"},
      {"2026-03-01 00:00:00,90", "2:1", "2026-03-01 00:00:00", "tabel-rekenprogramma"},
      {"**havo**,90", "2:1", "**havo**", "opmaak-in-tekst"},
      {"…,90", "2:1", "…", "tekst-niet-af"},
      {"havo TODO,90", "2:6", "TODO", "tekst-niet-af"},
  }));
  CAPTURE(wrong.rows);
  check_reported(messages_about_table(wrong.rows), "content/tabellen/t.csv:" + std::string(wrong.place), warning,
                 wrong.words, wrong.rule);
}

TEST_CASE("cells that only look wrong are not reported", "[model]") {
  CHECK(messages_about_table("1-2 jaar,0\nm.i.v. maart,100\n3-4 mei,99.9") == "");
  CHECK(messages_about_table("jan-25,10\nfeb-25,20\nmrt-25,30") == "");
  CHECK(messages_about_table("2024,600\n2025,-12", "Groei in een jaar") == "");
}

namespace {

std::string messages_about_news(std::string_view lines, std::string_view body = "De site is er.") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Wegwijs
verzamelingen:
  nieuws: {map: content/nieuws, adres: "/nieuws/{id}/", feed: /nieuws/atom.xml}
-- content/nieuws/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: datum, type: date, role: date, label: {nl: Datum}}
  - {id: bijgewerkt, type: date, role: updated, label: {nl: Bijgewerkt}}
-- content/nieuws/a.md --
---
titel: Begonnen
)" + std::string(lines) +
                     "\n---\n" + std::string(body) + "\n"};
  site.with_today("2026-11-28");
  return site.messages();
}

}  // namespace

TEST_CASE("news of a day to come that nothing holds back is reported", "[model]") {
  check_reported(messages_about_news("datum: 2027-01-15"), "content/nieuws/a.md:3:8", warning, "datum: 2027-01-15",
                 "bericht-in-toekomst");
  CHECK(messages_about_news("datum: 2027-01-15\npubliceren_vanaf: 2027-01-15") == "");
  CHECK(messages_about_news("datum: 2027-01-15\npubliceren_vanaf: 2026-11-01") == "");
  CHECK(messages_about_news("datum: 2026-11-28") == "");
}

TEST_CASE("an entry that was changed on a day to come is reported", "[model]") {
  check_reported(messages_about_news("bijgewerkt: 2027-11-23"), "content/nieuws/a.md:3:13", warning,
                 "bijgewerkt: 2027-11-23", "bijgewerkt-in-toekomst");
  CHECK(messages_about_news("bijgewerkt: 2026-11-28") == "");
}

TEST_CASE("what a new page leaves open is reported in the body", "[model]") {
  check_reported(messages_about_news("datum: 2026-11-01", "## Wat is het?\n\n…"), "content/nieuws/a.md:7:1", warning,
                 "…", "tekst-niet-af");
  check_reported(messages_about_news("datum: 2026-11-01", "Tekst.\n\n- ..."), "content/nieuws/a.md:7:3", warning, "...",
                 "tekst-niet-af");
  check_reported(messages_about_news("datum: 2026-11-01", "Bel de school (TODO)."), "content/nieuws/a.md:5:16", warning,
                 "TODO", "tekst-niet-af");
  CHECK(messages_about_news("datum: 2026-11-01", "En toen …\n\nWas het TODOS? Todo.") == "");
}

TEST_CASE("days of a calendar may be to come", "[model]") {
  SiteUnderTest site{R"(
-- site.yaml --
titel: Wegwijs
verzamelingen:
  kalender: {map: content/kalender, agenda: /kalender/}
-- content/kalender/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: datum, type: date, role: date, label: {nl: Datum}}
-- content/kalender/a.yaml --
titel: Open dag
datum: 2027-01-15
-- content/kalender/b.yaml --
titel: Open dag
datum: 2027-01-22
)"};
  site.with_today("2026-11-28");
  CHECK(site.messages() == "");
}

TEST_CASE("markup in a text of site.yaml that readers see is told at its line", "[model]") {
  const std::string pages =
      "-- paginas/_schema.yaml --\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
      "-- paginas/over.yaml --\ntitel: Over\n-- site.yaml --\nbasisadres: https://proef.example/\n"
      "verzamelingen: {paginas: {map: paginas, adres: \"/{id}/\"}}\n";
  struct Text {
    std::string lines;
    std::string told;  ///< place and markup; empty: nothing is told
  };
  const Text text = GENERATE(values<Text>({
      {"titel: Proef\nmelding: Lees <b>dit</b> eerst", "4:10: waarschuwing: '<b>'"},
      {"titel: Proef\nondertitel: \"**Hulp** op school\"", "4:13: waarschuwing: '**Hulp**'"},
      {"titel: \"_Proef_\"", "3:8: waarschuwing: '_Proef_'"},
      {"titel: Proef\nmenu:\n  - {tekst: \"Over&nbsp;ons\", adres: /over/}", "5:13: waarschuwing: '&nbsp;'"},
      {"titel: Proef\nlijsten:\n  - {adres: /a/, titel: Alles, verzamelingen: [paginas], samenvatting: \"Zie "
       "[over](/over/)\"}",
       "5:72: waarschuwing: '[over](/over/)'"},
      {"titel: Proef\nmelding: \"Vragen? Mail a_b@c.nl, 5 * 3 < 20 & meer: #1\"", ""},
      {"titel: Proef\nlijsten:\n  - {adres: /a/, titel: \"{titel}\", verzamelingen: [paginas]}", ""},
  }));
  CAPTURE(text.lines);
  SiteUnderTest site(pages + text.lines + "\n");
  const std::string messages = site.messages();
  if (text.told.empty()) {
    CHECK(messages == "");
  } else {
    CHECK(messages.starts_with("site.yaml:" + text.told + " is opmaak, en die werkt hier niet"));
    CHECK(std::count(messages.begin(), messages.end(), '\n') == 1);
  }
  CHECK(site.is_published());
}
