// Another region, with the theme of this repository: groups 1 to 8 of primary schools, statuses, conditions and readers
// of its own. Nothing of it is known to the program: the words stand in the schema.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/program.h"
#include "deliver/portal.h"
#include "files/temporary_folder.h"
#include "shipped_theme.h"
#include "site_under_test.h"

using namespace wegwijs;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view settings = R"(
-- site.yaml --
titel: Basisscholen
taal: TAAL
basisadres: https://basis.example/
verzamelingen:
  scholen:
    map: scholen
    adres: /scholen/{id}/
    sjabloon: school
    open_data: /data/
    vragen: {adres: /vragen/, titel: Vragen}
    lijsten:
      - {adres: /scholen/, titel: Scholen, sjabloon: scholen-kiezen, kiezen: {onderwerpen_vanaf: 1}}
      - {adres: "/scholen/bouw/{bouw}/", titel: "{bouw}", sjabloon: scholen}
    vergelijkingen:
      - adres: /vergelijken/{groep}/{bouw}/
        titel: "{bouw}: {groep}"
        buren: bouw
        overzicht: {adres: /vergelijken/, titel: Vergelijken}
  paginas: {map: paginas, adres: "/{id}/", sjabloon: pagina}
  stukken: {map: stukken}
)";

constexpr std::string_view schema = R"(
-- scholen/_schema.yaml --
label: {nl: Scholen, en: Schools}
label_one: {nl: School, en: School}
claims:
  statuses:
    - {id: aanwezig, means: yes, label: {nl: Aanwezig, en: Present}, also: [ja]}
    - {id: op_aanvraag, means: partly, label: {nl: Op aanvraag, en: On request}}
    - {id: niet, means: no, label: {nl: Niet hier, en: Not here}, help: {nl: Dan helpt een andere school., en: Another school then helps.}}
    - {id: onbekend, means: unknown, label: {nl: Onbekend, en: Unknown}}
  scope:
    levels: bouw
    years: {key: groepen, label: {nl: groep, en: group}, from: 1, to: 8}
  conditions:
    - {id: arrangement, label: {nl: met een arrangement, en: with an arrangement}}
  checkers:
    - {id: directie, label: {nl: door de directie, en: by the head}}
    - {id: ib, label: {nl: door de intern begeleider, en: by the coordinator}}
  source_kinds: [{id: plan, label: {nl: schoolplan, en: school plan}}]
  units: [{id: keer_per_week, label: {nl: keer per week, en: times a week}}]
option_lists:
  bouw: [{id: onderbouw, label: {nl: Onderbouw, en: Lower years}}, {id: bovenbouw, label: {nl: Bovenbouw, en: Upper years}}]
groups: [{id: hulp, label: {nl: Hulp, en: Help}}]
fields:
  - {id: school, type: text, role: title, label: {nl: School, en: School}}
  - {id: afgekort, type: text, role: short_name, label: {nl: Afgekort, en: Short}}
  - {id: straat, type: text, role: street_address, label: {nl: Straat, en: Street}}
  - {id: webplek, type: web_address, role: web_address, label: {nl: Webplek, en: Site}}
  - {id: opgericht, type: number, search: true, label: {nl: Opgericht, en: Founded}}
  - {id: verzonnen, type: yes_no, role: example, label: {nl: Verzonnen, en: Invented}}
  - {id: bouw, type: choices, options: bouw, facet: true, label: {nl: Bouw, en: Years}}
  - {id: herkomst, type: sources, role: sources, label: {nl: Herkomst, en: Origin}}
  - {id: bron, type: source, role: default_source, label: {nl: Bron, en: Source}}
  - {id: taalklas, type: claim, group: hulp, compare: true, search: true, label: {nl: Taalklas, en: Language class}, question: {nl: "Is er een taalklas?"}}
  - {id: plusklas, type: claim, group: hulp, compare: true, label: {nl: Plusklas, en: Plus class}}
  - {id: rustplek, type: claim, group: hulp, compare: true, label: {nl: Rustplek, en: Quiet place}}
  - {id: zorg, type: claim, group: hulp, compare: true, label: {nl: Zorg, en: Care}}
  - {id: grenzen, type: text_claim, group: hulp, compare: true, label: {nl: Grenzen, en: Limits}}
