// A theme that stands on another one: `op` in its thema.yaml.
#include <catch2/catch.hpp>

#include "commands/program.h"
#include "files/temporary_folder.h"

namespace wegwijs {
namespace {

void put_site(const TemporaryFolder& folder, std::string_view theme) {
  folder.put("site.yaml", "titel: Proef\nthema: " + std::string(theme) +
                              "\nverzamelingen:\n"
                              "  berichten: {map: content, adres: '/berichten/{id}/', sjabloon: pagina}\n");
  folder.put("content/_schema.yaml", "fields: [{id: titel, type: text, role: title, label: Titel}]\n");
  folder.put("content/avond.yaml", "titel: Open avond\n");
  folder.put("themes/onder/texts.nl.yaml", "groet: Dag\n");
  folder.put("themes/onder/pagina.mustache",
             "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title>{{>kop}}{{>voet}}</html>\n");
  folder.put("themes/onder/kop.mustache", "<p>onder: {{texts.groet}}</p>\n");
  folder.put("themes/onder/voet.mustache", "<p>voet van onder</p>\n");
  folder.put("themes/onder/static/css/stijl.css", "p{color:#000}\n");
  folder.put("themes/boven/thema.yaml", "op: onder\n");
  folder.put("themes/boven/kop.mustache", "<p>boven: {{texts.groet}}</p>\n");
}

ProgramRun build(const TemporaryFolder& folder) {
  return run_program({"build", "--root", folder.path().string(), "-o", (folder / "uit").string()});
}

std::string page_of(const TemporaryFolder& folder) {
  return files_of(folder / "uit").at("berichten/avond/index.html");
}

}  // namespace

TEST_CASE("a theme that stands on another one replaces single files and takes the rest", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder, "boven");
  const ProgramRun run = build(folder);
  INFO(run.errors);
  REQUIRE(run.exit_code == 0);
  const std::string page = page_of(folder);
  CHECK(page.find("<p>boven: Dag</p>") != std::string::npos);
  CHECK(page.find("<p>voet van onder</p>") != std::string::npos);
  CHECK(page.find("<p>onder") == std::string::npos);
  // The theme below is as it was.
  put_site(folder, "onder");
  REQUIRE(build(folder).exit_code == 0);
  CHECK(page_of(folder).find("<p>onder: Dag</p>") != std::string::npos);
}

TEST_CASE("a mistake in a file of either theme is reported at that file", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder, "boven");
  folder.put("themes/boven/kop.mustache", "<p>{{texts.groot}}</p>\n");
  CHECK(build(folder).errors.find("themes/boven/kop.mustache:1") != std::string::npos);
  put_site(folder, "boven");
  folder.put("themes/onder/voet.mustache", "<p>{{texts.groot}}</p>\n");
  CHECK(build(folder).errors.find("themes/onder/voet.mustache:1") != std::string::npos);
}

TEST_CASE("a theme cannot stand on itself, on nothing, or on what its file does not say", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder, "boven");
  folder.put("themes/onder/thema.yaml", "op: boven\n");
  ProgramRun run = build(folder);
  CHECK(run.exit_code == 1);
  CHECK(run.errors.find("'boven' is geen goede waarde voor 'op'") != std::string::npos);
  folder.put("themes/onder/thema.yaml", "op: ondr\n");
  run = build(folder);
  CHECK(run.exit_code == 1);
  CHECK(run.errors.find("site.yaml:2") != std::string::npos);
  CHECK(run.errors.find("'ondr'") != std::string::npos);
  for (const char* bad : {"op: ../onder\n", "onder\n", "op: [onder]\n", "op: onder\nkleur: rood\n", ": {\n"}) {
    folder.put("themes/onder/thema.yaml", bad);
    INFO(bad);
    run = build(folder);
    CHECK(run.exit_code == 1);
    CHECK(run.errors.find("in thema.yaml één regel als 'op: wegwijs'") != std::string::npos);
  }
}

}  // namespace wegwijs
