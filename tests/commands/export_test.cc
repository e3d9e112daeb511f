// What a search engine elsewhere is given.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/program.h"
#include "files/disk.h"
#include "files/temporary_folder.h"

namespace wegwijs {
namespace {

void put_site(const TemporaryFolder& folder) {
  folder.put("site.yaml",
             "titel: Proef\nbasisadres: https://proef.example/map/\n"
             "verzamelingen:\n"
             "  hulp:\n"
             "    map: content\n"
             "    adres: \"/hulp/{id}/\"\n"
             "    sjabloon: pagina\n"
             "    zoeken: {voorrang: 130}\n"
             "    lijsten: [{adres: /hulp/, titel: Alle hulp, sjabloon: pagina}]\n"
             "doorverwijzingen: {/oud/: /hulp/coach/}\n");
  folder.put("content/_schema.yaml",
             "label: {nl: Hulp}\nlabel_one: {nl: Hulp}\noption_lists:\n  wie: [{id: ouder, label: {nl: Voor ouders}}]\n"
             "fields:\n"
             "  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
             "  - {id: kort, type: text, role: summary, label: {nl: Kort}}\n"
             "  - {id: wie, type: choices, options: wie, facet: true, label: {nl: Wie}}\n"
             "  - {id: situaties, type: texts, search: true, label: {nl: Situaties}}\n"
             "  - {id: intern, type: text, label: {nl: Intern}}\n");
  folder.put("themes/wegwijs/texts.nl.yaml", "leeg: leeg\n");
  for (const char* name : {"pagina", "doorverwijzing"}) {
    folder.put(std::string("themes/wegwijs/") + name + ".mustache",
               "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title></html>\n");
  }
  folder.put("content/coach.md",
             "---\ntitel: Coach \"op maat\"\nkort: Iemand die meekijkt.\nwie: [ouder]\n"
             "situaties: [Mijn kind is bang., maatje]\nintern: niet voor lezers\n---\n"
             "## Hoe het gaat\n\nDe *coach* komt op school.\n");
  folder.put("content/klad.md", "---\ntitel: Klad\nklad: ja\n---\nNog niet.\n");
}

ProgramRun run_export(const TemporaryFolder& folder, const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments{"export", "--root", folder.path().string(), "--clock", "2026-11-29"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return run_program(arguments);
}

std::vector<nlohmann::json> records_in(const std::string& text) {
  std::vector<nlohmann::json> records;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) records.push_back(nlohmann::json::parse(line));
  return records;
}

}  // namespace

TEST_CASE("each page that readers look for is one line with what the search knows of it", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const ProgramRun run = run_export(folder);
  CHECK(run.exit_code == 0);
  CHECK(run.errors.empty());
  const std::vector<nlohmann::json> records = records_in(run.output);
  // No draft, and no address that leads elsewhere.
  REQUIRE(records.size() == 2);
  const nlohmann::json& coach = records[0];
  CHECK(coach["address"] == "/hulp/coach/");
  CHECK(coach["url"] == "https://proef.example/map/hulp/coach/");
  CHECK(coach["id"].get<std::string>().find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(coach["language"] == "nl");
  CHECK(coach["kind"] == "Hulp");
  CHECK(coach["weight"] == 130);
  CHECK(coach["title"] == "Coach \"op maat\"");
  CHECK(coach["summary"] == "Iemand die meekijkt.");
  CHECK(coach["facts"] == "Voor ouders");
  CHECK(coach["lines"] == nlohmann::json{"Mijn kind is bang."});
  CHECK(coach["names"] == nlohmann::json{"maatje"});
  CHECK(coach["text"].get<std::string>().find("De coach komt op school.") != std::string::npos);
  CHECK(run.output.find("niet voor lezers") == std::string::npos);
  CHECK(records[1]["title"] == "Alle hulp");
  CHECK(records[1]["id"] != coach["id"]);
}

TEST_CASE("the lines for a search engine are the same with any number of threads, in a file and on the terminal",
          "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  for (int number = 0; number < 100; ++number)
    folder.put("content/p" + std::to_string(number) + ".md",
               "---\ntitel: P" + std::to_string(number) + "\n---\nTekst.\n");
  const std::string once = run_export(folder, {"--jobs", "1"}).output;
  CHECK(records_in(once).size() == 102);
  const std::string file = (folder / "paginas.ndjson").string();
  const ProgramRun written = run_export(folder, {"--jobs", "7", "-o", file, "--lang", "en"});
  CHECK(written.output == file + ": 102 pages.\n");
  CHECK(read_file(file) == once);
}

TEST_CASE("a site with a mistake gives a search engine nothing and leaves the file as it was", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  folder.put("paginas.ndjson", "van gisteren");
  folder.put("content/fout.md", "---\ntitel: [a, b]\n---\nTekst.\n");
  const ProgramRun run = run_export(folder, {"-o", (folder / "paginas.ndjson").string()});
  CHECK(run.exit_code == 1);
  CHECK(run.errors.find("content/fout.md:2:1: fout:") != std::string::npos);
  CHECK(run.output.empty());
  CHECK(read_file(folder / "paginas.ndjson") == "van gisteren");
}

}  // namespace wegwijs
