// The examples of docs/handleiding.md, run as a reader would.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "deliver/portal.h"

using namespace wegwijs;

namespace {

/// What stands in the blocks of the guide that begin with this line.
std::vector<std::string> examples(std::string_view fence) {
  std::ifstream guide(std::string(WEGWIJS_SOURCE) + "/docs/handleiding.md");
  std::vector<std::string> found;
  bool is_inside = false;
  for (std::string line; std::getline(guide, line);) {
    if (is_inside && line == "```") {
      is_inside = false;
    } else if (is_inside) {
      found.back() += line + "\n";
    } else if (line == fence) {
      is_inside = true;
      found.emplace_back();
    }
  }
  return found;
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace

TEST_CASE("every profile that the guide shows is one that check finds nothing in", "[deliver]") {
  const std::vector<std::string> profiles = examples("```yaml voorbeeld");
  REQUIRE(profiles.size() >= 2);
  for (const std::string& profile : profiles) {
    const SchoolPortal portal(profile);
    const ProgramRun run = portal.run({"check", "--strict"});
    INFO(profile << run.errors);
    CHECK(run.exit_code == 0);
  }
}

TEST_CASE("every command that the guide shows can be given", "[deliver]") {
  const SchoolPortal portal;
  portal.put("de-brug.wijziging.json", form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Ja."})"));
  const std::vector<std::string> commands = examples("```sh voorbeeld");
  REQUIRE(commands.size() >= 3);
  for (const std::string& command : commands) {
    std::vector<std::string> words = words_of(command);
    words.erase(words.begin());
    for (std::string& word : words) {
      if (word.ends_with(".json")) word = portal.path(word);
    }
    const bool is_explain = words.front() == "explain";
    const ProgramRun run = is_explain ? run_program(words) : portal.run(words);
    INFO(command << run.output << run.errors);
    CHECK(run.exit_code == 0);
  }
  CHECK(portal.profile().find("\nzaal:\n") != std::string::npos);
}
