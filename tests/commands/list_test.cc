#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "commands/program.h"
#include "files/temporary_folder.h"

namespace wegwijs {
namespace {

/// A site with one entry of every state on 25 November 2026.
void put_news(const TemporaryFolder& folder) {
  folder.put("site.yaml",
             "titel: Proef\nthema: wegwijs\nverzamelingen:\n  nieuws: {map: content/nieuws, adres: '/{id}/'}\n");
  folder.put("content/nieuws/_schema.yaml",
             "groups: [{id: g, label: G}]\n"
             "fields:\n"
             "  - {id: titel, type: text, role: title, label: Titel}\n"
             "  - {id: lift, type: claim, group: g, label: Lift}\n"
             "  - {id: trap, type: claim, group: g, label: Trap}\n"
             "  - {id: bronnen, type: sources, role: sources, label: Bronnen}\n");
  const auto put = [&](const std::string& name, const std::string& text) {
    folder.put("content/nieuws/" + name + ".yaml", "titel: " + name + "\n" + text);
  };
  put("gewoon", "bijgewerkt: 2026-11-01\n");
  put("klad", "klad: ja\n");
  put("morgen", "publiceren_vanaf: 2026-11-26\n");
  put("verlopen", "publiceren_tot: 2026-11-24\n");
  put("oud",
      "bijgewerkt: 2024-11-24\nbronnen: {gids: {titel: Gids}}\nlift: [{status: ja, bron: gids, peildatum: 2024-10}]\n"
      "trap: [{status: ja, bron: gids, peildatum: 2026-10}]\n");
}

ProgramRun list(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "list");
  for (const std::string& one :
       {std::string("--root"), folder.path().string(), std::string("--clock"), std::string("2026-11-25")}) {
    arguments.push_back(one);
  }
  return run_program(arguments);
}

TEST_CASE("list names the drafts, what is not yet due and what is expired, with the day", "[commands]") {
  const TemporaryFolder folder;
  put_news(folder);
  CHECK(list(folder, {"drafts"}).output == "content/nieuws/klad.yaml: klad\n");
  CHECK(list(folder, {"future"}).output ==
        "content/nieuws/morgen.yaml: nog niet aan de beurt: vanaf 26 november 2026\n");
  CHECK(list(folder, {"expired"}).output == "content/nieuws/verlopen.yaml: verlopen: tot en met 24 november 2026\n");
  CHECK(list(folder, {"drafts"}).exit_code == 0);
}

TEST_CASE("list old names pages and claims of more than 24 months ago, a claim with its place", "[commands]") {
  const TemporaryFolder folder;
  put_news(folder);
  CHECK(list(folder, {"old"}).output ==
        "content/nieuws/oud.yaml: bijgewerkt op 24 november 2024\n"
        "content/nieuws/oud.yaml:4:17: Lift: oktober 2024\n");
  CHECK(list(folder, {"old", "--lang", "en"}).output ==
        "content/nieuws/oud.yaml: updated 24 November 2024\n"
        "content/nieuws/oud.yaml:4:17: Lift: October 2024\n");
}

TEST_CASE("list gives the same to programs as JSON, an empty list too", "[commands]") {
  const TemporaryFolder folder;
  put_news(folder);
  const auto old = nlohmann::json::parse(list(folder, {"old", "--format", "json"}).output);
  REQUIRE(old.size() == 2);
  CHECK(old[0] == nlohmann::json({{"path", "content/nieuws/oud.yaml"},
                                  {"line", nullptr},
                                  {"column", nullptr},
                                  {"kind", "page"},
                                  {"field", nullptr},
                                  {"date", "2024-11-24"}}));
  CHECK(old[1] == nlohmann::json({{"path", "content/nieuws/oud.yaml"},
                                  {"line", 4},
                                  {"column", 17},
                                  {"kind", "claim"},
                                  {"field", "lift"},
                                  {"date", "2024-10-31"}}));
  const TemporaryFolder empty;
  put_news(empty);
  std::filesystem::remove(empty / "content/nieuws/klad.yaml");
  CHECK(nlohmann::json::parse(list(empty, {"drafts", "--format", "json"}).output) == nlohmann::json::array());
}

TEST_CASE("list knows four lists and tells of mistakes that may hide something from it", "[commands]") {
  const TemporaryFolder folder;
  put_news(folder);
  CHECK(list(folder, {"alles"}).exit_code == 2);
  CHECK(run_program({"list"}).exit_code == 2);
  folder.put("content/nieuws/stuk.yaml", "titel: [\n");
  const ProgramRun run = list(folder, {"drafts"});
  CHECK(run.exit_code == 1);
  CHECK(run.output == "content/nieuws/klad.yaml: klad\n");
  CHECK(run.errors.find("content/nieuws/stuk.yaml:1:") != std::string::npos);
}

}  // namespace
}  // namespace wegwijs