-- paginas/_schema.yaml --
fields:
  - {id: kop, type: text, role: title, label: {nl: Kop, en: Heading}}
  - {id: adres, type: text, role: address, label: {nl: Adres, en: Address}}
-- paginas/start.md --
---
kop: Start
adres: /
---
Welkom.
-- paginas/zoeken.md --
---
kop: Zoeken
---
Zoek.
-- paginas/over.md --
---
kop: Over
---
Tekst.
-- stukken/_schema.yaml --
holds_documents: ja
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam, en: Name}}
  - {id: van, type: text, role: publisher, label: {nl: Van, en: Of}}
-- stukken/wijkplan.yaml --
naam: Wijkplan
van: De wijk
)";

constexpr std::string_view schools = R"(
-- scholen/de-eik.yaml --
school: De Eik
afgekort: Eik
straat: Eikenlaan 1
webplek: https://eik.example/
opgericht: 1897
bouw: [onderbouw, bovenbouw]
herkomst: {plan: {soort: plan, titel: Schoolplan}}
bron: plan
taalklas: aanwezig
plusklas:
  - status: op_aanvraag
    toelichting: In overleg.
    voor: {bouw: [bovenbouw], groepen: [7, 8]}
    voorwaarde: arrangement
    omvang: {aantal: 2, eenheid: keer_per_week}
    peildatum: 2026-09
    gecontroleerd: {op: 2026-10-01, door: ib}
rustplek: [{status: niet, toelichting: Er is geen ruimte., bron: wijkplan}]
grenzen: [{tekst: Geen verpleging.}]
-- scholen/de-es.yaml --
school: De Es
verzonnen: ja
bouw: [onderbouw]
herkomst: {plan: {soort: plan, titel: Schoolplan}}
bron: plan
taalklas: [{status: niet, toelichting: Nu niet.}]
rustplek: [{status: onbekend, gecontroleerd: {op: 2026-10-01, door: directie}}]
)";

std::string region_without_theme(std::string_view language, std::string_view entries = schools) {
  std::string text(settings);
  text.replace(text.find("TAAL"), 4, language);
  return text + std::string(schema) + std::string(entries);
}

std::string region(std::string_view language, std::string_view entries = schools) {
  return shipped_theme() + region_without_theme(language, entries);
}

/// The region as a folder, with the theme that comes with the program.
void put_region(const TemporaryFolder& folder) {
  std::istringstream lines(region_without_theme("nl"));
  std::string path;
  std::string bytes;
  for (std::string line; std::getline(lines, line);) {
    const bool is_head = line.starts_with("-- ") && line.ends_with(" --");
    if (is_head && !path.empty()) folder.put(path, bytes);
    if (is_head) {
      path = line.substr(3, line.size() - 6);
      bytes.clear();
    } else if (!path.empty()) {
      bytes += line + "\n";
    }
  }
  folder.put(path, bytes);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a region of primary schools is built by the shipped theme from its schemas alone", "[pages]") {
  SiteUnderTest site(region("nl"));
  CHECK(site.messages() == "");
  REQUIRE(site.is_published());
  const std::string page = site.text("/scholen/de-eik/");
  CHECK(has(page, "Taalklas Vakwoord: Taalklas. Aanwezig"));
  CHECK(has(page, "Op aanvraag Alleen voor: Bovenbouw, groep 7 en 8 In overleg."));
  CHECK(has(page, "2 keer per week"));
  CHECK(has(page, "met een arrangement"));
  CHECK(has(page, "door de intern begeleider, 1 oktober 2026"));
  CHECK(has(page, "Niet hier Er is geen ruimte."));
  CHECK(has(page, "Wijkplan"));
  // By role, whatever the fields are called.
  CHECK(has(page, "Adres Eikenlaan 1"));
  CHECK(has(site.file("scholen/de-eik/index.html"), "href=\"https://eik.example/\""));
  CHECK(has(site.file("scholen/de-eik/index.html"), "data-status=\"deels\""));
  CHECK(has(site.text("/over/"), "Over Tekst."));
}

