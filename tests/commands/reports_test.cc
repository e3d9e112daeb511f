// What the program tells: in which language and form, on which output, and with which exit code.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.h"
#include "site_folder.h"

using namespace wegwijs;

namespace {

/// A portal with one mistake (`mistake`), or with a key that has another name now, which is only a warning.
void put_mistake(const TemporaryFolder& folder) {
  put_site(folder);
  folder.put("content/pagina-1.md", "---\ntitel: Een\nkleurr: rood\n---\nTekst.\n");
}
void put_warning(const TemporaryFolder& folder) {
  put_site(folder);
  folder.put("content/_schema.yaml",
             "label_one: {nl: Pagina}\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
             "  - {id: kleur, type: text, former_ids: [tint], label: {nl: Kleur}}\n");
  folder.put("content/pagina-1.md", "---\ntitel: Een\ntint: rood\n---\nTekst.\n");
}

ProgramRun check(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"check", "--root", folder.path().string()});
  return run_program(arguments);
}

}  // namespace

TEST_CASE("--lang chooses the language of what is told, whatever the language of the site", "[commands]") {
  const TemporaryFolder folder;
  put_mistake(folder);
  CHECK(check(folder, {"--lang", "en"}).errors ==
        "content/pagina-1.md:3:1: error: 'kleurr' is not a field of Pagina. [onbekend-veld]\n"
        "   3 | kleurr: rood\n"
        "     | ^^^^^^\n"
        "  help: did you mean 'kleur'? See '_schema.yaml' for the fields that exist.\n"
        "1 error; nothing was changed.\n");
  CHECK(check(folder, {}).errors.find("fout: 'kleurr' is geen veld") != std::string::npos);
  CHECK(check(folder, {"--lang", "fr"}).exit_code == 2);
  const TemporaryFolder empty;
  CHECK(check(empty, {"--lang", "en"}).errors.starts_with("error: There is no 'site.yaml' in this folder."));
}

TEST_CASE("in a form for programs standard output holds the report and nothing else", "[commands]") {
  const TemporaryFolder folder;
  put_mistake(folder);
  const ProgramRun plain = check(folder, {"--format", "plain"});
  CHECK(plain.exit_code == 1);
  CHECK(plain.output ==
        "content/pagina-1.md:3:1: fout: 'kleurr' is geen veld van Pagina. [onbekend-veld] bedoelde u 'kleur'? Kijk in "
        "'_schema.yaml' welke velden er zijn.\n");
  CHECK(check(folder, {"--format", "github"}).output ==
        "::error file=content/pagina-1.md,line=3,col=1,title=onbekend-veld::'kleurr' is geen veld van Pagina. bedoelde "
        "u 'kleur'? Kijk in '_schema.yaml' welke velden er zijn.\n");
  const auto json = nlohmann::json::parse(check(folder, {"--format", "json"}).output);
  CHECK(json.at(0).at("rule") == "onbekend-veld");
  CHECK(json.size() == 1);
  const auto sarif = nlohmann::json::parse(check(folder, {"--format", "sarif"}).output);
  CHECK(sarif.at("runs").at(0).at("results").size() == 1);
  CHECK(check(folder, {"--format", "xml"}).exit_code == 2);
}

TEST_CASE("without mistakes the json of a build is an empty list", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const ProgramRun run = run_program({"build", "--root", folder.path().string(), "--format", "json"});
  CHECK(run.exit_code == 0);
  CHECK(run.output == "[]\n");
  CHECK(run.errors.empty());
  CHECK(files_of(folder / "public").contains("pagina-0/index.html"));
}

TEST_CASE("a warning ends with exit code 0, and with 1 under --strict", "[commands]") {
  const TemporaryFolder folder;
  put_warning(folder);
  const ProgramRun loose = check(folder, {});
  CHECK(loose.exit_code == 0);
  CHECK(loose.errors ==
        "content/pagina-1.md:3:1: waarschuwing: 'tint' heet nu 'kleur'. [hernoemd-veld]\n"
        "   3 | tint: rood\n"
        "     | ^^^^\n"
        "  hulp: Schrijf 'kleur' in plaats van 'tint'; de waarde kan blijven.\n");
  const ProgramRun strict = check(folder, {"--strict"});
  CHECK(strict.exit_code == 1);
  CHECK(strict.errors == loose.errors + "1 waarschuwing; die telt met --strict; er is niets veranderd.\n");
  const TemporaryFolder good;
  put_site(good);
  CHECK(check(good, {"--strict"}).exit_code == 0);
}

TEST_CASE("a build with warnings publishes, and under --strict leaves the published site as it was", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  REQUIRE(run_program({"build", "--root", root}).exit_code == 0);
  const auto before = files_of(folder / "public");
  put_warning(folder);
  const ProgramRun strict = run_program({"build", "--root", root, "--strict"});
  CHECK(strict.exit_code == 1);
  CHECK(strict.output.empty());
  CHECK(strict.errors.ends_with("1 waarschuwing; die telt met --strict; er is niets veranderd.\n"));
  CHECK(files_of(folder / "public") == before);
  const ProgramRun loose = run_program({"build", "--root", root});
  CHECK(loose.exit_code == 0);
  CHECK(files_of(folder / "public") != before);
}

TEST_CASE("explain says what a message means, what to do, and gives its example", "[commands]") {
  const ProgramRun run = run_program({"explain", "dubbele-keuze"});
  CHECK(run.exit_code == 0);
  CHECK(run.output ==
        "dubbele-keuze\n\n"
        "'…' staat twee keer bij '…'.\n"
        "Laat er één staan.\n\n"
        "fout: zolang dit zo is, wordt de site niet gepubliceerd.\n\n"
        "Voorbeeld, schoolprofiles/de-brug.yaml:\n\n"
        "    naam: De Brug\n"
        "    niveaus: [havo, vwo, havo]\n\n"
        "    schoolprofiles/de-brug.yaml:2:22: fout: 'havo' staat twee keer bij 'niveaus'. [dubbele-keuze]\n"
        "       2 | niveaus: [havo, vwo, havo]\n"
        "         |                      ^^^^\n"
        "      hulp: Laat er één staan.\n");
  CHECK(run_program({"explain", "dubbele-keuze", "--lang", "en"})
            .output.starts_with("dubbele-keuze\n\n'…' stands twice at '…'.\nKeep one of them.\n\n"
                                "error: the site is not published as long as this is so.\n"));
}

TEST_CASE("explain without a name lists all messages; with a wrong one it names the nearest", "[commands]") {
  const ProgramRun list = run_program({"explain"});
  CHECK(list.exit_code == 0);
  CHECK(list.output.find("\nadres-dubbel: Het adres '…' is al van een andere pagina.\nadres-") != std::string::npos);
  CHECK(list.output.find("\nyaml-vorm: ") != std::string::npos);
  const ProgramRun near = run_program({"explain", "dode-lnk"});
  CHECK(near.exit_code == 2);
  CHECK(near.errors == "wegwijs: er is geen melding 'dode-lnk'; bedoelde u 'dode-link'?\n");
  CHECK(run_program({"explain", "qqqqqqq"}).errors ==
        "wegwijs: er is geen melding 'qqqqqqq'; 'wegwijs explain' noemt ze alle\n");
}
