// The real program on real folders: what an editor types, what comes out, and with which exit code.
#include <signal.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "program.h"
#include "site_folder.h"

using namespace wegwijs;

TEST_CASE("build makes the site in public/ below the root and says what it did", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const ProgramRun run = run_program({"build", "--root", folder.path().string()});
  CHECK(run.exit_code == 0);
  CHECK(run.errors.empty());
  CHECK(run.output.starts_with("3 pagina's; 3 paginas.\n"));
  CHECK(files_of(folder / "public").at("pagina-0/index.html").find("<h1>Pagina\u00A00</h1><p>Tekst.</p>") !=
        std::string::npos);
}

TEST_CASE("check writes nothing, says one line of counts, and tells all mistakes at once with exit code 1",
          "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const ProgramRun good = run_program({"check", "--root", folder.path().string()});
  CHECK(good.exit_code == 0);
  CHECK(good.output == "3 pagina's; 3 paginas.\n");
  folder.put("content/pagina-1.md", "---\ntitel: Een\nkleurr: rood\n---\n[x](/weg/)\n");
  const ProgramRun bad = run_program({"check", "--root", folder.path().string()});
  CHECK(bad.exit_code == 1);
  CHECK(bad.errors ==
        "content/pagina-1.md:3:1: fout: 'kleurr' is geen veld van Pagina. [onbekend-veld]\n"
        "   3 | kleurr: rood\n"
        "     | ^^^^^^\n"
        "  hulp: bedoelde u 'kleur'? Kijk in '_schema.yaml' welke velden er zijn.\n"
        "content/pagina-1.md:5:5: fout: Het adres '/weg/' bestaat niet op deze site. [dode-link]\n"
        "   5 | [x](/weg/)\n"
        "     |     ^^^^^\n"
        "  hulp: Kijk of het adres goed is getypt, met / aan het begin en aan het eind.\n"
        "2 fouten; er is niets veranderd.\n");
  CHECK_FALSE(std::filesystem::exists(folder / "public"));
}

TEST_CASE("a build with mistakes leaves the published site as it was", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  REQUIRE(run_program({"build", "--root", folder.path().string()}).exit_code == 0);
  const auto before = files_of(folder / "public");
  folder.put("content/pagina-1.md", "---\ntitel: \"Een\n---\n");
  CHECK(run_program({"build", "--root", folder.path().string()}).exit_code == 1);
  CHECK(files_of(folder / "public") == before);
}

TEST_CASE("what the system cannot even look at is told by the path that was asked for, in our words", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string target = (folder / std::string(300, 'x')).string();
  const ProgramRun run = run_program({"build", "--root", folder.path().string(), "--output-dir", target});
  CHECK(run.exit_code == 3);
  CHECK(run.errors == "wegwijs: " + target + ": deze naam is te lang\n");
}

TEST_CASE("wrong use is exit code 2 and an unwilling disk is 3, each with one sentence", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  CHECK(run_program({}).exit_code == 2);
  CHECK(run_program({"bouw"}).exit_code == 2);
  CHECK(run_program({"build", "--root", root, "--clock", "gisteren"}).exit_code == 2);
  CHECK(run_program({"build", "--root", root + "/nergens"}).errors ==
        "wegwijs: de map bestaat niet: " + root + "/nergens\n");
  CHECK(run_program({"check", "--root", root, "--base-url", "wegwijs.nl"}).exit_code == 2);
  CHECK(run_program({"--version"}).exit_code == 0);
  CHECK(run_program({"--help"}).output.find("serve") != std::string::npos);
  folder.put("vol/iets.txt", "van iemand anders");
  const ProgramRun refused = run_program({"build", "--root", root, "-o", root + "/vol"});
  CHECK(refused.exit_code == 3);
  CHECK(refused.errors.find("bevat bestanden die niet door wegwijs zijn gemaakt") != std::string::npos);
  CHECK(files_of(folder / "vol").at("iets.txt") == "van iemand anders");
}

TEST_CASE("a site is not built among its own sources", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  for (const char* target : {"/content", "/content/site", "/themes/wegwijs/static", "/content/../content/nieuw"}) {
    INFO(target);
    const ProgramRun run = run_program({"build", "--root", root, "-o", root + target});
    CHECK(run.exit_code == 2);
    CHECK(run.errors.find("waaruit de site gemaakt wordt") != std::string::npos);
  }
  CHECK(run_program({"build", "--root", root, "-o", root + "/content-site"}).exit_code == 0);
  CHECK(run_program({"check", "--root", root}).exit_code == 0);
}

TEST_CASE("--base-url is held to the same form as 'basisadres'", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  for (const char* address :
       {"https://a.nl/\"x/", "https://a.nl/;}x{/", "http://localhost\n/", "http://localhost:x/"}) {
    INFO(address);
    CHECK(run_program({"build", "--root", folder.path().string(), "--base-url", address}).exit_code == 2);
  }
}

TEST_CASE("a folder that is no portal is told as such", "[commands]") {
  const TemporaryFolder folder;
  const ProgramRun run = run_program({"check", "--root", folder.path().string()});
  CHECK(run.exit_code == 1);
  CHECK(run.errors ==
        "fout: In deze map staat geen 'site.yaml'. [site-yaml-ontbreekt]\n"
        "  hulp: Ga naar de map van het portaal, of wijs hem aan met --root.\n"
        "1 fout; er is niets veranderd.\n");
}