TEST_CASE("what nobody looked at and what a source does not mention is never a no in another region", "[pages]") {
  SiteUnderTest site(region("nl"));
  // De Es says no to one topic; of the others nothing is known.
  const std::string page = site.file("scholen/de-es/index.html");
  const std::string groups = page.substr(page.find("id=\"pagina-groep-hulp\""),
                                         page.find("class=\"vragen\"") - page.find("id=\"pagina-groep-hulp\""));
  std::size_t noes = 0;
  for (std::size_t at = groups.find("data-status=\"nee\""); at != std::string::npos;
       at = groups.find("data-status=\"nee\"", at + 1))
    ++noes;
  CHECK(noes == 1);
  CHECK(has(groups, "data-status=\"niet_vermeld\""));
  CHECK(has(visible_text(groups), "Onbekend"));
  CHECK(has(site.text("/vragen/"), "Is er een taalklas?"));
}

TEST_CASE("finder, comparison and legend of another region speak in its words", "[pages]") {
  SiteUnderTest site(region("nl"));
  const std::string finder = site.file("scholen/index.html");
  // By the meaning for the script, with the region's own word beside it.
  CHECK(has(finder, "taalklas:ja:::aanwezig"));
  CHECK(has(finder, "plusklas:deels:bovenbouw:j:op_aanvraag"));
  CHECK(has(finder, "data-limits-claims=\"bouw\""));
  CHECK(has(finder, "<p data-said=\"op_aanvraag\" data-look=\"deels\">Op aanvraag</p>"));
  CHECK(has(site.text("/vergelijken/"), "Op aanvraag de school biedt een deel"));
  CHECK(has(site.text("/vergelijken/"), "Niet hier Dan helpt een andere school."));
  CHECK(has(site.text("/vergelijken/hulp/onderbouw/"), "Niet hier (1)"));
}

TEST_CASE("the open data and their schemas have the words of the region, and no others", "[outputs]") {
  SiteUnderTest site(region("nl"));
  const Json eik = Json::parse(site.file("scholen/de-eik/index.json"));
  const Json& plus = eik["beweringen"]["plusklas"][0];
  CHECK(plus["status"] == "op_aanvraag");
  CHECK(plus["status_in_woorden"] == "Op aanvraag");
  CHECK(plus["voor"] == Json{{"bouw", {"bovenbouw"}}, {"groepen", {7, 8}}});
  CHECK(eik["beweringen"]["grenzen"][0]["status"] == "genoemd");
  CHECK(Json::parse(site.file("scholen/de-es/index.json"))["voorbeeld"] == true);
  CHECK(eik["bronnen"][1]["uitgever"] == "De wijk");
  for (const auto& [path, bytes] : site.files()) {
    if (!path.starts_with("data/")) continue;
    for (const char* word :
         {"in_ontwikkeling", "niet_vermeld", "\"deels\"", "tlv", "leerjaren", "\"niveaus\"", "swv"}) {
      INFO(path + " " + word);
      CHECK_FALSE(has(bytes, word));
    }
  }
}

