// The real program on a folder that it built before: when there is nothing to do, and when there is.
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "program.h"
#include "site_folder.h"

namespace wegwijs {
namespace {

/// What is said of a good build, without the time in its last line.
std::string without_time(const std::string& output) {
  return output.substr(0, output.rfind(", in "));
}

/// Every site of these tests warns of a page and of the settings, so that there is a warning of each to say again.
void put_site_with_warning(const TemporaryFolder& folder) {
  put_site(folder);
  folder.put("site.yaml",
             "titel: Proef #samen\nbasisadres: https://proef.example/\n"
             "verzamelingen: {paginas: {map: content, adres: \"/{id}/\", sjabloon: pagina}}\n");
  folder.put("content/pagina-0.md", "---\ntitel: Pagina 0\nkleur: rood #samen\n---\nTekst.\n");
}

/// Makes every source as old as sources usually are when a site is built.
void let_sources_settle(const TemporaryFolder& folder) {
  const timespec ten_seconds_ago{::time(nullptr) - 10, 0};
  const timespec times[2] = {ten_seconds_ago, ten_seconds_ago};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (entry.is_regular_file() && entry.path().string().find("/public") == std::string::npos)
      REQUIRE(::utimensat(AT_FDCWD, entry.path().c_str(), times, 0) == 0);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(150));
}

ino_t inode_of(const std::filesystem::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

class Portal {
 public:
  Portal() {
    put_site_with_warning(folder);
    let_sources_settle(folder);
    first = build();
    REQUIRE(first.exit_code == 0);
    REQUIRE(first.errors.find("content/pagina-0.md:3:13: waarschuwing") != std::string::npos);
    REQUIRE(first.errors.find("site.yaml:1:14: waarschuwing") != std::string::npos);
  }

  ProgramRun build(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"build", "--root", folder.path().string()};
    if (std::find(more.begin(), more.end(), "--clock") == more.end())
      arguments.insert(arguments.end(), {"--clock", "2026-11-23"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
  }

  /// Whether a build with `arguments` put a new folder in the place of the published one.
  bool makes_site(const std::vector<std::string>& arguments = {}) const {
    const ino_t before = inode_of(folder / "public");
    last = build(arguments);
    CHECK(last.exit_code == 0);
    return inode_of(folder / "public") != before;
  }

  TemporaryFolder folder;
  ProgramRun first;
  mutable ProgramRun last;
  std::filesystem::path memory() const { return folder / ".wegwijs-public-memory"; }
};

}  // namespace

TEST_CASE("a build without anything to do leaves the site as it is and says what the last one said", "[commands]") {
  const Portal portal;
  CHECK_FALSE(portal.makes_site());
  CHECK(portal.last.errors == portal.first.errors);
  CHECK(without_time(portal.last.output) ==
        without_time(portal.first.output).substr(0, without_time(portal.first.output).rfind(", ")) + ", 0 veranderd");
  CHECK_FALSE(portal.makes_site());
}

TEST_CASE("whatever a site is made from, a change of it has the site made", "[commands]") {
  const Portal portal;
  const TemporaryFolder& folder = portal.folder;
  const std::string page = bytes_of(folder / "content/pagina-1.md");
  const std::vector<std::pair<std::string, std::function<void()>>> changes{
      {"a letter", [&] { folder.put("content/pagina-1.md", page.substr(0, page.size() - 2) + "x\n"); }},
      {"a letter, with the old date",
       [&] {
         folder.put("content/pagina-1.md", page.substr(0, page.size() - 2) + "y\n");
         let_sources_settle(folder);
       }},
      {"a new page", [&] { put_page(folder, 7); }},
      {"a page that is gone", [&] { std::filesystem::remove(folder / "content/pagina-7.md"); }},
      {"a new name", [&] { std::filesystem::rename(folder / "content/pagina-2.md", folder / "content/pagina-8.md"); }},
      {"the settings", [&] { folder.put("site.yaml", bytes_of(folder / "site.yaml") + "# opmerking\n"); }},
      {"the theme", [&] { folder.put("themes/wegwijs/static/nieuw.txt", "nieuw\n"); }},
      {"a file of the site, by hand", [&] { folder.put("public/pagina-1/index.html", "anders\n"); }},
      {"a file in the site, by hand", [&] { folder.put("public/pagina-1/vreemd.html", "vreemd\n"); }},
      {"an empty folder in the site", [&] { std::filesystem::create_directory(folder / "public/leeg"); }},
      {"a file that is gone from the site", [&] { std::filesystem::remove(folder / "public/pagina-1/index.html"); }},
      {"rights in the site", [&] { ::chmod((folder / "public/pagina-1/index.html").c_str(), 0600); }},
      {"what a killed build left",
       [&] { std::filesystem::create_directory(folder / ".wegwijs-public-99999999-nieuw"); }},
      {"no memory", [&] { std::filesystem::remove(portal.memory()); }},
  };
  for (const auto& [what, change] : changes) {
    INFO(what);
    // Two builds: the first may report what vanished, and only what is said again is remembered.
    static_cast<void>(portal.build());
    let_sources_settle(folder);
    static_cast<void>(portal.build());
    static_cast<void>(portal.build());
    CHECK_FALSE(portal.makes_site());
    change();
    CHECK(portal.makes_site());
  }
}

TEST_CASE("another day, address or way of reporting has the site made, and so does --no-memory", "[commands]") {
  const Portal portal;
  CHECK(portal.makes_site({"--base-url", "https://elders.example/"}));
  CHECK(portal.makes_site());
  CHECK(portal.makes_site({"--clock", "2026-11-24"}));
  CHECK(portal.makes_site());
  CHECK(portal.makes_site({"--format", "json"}));
  const std::string as_json = portal.last.output;
  CHECK_FALSE(portal.makes_site({"--format", "json"}));
  CHECK(portal.last.output == as_json);
  CHECK(portal.makes_site({"--format", "json", "--no-memory"}));
}

TEST_CASE("a source that was saved a moment before is not trusted", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::vector<std::string> build{"build", "--root", folder.path().string()};
  REQUIRE(run_program(build).exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(folder / ".wegwijs-public-memory"));
  // Of the same size, within the same tick of a slow clock.
  put_page(folder, 1, "Tikst.\n");
  REQUIRE(run_program(build).exit_code == 0);
  CHECK(bytes_of(folder / "public/pagina-1/index.html").find("Tikst") != std::string::npos);
}

TEST_CASE("a memory that is cut short or changed is thrown away with one line", "[commands]") {
  const Portal portal;
  const std::string whole = bytes_of(portal.memory());
  REQUIRE(whole.size() > 150);
  const std::string line = "Wat de vorige bouw onthield, is niet te lezen; alles wordt opnieuw gemaakt.\n";
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{40}, whole.size() / 2, whole.size() - 1}) {
    INFO(size);
    std::ofstream(portal.memory(), std::ios::binary | std::ios::trunc) << whole.substr(0, size);
    CHECK(portal.makes_site());
    CHECK(portal.last.output.starts_with(line));
  }
  for (std::size_t place = 20; place < whole.size(); place += whole.size() / 7) {
    INFO(place);
    std::string changed = whole;
    changed[place] = static_cast<char>(changed[place] ^ 1);
    std::ofstream(portal.memory(), std::ios::binary | std::ios::trunc) << changed;
    CHECK(portal.makes_site());
    CHECK(portal.last.output.starts_with(line));
  }
  // One of a later version of the program is no fault.
  std::ofstream(portal.memory(), std::ios::binary | std::ios::trunc) << "wegwijs-memory 9\nanders\n";
  CHECK(portal.makes_site());
  CHECK_FALSE(portal.last.output.starts_with(line));
  CHECK_FALSE(portal.makes_site());
}