TEST_CASE("two builds give the same bytes with 1 and 7 threads, in other folders, locales and time zones",
          "[commands]") {
  const TemporaryFolder here;
  const TemporaryFolder there;
  put_site(here, 300);
  put_site(there, 300);
  const std::vector<std::string> clock{"--clock", "2026-11-23"};
  REQUIRE(run_program({"build", "--root", here.path().string(), "--jobs", "1", "--clock", "2026-11-23"},
                      {{"LANG", "nl_NL.UTF-8"}, {"TZ", "Europe/Amsterdam"}})
              .exit_code == 0);
  REQUIRE(run_program({"build", "--root", there.path().string(), "--jobs", "7", "--clock", "2026-11-23"},
                      {{"LANG", "tr_TR.UTF-8"}, {"LC_ALL", "C"}, {"TZ", "Pacific/Kiritimati"}})
              .exit_code == 0);
  CHECK(files_of(here / "public") == files_of(there / "public"));
}

TEST_CASE("a repeated build over an old one equals a first build, and unchanged pages keep their inode", "[commands]") {
  const TemporaryFolder folder;
  const TemporaryFolder fresh;
  put_site(folder, 5);
  const auto build = [](const TemporaryFolder& where) {
    return run_program({"build", "--root", where.path().string()}).exit_code;
  };
  REQUIRE(build(folder) == 0);
  const auto status_of = [&](const char* path) {
    struct stat status {};
    REQUIRE(::stat((folder / path).c_str(), &status) == 0);
    return std::pair(status.st_ino, status.st_mtim.tv_nsec);
  };
  const auto before = status_of("public/pagina-0/index.html");
  put_page(folder, 3, "Anders.\n");
  std::filesystem::remove(folder / "content/pagina-4.md");
  REQUIRE(build(folder) == 0);
  CHECK(status_of("public/pagina-0/index.html") == before);
  put_site(fresh, 4);
  put_page(fresh, 3, "Anders.\n");
  REQUIRE(build(fresh) == 0);
  CHECK(files_of(folder / "public") == files_of(fresh / "public"));
}

TEST_CASE("a kill at any moment leaves the old site whole, and the next build works", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder, 400);
  const std::string root = folder.path().string();
  REQUIRE(run_program({"build", "--root", root}).exit_code == 0);
  const auto old_site = files_of(folder / "public");
  for (int number = 0; number < 400; ++number) put_page(folder, number, "Nieuw.\n");
  int killed = 0;
  for (int milliseconds = 1; milliseconds < 40; milliseconds += 3) {
    RunningProgram program({"build", "--root", root, "--jobs", "1"});
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    program.signal(SIGKILL);
    if (program.wait() != 128 + SIGKILL) break;  // it was done before the kill
    ++killed;
    const auto site = files_of(folder / "public");
    const bool is_whole = site == old_site || site.at("pagina-0/index.html").find("Nieuw.") != std::string::npos;
    REQUIRE(is_whole);
    REQUIRE(site.size() == old_site.size());
  }
  CHECK(killed >= 1);
  REQUIRE(run_program({"build", "--root", root}).exit_code == 0);
  CHECK(files_of(folder / "public").at("pagina-399/index.html").find("Nieuw.") != std::string::npos);
  // Kept once the sources are some seconds old, which depends on how busy the machine is.
  std::filesystem::remove(folder / ".wegwijs-public-memory");
  CHECK(names_of(folder.path()) == ".wegwijs-public-made .wegwijs-public-vorige content public site.yaml themes ");
}

TEST_CASE("new makes a draft with every field of the schema, which check then finds to be filled in", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  const ProgramRun run = run_program({"new", "pagina", "mooie-dag", "--root", root});
  CHECK(run.exit_code == 0);
  const std::string text = files_of(folder / "content").at("mooie-dag.md");
  CHECK(text.find("titel: \"Mooie dag\"\n") != std::string::npos);
  CHECK(text.find("klad: ja\n") != std::string::npos);
  CHECK(text.find("# kleur: \"…\"\n") != std::string::npos);
  CHECK(run_program({"check", "--root", root}).exit_code == 0);
  CHECK(run_program({"new", "pagina", "mooie-dag", "--root", root}).exit_code == 2);
  CHECK(files_of(folder / "content").at("mooie-dag.md") == text);
  CHECK(run_program({"new", "school", "x", "--root", root}).errors ==
        "wegwijs: 'school' is geen soort; kies uit: pagina\n");
  CHECK(run_program({"new", "pagna", "x", "--root", root}).errors ==
        "wegwijs: 'pagna' is geen soort; bedoelde u 'pagina'?\n");
  CHECK(run_program({"new", "pagna", "x", "--root", root, "--lang", "en"}).errors ==
        "wegwijs: 'pagna' is not a kind; did you mean 'pagina'?\n");
  CHECK(run_program({"new", "pagina", "Mooie Dag", "--root", root}).errors.find("gebruik bijvoorbeeld 'mooie-dag'") !=
        std::string::npos);
}