TEST_CASE("a region's words are those of its messages", "[schema]") {
  const auto messages = [](std::string_view claim) {
    return SiteUnderTest(
               region("nl",
                      std::string("-- scholen/a.yaml --\nschool: A\nherkomst: {plan: {soort: plan, titel: Plan}}\n"
                                  "bron: plan\ntaalklas: ") +
                          std::string(claim) + "\n"))
        .messages();
  };
  CHECK(messages("aanwezg") ==
        "scholen/a.yaml:4:11: fout: 'aanwezg' is geen keuze voor 'taalklas'. [onbekende-status] bedoelde u 'aanwezig'? "
        "Kies uit aanwezig, op_aanvraag, niet, onbekend. Niet nagekeken? Laat het veld weg.\n");
  // What people write instead leads to the word of the schema.
  CHECK(has(messages("ja"), "bedoelde u 'aanwezig'?"));
  CHECK(has(messages("niet"), "De korte vorm 'taalklas: niet' kan niet: alleen 'aanwezig' mag zonder toelichting."));
  CHECK(has(messages("[{status: onbekend}]"), "'onbekend' bij 'taalklas' heeft 'gecontroleerd' nodig"));
  CHECK(has(messages("[{status: aanwezig, voorwaarde: tlv}]"), "hier hoort een van: geen, arrangement"));
  CHECK(has(messages("[{status: aanwezig, voor: {groepen: [9]}}]"), "hier hoort een groep van 1 tot en met 8"));
  CHECK(has(messages("[{status: aanwezig, omvang: {aantal: 2, eenheid: uur}}]"), "hier hoort een van: keer_per_week"));
  CHECK(has(messages("[{status: aanwezig, voor: {leerjaren: [1]}}]"), "'leerjaren'"));
  CHECK(has(messages("[{status: aanwezig, vanaf: 2027}]"), "'vanaf'"));
}

TEST_CASE("the same region is built in English", "[pages]") {
  SiteUnderTest site(region("en"));
  CHECK(site.messages() == "");
  const std::string page = site.text("/scholen/de-eik/");
  CHECK(has(page, "On request"));
  CHECK(has(page, "Upper years, group 7 and 8"));
  CHECK(has(page, "2 times a week"));
  CHECK(has(page, "by the coordinator"));
  CHECK(has(site.text("/vergelijken/"), "Not here Another school then helps."));
  CHECK(Json::parse(site.file("scholen/de-eik/index.json"))["beweringen"]["taalklas"][0]["status_in_woorden"] ==
        "Present");
}

TEST_CASE("the form of another region offers its answers, sources, levels and years", "[deliver]") {
  SiteUnderTest site(region("nl"));
  const std::string form = site.file("scholen/de-eik/aanvullen/index.html");
  CHECK(has(form, "name=\"zorg\" value=\"aanwezig\">Aanwezig"));
  CHECK(has(form, "name=\"zorg\" value=\"op_aanvraag\" data-needs-text>Op aanvraag"));
  CHECK(has(form, "name=\"zorg\" value=\"niet\" data-needs-text>Niet hier"));
  // Nothing is planned in this region, and nobody answers that the own school does not say.
  CHECK_FALSE(has(form, "data-from"));
  CHECK_FALSE(has(form, "value=\"onbekend\""));
  CHECK(has(form, "<option value=\"plan\">Schoolplan</option>"));
  CHECK(has(form, "data-level-key=\"bouw\" data-year-key=\"groepen\""));
  CHECK(has(form, "Groepen, bijvoorbeeld 1, 2"));
  CHECK(has(form, "data-seen=\"op_aanvraag: In overleg. (2026-09)\""));
  for (const char* word : {"\"ja\"", "\"deels\"", "\"in_ontwikkeling\"", "schoolgids", "niveaus", "leerjaren"}) {
    INFO(word);
    CHECK_FALSE(has(form, word));
  }
  const std::string new_school = site.file("scholen/aanmelden/index.html");
  CHECK(has(new_school, "name=\"webplek\" type=\"url\""));
  CHECK(has(new_school, "name=\"bouw\""));
}

