// Many portals at once: `build --all`, and the schemas and themes that they share.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "commands/program.h"
#include "files/disk.h"
#include "files/temporary_folder.h"

namespace wegwijs {
namespace {

/// A portal with one page and nothing else: schema and theme are those of `gedeeld`.
void put_portal(const TemporaryFolder& folder, const std::string& name, std::string_view text = "Tekst.\n") {
  folder.put(name + "/site.yaml",
             "titel: Portaal " + name +
                 "\ngedeeld: ../gedeeld\nbasisadres: https://proef.example/\n"
                 "verzamelingen: {paginas: {map: content, adres: \"/{id}/\", sjabloon: pagina}}\n");
  folder.put(name + "/content/over.md", "---\ntitel: Over " + name + "\n---\n" + std::string(text));
}

/// Three portals, of which the middle one has a dead link.
void put_portals(const TemporaryFolder& folder) {
  folder.put("gedeeld/content/_schema.yaml",
             "label_one: {nl: Pagina}\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n");
  folder.put("gedeeld/themes/wegwijs/texts.nl.yaml", "leeg: leeg\n");
  folder.put("gedeeld/themes/wegwijs/pagina.mustache",
             "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title>{{body}}</html>\n");
  put_portal(folder, "drenthe");
  put_portal(folder, "utrecht", "Zie [de gids](/bestaat-niet/).\n");
  put_portal(folder, "zeeland");
  folder.put("portalen.yaml", "portalen: [drenthe, utrecht, zeeland]\n");
}

ProgramRun run_all(const TemporaryFolder& folder, const std::vector<std::string>& options = {},
                   const std::string& command = "build") {
  std::vector<std::string> arguments{command, "--all", (folder / "portalen.yaml").string(), "--clock", "2026-11-29"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return run_program(arguments);
}

bool has_site(const TemporaryFolder& folder, const std::string& name) {
  return std::filesystem::exists(folder / (name + "/public/over/index.html"));
}

bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a mistake in one portal is told with its file and the other portals are built all the same", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  const ProgramRun run = run_all(folder);
  CHECK(run.exit_code == 1);
  CHECK(has_site(folder, "drenthe"));
  CHECK_FALSE(has_site(folder, "utrecht"));
  CHECK(has_site(folder, "zeeland"));
  CHECK(run.errors.starts_with("utrecht:\n" + (folder / "utrecht/content/over.md:4:").string()));
  CHECK(holds(run.errors, "1 fout; er is niets veranderd.\n"));
  CHECK(run.errors.ends_with("Niet gelukt: utrecht. Daar is niets veranderd.\n"));
  CHECK(holds(run.output, "drenthe: "));
  CHECK(holds(run.output, " bestanden, "));
  CHECK_FALSE(holds(run.output, "utrecht"));
  CHECK(holds(run.output, "\n2 van 3 portalen: "));
  // What was good is seen to be unchanged; the one that is mended comes with it.
  put_portal(folder, "utrecht");
  const ProgramRun again = run_all(folder);
  CHECK(again.exit_code == 0);
  CHECK(again.errors.empty());
  CHECK(has_site(folder, "utrecht"));
  CHECK(holds(again.output, "\n3 van 3 portalen: "));
}

TEST_CASE("a build of all portals speaks English where that is asked", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  const ProgramRun run = run_all(folder, {"--lang", "en"});
  CHECK(run.exit_code == 1);
  CHECK(holds(run.output, "\n2 of 3 portals: "));
  CHECK(run.errors.ends_with("Failed: utrecht. Nothing was changed there.\n"));
  CHECK_FALSE(holds(run.errors + run.output, "fout"));
  const ProgramRun checked = run_all(folder, {"--lang", "en"}, "check");
  CHECK(checked.output.starts_with("2 of 3 portals without errors, in "));
}

TEST_CASE("a portal is built among others as it is on its own, with any number of threads", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  CHECK(run_all(folder, {"-o", (folder / "een").string(), "--jobs", "1"}).exit_code == 1);
  CHECK(run_all(folder, {"-o", (folder / "zes").string(), "--jobs", "6"}).exit_code == 1);
  const std::string root = (folder / "zeeland").string();
  const ProgramRun alone =
      run_program({"build", "--root", root, "--clock", "2026-11-29", "-o", (folder / "alleen").string()});
  CHECK(alone.exit_code == 0);
  CHECK(files_of(folder / "een/zeeland") == files_of(folder / "alleen"));
  CHECK(files_of(folder / "zes/zeeland") == files_of(folder / "alleen"));
  CHECK_FALSE(std::filesystem::exists(folder / "een/utrecht"));
}

TEST_CASE("checking all portals finds the same mistakes and writes nothing", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  const ProgramRun run = run_all(folder, {}, "check");
  CHECK(run.exit_code == 1);
  CHECK(holds(run.errors, "[dode-link]"));
  CHECK_FALSE(has_site(folder, "drenthe"));
}

TEST_CASE("the failure of the machine at one portal is the exit code and does not stop the others", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  folder.put("drenthe/public/foto.jpg", "van iemand anders");
  const ProgramRun run = run_all(folder);
  CHECK(run.exit_code == 3);
  CHECK(holds(run.errors, "drenthe:\nwegwijs: " + (folder / "drenthe/public").string() +
                              " bevat bestanden die niet door wegwijs zijn gemaakt"));
  CHECK(run.errors.ends_with("Niet gelukt: drenthe, utrecht. Daar is niets veranderd.\n"));
  CHECK(has_site(folder, "zeeland"));
}

TEST_CASE("the messages of all portals are one document for programs", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  folder.put("portalen.yaml", "portalen: [drenthe, utrecht, zeeland, afwezig]\n");
  const ProgramRun json = run_all(folder, {"--format", "json"});
  CHECK(json.exit_code == 1);
  const nlohmann::json messages = nlohmann::json::parse(json.output);
  REQUIRE(messages.size() == 2);
  CHECK(messages[0]["portal"].is_null());
  CHECK(messages[0]["path"] == "portalen.yaml");
  CHECK(messages[0]["rule"] == "instelling-verkeerd");
  CHECK(messages[1]["portal"] == "utrecht");
  CHECK(messages[1]["path"] == (folder / "utrecht/content/over.md").string());
  const nlohmann::json log = nlohmann::json::parse(run_all(folder, {"--format", "sarif"}, "check").output);
  REQUIRE(log["runs"].size() == 4);
  CHECK(log["runs"][2]["automationDetails"]["id"] == "utrecht/");
  CHECK(log["runs"][2]["results"].size() == 1);
  CHECK(log["runs"][3]["results"].empty());
  const std::string lines = run_all(folder, {"--format", "github"}).output;
  CHECK(holds(lines, "::error file=portalen.yaml,line=1"));
  CHECK(holds(lines, "\n::error file=" + (folder / "utrecht/content/over.md").string() + ",line=4"));
}

TEST_CASE("a list of portals that cannot be right is told at its line", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  struct Wrong {
    const char* list;
    const char* words;
    bool others_are_built;
  };
  for (const Wrong& wrong : {
           Wrong{"portalen: [drenthe, afwezig]\n", "portalen.yaml:1:21: fout: 'afwezig' is geen goede waarde", true},
           Wrong{"portalen: [drenthe, drenthe/]\n", "een map die niet al genoemd is", true},
           Wrong{"portalen: [drenthe, drenthe/content]\n", "en niet in een andere ligt", true},
           Wrong{"portalen: [drenthe, ../elders]\n", "een map onder de map van deze lijst", true},
           Wrong{"portalen: [drenthe]\nthema: wegwijs\n", "'thema'", true},
           Wrong{"portalen: []\n", "een lijst van mappen met een site.yaml", false},
           Wrong{"{}\n", "een lijst van mappen met een site.yaml", false},
           Wrong{"portalen: [drenthe\n", "portalen.yaml:", false},
       }) {
    INFO(wrong.list);
    std::filesystem::remove_all(folder / "drenthe/public");
    folder.put("portalen.yaml", wrong.list);
    const ProgramRun run = run_all(folder);
    CHECK(run.exit_code == 1);
    CHECK(holds(run.errors, wrong.words));
    CHECK(has_site(folder, "drenthe") == wrong.others_are_built);
  }
}

TEST_CASE("what belongs to one portal is refused with --all", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  const std::string root = folder.path().string();
  for (const std::vector<std::string>& options :
       std::vector<std::vector<std::string>>{{"--root", root}, {"--base-url", "https://a.example/"}, {"--metrics"}}) {
    const ProgramRun run = run_all(folder, options);
    CHECK(run.exit_code == 2);
    CHECK(run.errors == "wegwijs: " + options.front() + " hoort bij één portaal en kan niet samen met --all.\n");
  }
  CHECK(run_all(folder, {"--external"}, "check").exit_code == 2);
  std::filesystem::remove(folder / "portalen.yaml");
  const ProgramRun run = run_all(folder, {"--lang", "en"});
  CHECK(run.exit_code == 2);
  CHECK(run.errors.starts_with("wegwijs: the file with portals is not there: "));
}

TEST_CASE("--quiet says only what is wrong, --verbose all that each portal says", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  const ProgramRun quiet = run_all(folder, {"--quiet"});
  CHECK(quiet.output.empty());
  CHECK(holds(quiet.errors, "Niet gelukt: utrecht."));
  put_portal(folder, "utrecht");
  const ProgramRun verbose = run_all(folder, {"--verbose"});
  CHECK(holds(verbose.output, "utrecht:\n1 pagina; 1 Pagina.\n"));
}

TEST_CASE("a portal takes what it lacks from the folder that it shares", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  const std::string root = (folder / "zeeland").string();
  CHECK(run_program({"check", "--root", root}).exit_code == 0);
  // Its own schema and theme come first.
  folder.put("zeeland/content/_schema.yaml",
             "fields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
             "  - {id: kleur, type: text, required: true, label: {nl: Kleur}}\n");
  CHECK(holds(run_program({"check", "--root", root}).errors, "'kleur'"));
  CHECK(run_program({"check", "--root", (folder / "drenthe").string()}).exit_code == 0);
  std::filesystem::remove(folder / "zeeland/content/_schema.yaml");
  folder.put("zeeland/themes/wegwijs/thema.yaml", "op: wegwijs\n");
  folder.put("zeeland/themes/wegwijs/pagina.mustache",
             "<!doctype html><html lang=\"nl\"><title>eigen</title></html>\n");
  CHECK(run_program({"build", "--root", root, "-o", (folder / "uit").string()}).exit_code == 0);
  CHECK(holds(read_file(folder / "uit/over/index.html"), "<title>eigen</title>"));
  // A mistake in what is shared is told at its file.
  folder.put("gedeeld/content/_schema.yaml", "velden: []\n");
  CHECK(holds(run_program({"check", "--root", root}).errors, "gedeeld/content/_schema.yaml:1"));
}

TEST_CASE("a build sees that a shared schema changed", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  put_portal(folder, "utrecht");
  CHECK(run_all(folder).exit_code == 0);
  folder.put("gedeeld/content/_schema.yaml",
             "label_one: {nl: Pagina}\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
             "  - {id: kleur, type: text, required: true, label: {nl: Kleur}}\n");
  const ProgramRun run = run_all(folder);
  CHECK(run.exit_code == 1);
  CHECK(run.errors.ends_with("Niet gelukt: drenthe, utrecht, zeeland. Daar is niets veranderd.\n"));
}

TEST_CASE("a shared folder that is not there is told at its line of site.yaml", "[commands]") {
  const TemporaryFolder folder;
  put_portals(folder);
  std::filesystem::rename(folder / "gedeeld", folder / "anders");
  const ProgramRun run = run_program({"check", "--root", (folder / "zeeland").string()});
  CHECK(run.exit_code == 1);
  CHECK(run.errors.starts_with("site.yaml:2:10: fout: '../gedeeld' is geen goede waarde voor 'gedeeld'"));
}

}  // namespace wegwijs
