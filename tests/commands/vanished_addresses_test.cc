// The real program on a folder that was built before: what the last site had and this one has not.
#include <signal.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "program.h"
#include "site_folder.h"
#include "under_sanitizer.h"

namespace wegwijs {
namespace {

ProgramRun run(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--root", folder.path().string()});
  return run_program(arguments);
}

}  // namespace

TEST_CASE("an address of the last site that nothing answers now is a warning that says what to write", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  REQUIRE(run(folder, {"build"}).exit_code == 0);
  std::filesystem::rename(folder / "content/pagina-1.md", folder / "content/bladzijde-een.md");
  const std::string warning =
      "site.yaml:1:1: waarschuwing: Het adres '/pagina-1/' was op de vorige site en is er nu niet meer. Nieuw is "
      "'/bladzijde-een/'. [adres-verdwenen]\n";
  CHECK(run(folder, {"check"}).errors.find(warning) != std::string::npos);
  const ProgramRun strict = run(folder, {"build", "--strict"});
  CHECK(strict.exit_code == 1);
  CHECK(std::filesystem::exists(folder / "public/pagina-1/index.html"));
  // What the warning advises ends it.
  folder.put(
      "themes/wegwijs/doorverwijzing.mustache",
      "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title><a href=\"{{target}}\">{{title}}</a></html>\n");
  folder.put("content/bladzijde-een.md", "---\ntitel: Een\noude_adressen: [/pagina-1/]\n---\nTekst.\n");
  const ProgramRun mended = run(folder, {"build", "--strict"});
  CHECK(mended.exit_code == 0);
  CHECK(mended.errors.empty());
}

TEST_CASE("a page that is only not published today has not vanished", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  REQUIRE(run(folder, {"build"}).exit_code == 0);
  folder.put("content/pagina-1.md", "---\ntitel: Een\nklad: ja\n---\nTekst.\n");
  const ProgramRun built = run(folder, {"build"});
  CHECK(built.exit_code == 0);
  CHECK(built.errors.empty());
  CHECK(built.output.find("niet gepubliceerd: content/pagina-1.md (klad)\n") != std::string::npos);
}

TEST_CASE("many addresses that vanish from one folder are told as one cause", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder, 8);
  REQUIRE(run(folder, {"build"}).exit_code == 0);
  for (int number = 0; number < 5; ++number)
    std::filesystem::remove(folder / ("content/pagina-" + std::to_string(number) + ".md"));
  const ProgramRun built = run(folder, {"build"});
  CHECK(built.exit_code == 0);
  CHECK(built.errors.starts_with(
      "site.yaml:1:1: waarschuwing: 5 adressen onder '/' waren op de vorige site en zijn er nu "
      "niet meer, zoals '/pagina-0/'. [adressen-verdwenen]\n"));
  CHECK(built.errors.find("adres-verdwenen") == std::string::npos);
}

TEST_CASE("a build with drafts goes to a folder of its own and never replaces the published site", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  folder.put("content/geheim.md", "---\ntitel: Geheim\nklad: ja\n---\nTekst.\n");
  REQUIRE(run(folder, {"build"}).exit_code == 0);
  const auto published = files_of(folder / "public");
  REQUIRE(run(folder, {"build", "--drafts"}).exit_code == 0);
  CHECK(files_of(folder / "public") == published);
  CHECK(std::filesystem::exists(folder / "public-klad/geheim/index.html"));
  const ProgramRun refused = run(folder, {"build", "--drafts", "-o", (folder / "public").string()});
  CHECK(refused.exit_code == 2);
  CHECK(refused.errors.find("staat de site die gepubliceerd wordt") != std::string::npos);
  CHECK(files_of(folder / "public") == published);
  CHECK(run(folder, {"build", "--drafts"}).exit_code == 0);
}

TEST_CASE("Ctrl-C during a build changes nothing and leaves nothing behind", "[commands]") {
  const TemporaryFolder folder;
  // So many that the build is still at work when the signal comes.
  const int pages = is_under_address_sanitizer ? 600 : 3000;
  put_site(folder, pages);
  REQUIRE(run(folder, {"build", "--jobs", "1"}).exit_code == 0);
  const auto published = files_of(folder / "public");
  for (int number = 0; number < pages; ++number) put_page(folder, number, "Andere tekst.\n");
  RunningProgram program({"build", "--jobs", "1", "--root", folder.path().string()});
  while (names_of(folder.path()).find("-nieuw") == std::string::npos) {
  }
  program.signal(SIGINT);
  CHECK(program.wait() == 130);
  CHECK(files_of(folder / "public") == published);
  CHECK(names_of(folder.path()).find("-nieuw") == std::string::npos);
}

}  // namespace wegwijs