TEST_CASE("a search in another region finds its words, and numbers as they are written", "[search]") {
  SiteUnderTest site(region("nl"));
  std::string index;
  for (const auto& [path, bytes] : site.files()) {
    if (path.starts_with("zoek/") && path.ends_with(".bin")) index += bytes;
  }
  CHECK(has(index, "Taalklas: Aanwezig."));
  CHECK(has(index, "1897"));
  // A source that is silent is nothing to look for.
  CHECK_FALSE(has(index, "Rustplek: Onbekend"));
}

TEST_CASE("what a school of another region sends is taken in with the words of its schema", "[deliver]") {
  const TemporaryFolder folder;
  put_region(folder);
  const auto run = [&](std::vector<std::string> arguments) {
    for (const std::string& one :
         {std::string("--clock"), std::string("2026-11-28"), std::string("--root"), folder.path().string()})
      arguments.push_back(one);
    return run_program(arguments);
  };
  folder.put("in/eik.json", R"({"soort":"wegwijs-wijziging","versie":1,"verzameling":"scholen","id":"de-eik",
"naam":"De Eik","gemaakt_op":"2026-11-28","bron":{"soort":"plan","titel":"Schoolplan 2026"},"antwoorden":[
{"veld":"zorg","antwoord":"op_aanvraag","uitleg":"Voor de oudsten.","bouw":["bovenbouw"],"groepen":["7","8"]},
{"veld":"taalklas","antwoord":"klopt"},
{"veld":"rustplek","antwoord":"deels","uitleg":"Soms."}]})");
  const ProgramRun told = run({"receive", (folder.path() / "in/eik.json").string(), "--apply"});
  INFO(told.output + told.errors);
  CHECK(told.exit_code == 0);
  CHECK(has(told.output, "Op aanvraag: Voor de oudsten. (voor bovenbouw) (groep 7, 8)"));
  CHECK(has(told.output, "'deels'"));
  const std::string profile = files_of(folder / "scholen").at("de-eik.yaml");
  CHECK(has(profile, "voor: {bouw: [bovenbouw], groepen: [7, 8]}"));
  CHECK(has(profile, "gecontroleerd: {op: 2026-11-28, door: directie}"));
  CHECK_FALSE(has(profile, "deels"));
  const ProgramRun checked = run({"check"});
  INFO(checked.output + checked.errors);
  CHECK(checked.exit_code == 0);
  // The same with a workbook: what is written for the school is understood when it comes back.
  const ProgramRun made = run({"form", "--xlsx", (folder.path() / "formulieren").string()});
  INFO(made.errors);
  CHECK(made.exit_code == 0);
  folder.put("in/es.csv",
             "Formulier;wegwijs 1 scholen de-es - 2026-11-28\nSchool;De Es\nWaar staat dit?;Schoolplan\n"
             "Naam van het document;Plan van De Es\n\n"
             "Onderwerp;Antwoord;Uitleg;Voor welke bouw;Voor welke groepen;sleutel\n"
             "Zorg;Niet hier;Daar is geen plek voor.;;;zorg\n"
             "Plusklas;Op aanvraag;Op maandag.;onderbouw;3, 4;plusklas\n"
             "Taalklas;Gedeeltelijk;Soms.;;;taalklas\n");
  const ProgramRun sheet = run({"receive", (folder.path() / "in/es.csv").string(), "--apply"});
  CHECK_FALSE(has(sheet.output, "hoort bij versie"));
  CHECK(has(sheet.output, "Kies uit: Aanwezig, Op aanvraag, Niet hier, Klopt nog, Klopt niet."));
  INFO(sheet.output + sheet.errors);
  const std::string es = files_of(folder / "scholen").at("de-es.yaml");
  CHECK(has(es, "soort: plan"));
  INFO(es);
  CHECK(has(es, "- status: niet\n    toelichting: \"Daar is geen plek voor.\"\n"));
  CHECK(has(es, "voor: {bouw: [onderbouw], groepen: [3, 4]}"));
}