TEST_CASE("what is said of an address that vanished is not said again", "[commands]") {
  const Portal portal;
  std::filesystem::remove(portal.folder / "content/pagina-2.md");
  let_sources_settle(portal.folder);
  CHECK(portal.makes_site());
  CHECK(portal.last.errors.find("adres-verdwenen") != std::string::npos);
  CHECK(portal.makes_site());
  CHECK(portal.last.errors.find("adres-verdwenen") == std::string::npos);
  CHECK_FALSE(portal.makes_site());
  CHECK(portal.last.errors.find("adres-verdwenen") == std::string::npos);
}

TEST_CASE("--metrics tells what was made and what each stage cost, and that there was nothing to do", "[commands]") {
  const Portal portal;
  CHECK(portal.makes_site({"--metrics", "--no-memory"}));
  for (const char* words : {"gegevens lezen", "pagina's maken", "zoekindex", "publiceren", "geheugen, hoogstens"}) {
    INFO(words);
    CHECK(portal.last.output.find(words) != std::string::npos);
  }
  CHECK(portal.last.output.find("\n3 pagina's gemaakt; ") != std::string::npos);
  CHECK_FALSE(portal.makes_site({"--metrics"}));
  CHECK(portal.last.output.find("\n0 pagina's gemaakt; ") != std::string::npos);
}

