// `wegwijs report`: what the editors send to schools.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.h"
#include "site_folder.h"

using namespace wegwijs;

namespace {

void put_school(const TemporaryFolder& folder, std::string_view lines) {
  put_site(folder, 1);
  folder.put("site.yaml", R"(titel: Proef
basisadres: https://proef.example/
verzamelingen:
  scholen: {map: scholen, adres: "/scholen/{id}/", sjabloon: pagina}
  paginas: {map: content, adres: "/{id}/", sjabloon: pagina}
)");
  folder.put("scholen/_schema.yaml", R"(
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, complete: true, label: {nl: Lift}}
  - {id: toilet, type: claim, label: {nl: Aangepast toilet}}
)");
  folder.put("scholen/de-brug.yaml", "naam: De Brug\nbronnen: {gids: {titel: Gids}}\n" + std::string(lines));
  folder.put("scholen/aalt.yaml", "naam: Aalt\n");
}

ProgramRun report(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "report");
  for (const char* argument : {"--clock", "2026-11-23", "--root"}) arguments.emplace_back(argument);
  arguments.push_back(folder.path().string());
  return run_program(arguments);
}

}  // namespace

TEST_CASE("a report is a mail that can be sent as it is", "[commands]") {
  const TemporaryFolder folder;
  put_school(folder, "toilet: [{status: ja, bron: gids, peildatum: 2021}]\n");
  const ProgramRun run = report(folder, {"--school", "de-brug"});
  CHECK(run.exit_code == 0);
  CHECK(
      run.output.starts_with("Onderwerp: Wat er op Proef over De Brug staat\n\nBeste lezer,\n\n"
                             "Dit is de pagina over uw school: https://proef.example/scholen/de-brug/\n"));
  CHECK(run.output.find("Over 1 van de 2 onderwerpen hebben wij iets gelezen.") != std::string::npos);
  CHECK(run.output.find("\nNog niet nagekeken, en nodig voor een volledig profiel (1)\n") != std::string::npos);
  CHECK(run.output.find("- Lift\n") != std::string::npos);
  CHECK(run.output.find("\nOuder dan 24 maanden (1)\n") != std::string::npos);
  CHECK(run.output.find("\nZonder toelichting (1)\n") != std::string::npos);
  CHECK(run.output.find("- Aangepast toilet\n") != std::string::npos);
  CHECK(run.output.find("Aalt") == std::string::npos);
}

TEST_CASE("the same findings come as a table and for programs", "[commands]") {
  const TemporaryFolder folder;
  put_school(folder, "toilet: [{status: ja, toelichting: Beneden., bron: gids}]\n");
  CHECK(
      report(folder, {"--format", "csv"}).output ==
      "id,naam,bevinding,bevinding_in_woorden,onderwerp,onderwerp_naam\r\n"
      "aalt,Aalt,ontbreekt_voor_volledig,\"Nog niet nagekeken, en nodig voor een volledig profiel\",lift,Lift\r\n"
      "aalt,Aalt,nog_niet_nagekeken,Nog niet nagekeken,toilet,Aangepast toilet\r\n"
      "de-brug,De Brug,ontbreekt_voor_volledig,\"Nog niet nagekeken, en nodig voor een volledig profiel\",lift,Lift\r\n"
      "de-brug,De Brug,datum_onbekend,Zonder datum,toilet,Aangepast toilet\r\n");
  const auto json = nlohmann::json::parse(report(folder, {"--format", "json", "--school", "de-brug"}).output);
  REQUIRE(json.size() == 1);
  CHECK(json[0]["nagekeken"] == 1);
  CHECK(json[0]["onderwerpen"] == 2);
  CHECK(json[0]["volledig"] == false);
  CHECK(json[0]["bevindingen"]["datum_onbekend"] == nlohmann::json{"toilet"});
  CHECK_FALSE(json[0].contains("leesgemak"));
}

TEST_CASE("a school that does not exist is told, with the nearest one", "[commands]") {
  const TemporaryFolder folder;
  put_school(folder, "");
  const ProgramRun run = report(folder, {"--school", "de-burg"});
  CHECK(run.exit_code == 2);
  CHECK(run.errors.find("er is geen school 'de-burg'; bedoelde u 'de-brug'?") != std::string::npos);
}

TEST_CASE("a profile with a mistake is reported on all the same, and the exit code says so", "[commands]") {
  const TemporaryFolder folder;
  put_school(folder,
             "lift: [{status: ja, toelichting: \"" + std::string(241, 'x') + "\", bron: gids, peildatum: 2026}]\n");
  const ProgramRun run = report(folder, {"--school", "de-brug"});
  CHECK(run.exit_code == 1);
  CHECK(run.output.find("\nToelichting te lang (1)\n") != std::string::npos);
  CHECK(run.errors.find("[toelichting-te-lang]") != std::string::npos);
}
