#include <catch2/catch.hpp>

#include "commands/program.h"
#include "files/temporary_folder.h"

namespace wegwijs {
namespace {

void put_site(const TemporaryFolder& folder) {
  folder.put("site.yaml",
             "titel: Proef\nthema: wegwijs\nverzamelingen:\n"
             "  berichten: {map: content/berichten, adres: '/berichten/{id}/', sjabloon: pagina}\n");
  folder.put("content/berichten/_schema.yaml",
             "groups: [{id: g, label: G}]\n"
             "fields:\n"
             "  - {id: titel, type: text, role: title, label: Titel}\n"
             "  - {id: lift, type: claim, group: g, label: Lift}\n"
             "  - {id: bronnen, type: sources, role: sources, label: Bronnen}\n");
  folder.put("content/berichten/open-avond.yaml", "titel: Open avond\n");
  folder.put("themes/wegwijs/texts.nl.yaml", "leeg: leeg\n");
  folder.put("themes/wegwijs/pagina.mustache",
             "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title><p>{{title}}</p></html>\n");
}

ProgramRun show(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "show");
  for (const std::string& one : {std::string("--root"), folder.path().string()}) arguments.push_back(one);
  return run_program(arguments);
}

}  // namespace

TEST_CASE("show says which file and which template make a page, and what names the template", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const ProgramRun run = show(folder, {"/berichten/open-avond/"});
  CHECK(run.exit_code == 0);
  CHECK(run.output ==
        "pagina: Open avond\nsoort: entry\nkomt uit: content/berichten/open-avond.yaml\n"
        "sjabloon: themes/wegwijs/pagina.mustache\nsjabloon genoemd in: site.yaml:4\n");
  CHECK(show(folder, {"berichten/open-avond"}).output == run.output);
  CHECK(show(folder, {"/berichten/open-avond/", "--lang", "en"}).output.starts_with("page: Open avond\nkind: entry\n"));
}

TEST_CASE("show --data lists every name that the template may use, also what is not known", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string output = show(folder, {"/berichten/open-avond/", "--data"}).output;
  CHECK(output.find("\ntitle: Open avond\n") != std::string::npos);
  CHECK(output.find("\nsummary: -\n") != std::string::npos);
  CHECK(output.find("\nentry:\n") != std::string::npos);
  CHECK(output.find("    lift: -\n") != std::string::npos);
}

TEST_CASE("show names the nearest address when there is no page", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const ProgramRun run = show(folder, {"/berichten/open-avonden/"});
  CHECK(run.exit_code == 2);
  CHECK(run.errors.find("Op '/berichten/open-avonden/' staat geen pagina; bedoelde u '/berichten/open-avond/'?") !=
        std::string::npos);
  CHECK(show(folder, {"/heel/iets/anders/"}).errors.find("staat geen pagina.") != std::string::npos);
}

}  // namespace wegwijs