TEST_CASE("a build that fails leaves what is remembered of the site that stays", "[commands]") {
  const Portal portal;
  const std::string page = bytes_of(portal.folder / "content/pagina-1.md");
  portal.folder.put("content/pagina-1.md", "---\ntitel: Een\n---\nZie [dit](/bestaat-niet/).\n");
  CHECK(portal.build().exit_code == 1);
  portal.folder.put("content/pagina-1.md", page);
  let_sources_settle(portal.folder);
  CHECK(portal.makes_site());
  CHECK_FALSE(portal.makes_site());
}

TEST_CASE("the next build makes only what looked into what changed, also right after a save", "[commands]") {
  const Portal portal;
  put_page(portal.folder, 2, "Een andere tekst.\n");
  const ProgramRun again = portal.build({"--metrics", "--explain", "/pagina-2/"});
  REQUIRE(again.exit_code == 0);
  CHECK(again.output.find("/pagina-2/: opnieuw gemaakt; deze pagina, of een die samen met haar gemaakt wordt, keek in "
                          "wat veranderde:\n  content/pagina-2.md\n") != std::string::npos);
  CHECK(bytes_of(portal.folder / "public/pagina-2/index.html").find("Een andere tekst.") != std::string::npos);
  const ProgramRun idle = portal.build({"--metrics", "--explain", "/pagina-2/"});
  CHECK(idle.output.find("/pagina-2/: zoals de vorige bouw haar maakte\n") != std::string::npos);
  CHECK(idle.output.find("\n0 pagina's gemaakt; ") != std::string::npos);
}

TEST_CASE("--explain names what every page may depend on", "[commands]") {
  const Portal portal;
  std::ofstream(portal.folder / "site.yaml", std::ios::app) << "# Een opmerking.\n";
  CHECK(portal.build({"--explain", "/pagina-1/"}).output.find("kan elke pagina afhangen:\n  site.yaml\n") !=
        std::string::npos);
  CHECK(portal.build({"--clock", "2026-11-24", "--explain", "/pagina-1/"}).output.find("  de dag of de opties\n") !=
        std::string::npos);
  CHECK(portal.build({"--no-memory", "--explain", "/pagina-1/"}).output.find("niets onthouden") != std::string::npos);
  CHECK(portal.build({"--explain", "/nergens/", "--clock", "2026-11-25"})
            .output.find("/nergens/: op dit adres staat geen pagina\n") != std::string::npos);
}

TEST_CASE("what was made of the pages is thrown away with one line when it is spoilt", "[commands]") {
  const Portal portal;
  const std::filesystem::path made = portal.folder / ".wegwijs-public-made";
  const std::string whole = bytes_of(made);
  REQUIRE(whole.size() > 500);
  const std::string line = "Wat de vorige bouw onthield, is niet te lezen; alles wordt opnieuw gemaakt.\n";
  const std::map<std::string, std::string> site = files_of(portal.folder / "public");
  for (std::size_t place = 0; place < whole.size(); place += whole.size() / 9) {
    INFO(place);
    for (const bool is_cut : {true, false}) {
      std::string changed = whole.substr(0, is_cut ? place : whole.size());
      if (!is_cut) changed[place] = static_cast<char>(changed[place] ^ 1);
      std::ofstream(made, std::ios::binary | std::ios::trunc) << changed;
      std::filesystem::remove(portal.memory());
      const ProgramRun again = portal.build({"--metrics"});
      CHECK(again.exit_code == 0);
      CHECK(again.output.starts_with(line));
      CHECK(again.output.find("\n3 pagina's gemaakt; ") != std::string::npos);
      CHECK(files_of(portal.folder / "public") == site);
    }
  }
}

TEST_CASE("what was made belongs to the site that is published", "[commands]") {
  const Portal portal;
  const std::string made = bytes_of(portal.folder / ".wegwijs-public-made");
  put_page(portal.folder, 1, "Een andere tekst.\n");
  REQUIRE(portal.build().exit_code == 0);
  // Put back beside a newer site, as a backup program might.
  std::ofstream(portal.folder / ".wegwijs-public-made", std::ios::binary | std::ios::trunc) << made;
  std::filesystem::remove(portal.memory());
  const ProgramRun again = portal.build({"--metrics"});
  CHECK(again.output.find("\n3 pagina's gemaakt; ") != std::string::npos);
  CHECK(bytes_of(portal.folder / "public/pagina-1/index.html").find("Een andere tekst.") != std::string::npos);
}

}  // namespace wegwijs
