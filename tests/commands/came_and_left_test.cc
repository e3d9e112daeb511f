// What a build says of a new day.
#include "commands/came_and_left.h"

#include <catch2/catch.hpp>

#include "program.h"
#include "site_folder.h"

namespace wegwijs {

TEST_CASE("a build on another day says which pages came and which left, and nothing on the same day", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  folder.put("content/later.md", "---\ntitel: Later\npubliceren_vanaf: 2026-11-30\n---\nTekst.\n");
  folder.put("content/eerder.md", "---\ntitel: Eerder\npubliceren_tot: 2026-11-29\n---\nTekst.\n");
  const auto built_on = [&](const char* day) {
    return run_program({"build", "--root", folder.path().string(), "--clock", day}).output;
  };
  CHECK(built_on("2026-11-29").find("erbij") == std::string::npos);
  CHECK(built_on("2026-11-29").find("erbij") == std::string::npos);
  const std::string next_day = built_on("2026-11-30");
  CHECK(next_day.find("erbij: /later/\nweg: /eerder/\n") != std::string::npos);
}

TEST_CASE("many pages that came or left are counted", "[commands]") {
  std::vector<std::string> before{"a/index.html"};
  std::vector<std::string> now = before;
  for (char letter = 'b'; letter <= 'z'; ++letter) now.push_back(std::string(1, letter) + "/index.html");
  now.push_back("z/plaatje.png");
  CHECK(came_and_left(before, now, Language::nl) == "erbij: 25 pagina's\n  /b/ …\n");
  CHECK(came_and_left(now, before, Language::en) == "gone: 25 pages\n  /b/ …\n");
  CHECK(came_and_left(now, now, Language::nl).empty());
  CHECK(came_and_left({}, now, Language::nl).empty());
}

}  // namespace wegwijs
