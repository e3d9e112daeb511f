// A new portal, with the theme and the schemas that come with the program.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "files/disk.h"
#include "files/temporary_folder.h"
#include "program.h"

namespace wegwijs {

TEST_CASE("a new portal builds at once without a message, in Dutch and in English, for each kind of school",
          "[commands]") {
  for (const char* language : {"nl", "en"}) {
    for (const bool primary : {false, true}) {
      INFO(language << primary);
      const TemporaryFolder folder;
      const std::string portal = folder / "portaal";
      std::vector<std::string> arguments{"init", portal, "--name", "Hulp in \"Ons\" dorp", "--lang", language};
      if (primary) arguments.emplace_back("--primary");
      const ProgramRun made = run_program(arguments);
      CHECK(made.exit_code == 0);
      CHECK(made.output.find(std::string(language) == "nl" ? "Nu verder:" : "What to do next:") != std::string::npos);
      const ProgramRun built = run_program({"build", "--strict", "--root", portal, "--clock", "2026-11-29"});
      CHECK(built.exit_code == 0);
      CHECK(built.errors.empty());
      const std::string home = read_file(folder / "portaal/public/index.html");
      CHECK(home.find("<html lang=\"" + std::string(language) + "\"") != std::string::npos);
      // The search field leads to the list of all pages, in the language of the site.
      const std::string list = std::string(language) == "nl" ? "zoeken" : "search";
      CHECK(home.find("role=\"search\" action=\"/" + list + "/\"") != std::string::npos);
      CHECK(std::filesystem::exists(folder / ("portaal/public/" + list + "/index.html")));
      // The invented school does not reach readers.
      const ProgramRun published = run_program({"publish", folder / "www", "--root", portal, "--clock", "2026-11-29"});
      CHECK(published.exit_code == 1);
      // Never into somebody's work.
      CHECK(run_program({"init", portal}).exit_code == 2);
    }
  }
}

TEST_CASE("a new portal in English has English addresses, topics and comments, and says what its Dutch keys mean",
          "[commands]") {
  for (const bool primary : {false, true}) {
    const TemporaryFolder folder;
    std::vector<std::string> arguments{"init", folder / "portal", "--lang", "en"};
    if (primary) arguments.emplace_back("--primary");
    CHECK(run_program(arguments).exit_code == 0);
    for (const char* file : {"schoolprofiles/_schema.yaml", "content/pages/_schema.yaml",
                             "content/documents/_schema.yaml", "site.yaml", "schoolprofiles/example-school.yaml"}) {
      INFO(file);
      const std::string text = read_file(folder / ("portal/" + std::string(file)));
      for (std::size_t place = 0; (place = text.find('#', place)) != std::string::npos; ++place) {
        const std::string comment = text.substr(place, text.find('\n', place) - place);
        for (const char* dutch : {" de ", " het ", " een ", " van "}) CHECK(comment.find(dutch) == std::string::npos);
      }
      CHECK(text.find("@nl") == std::string::npos);
      CHECK(text.find("@en") == std::string::npos);
    }
    CHECK(run_program({"new", "school", "the-bridge", "--root", folder / "portal"}).exit_code == 0);
    const std::string made = read_file(folder / "portal/schoolprofiles/the-bridge.yaml");
    CHECK(made.find("# Name (required). The name that parents know.\nnaam: \"The bridge\"\n") != std::string::npos);
    CHECK(made.find("# Dyslexia.\n# dyslexia: [{status: ja,") != std::string::npos);
    CHECK(run_program({"build", "--root", folder / "portal", "--clock", "2026-11-29"}).exit_code == 0);
    CHECK(run_program({"new", "page", "help", "--root", folder / "portal"}).output.find("content/pages/help.md") !=
          std::string::npos);
    CHECK(run_program({"new", "source-document", "act", "--root", folder / "portal"})
              .output.find("content/documents/act.yaml") != std::string::npos);
    for (const char* file : {"schools/new/index.html", "schools/example-school/add/index.html", "data/schools.json"})
      CHECK(std::filesystem::exists(folder / ("portal/public/" + std::string(file))));
    const std::string kind = primary ? "primary" : "vo";
    CHECK(std::filesystem::exists(folder / ("portal/public/compare/basic-support/" + kind + "/index.html")));
  }
}

TEST_CASE("what 'new' makes passes the strict check, until it is no draft any more", "[commands]") {
  const TemporaryFolder folder;
  const std::string root = folder / "portaal";
  CHECK(run_program({"init", root}).exit_code == 0);
  for (const char* kind : {"school", "brondocument", "pagina"})
    CHECK(run_program({"new", kind, "de-brug", "--root", root}).exit_code == 0);
  const ProgramRun drafts = run_program({"check", "--strict", "--root", root});
  INFO(drafts.errors);
  CHECK(drafts.exit_code == 0);
  const std::string profile = folder / "portaal/schoolprofiles/de-brug.yaml";
  std::string text = read_file(profile);
  text.replace(text.find("\nklad: ja"), 9, "");
  std::ofstream(profile) << text;
  CHECK(run_program({"check", "--root", root}).errors.find("[lege-waarde]") != std::string::npos);
}

TEST_CASE("what to do next can be typed as it stands, whatever the folder is called", "[commands]") {
  const TemporaryFolder folder;
  const std::string portal = folder / "Mijn portaal";
  CHECK(run_program({"init", portal}).output.find("  cd '" + portal + "'\n") != std::string::npos);
}

TEST_CASE("the first school of an empty portal is a profile, and the first page a text", "[commands]") {
  const TemporaryFolder folder;
  CHECK(run_program({"init", folder / "portaal"}).exit_code == 0);
  std::filesystem::remove(folder / "portaal/schoolprofiles/voorbeeldschool.yaml");
  for (const char* page : {"index.md", "over.md", "404.md"})
    std::filesystem::remove(folder / ("portaal/content/paginas/" + std::string(page)));
  const std::string root = folder / "portaal";
  CHECK(run_program({"new", "school", "de-brug", "--root", root}).output.find("schoolprofiles/de-brug.yaml\n") !=
        std::string::npos);
  CHECK(run_program({"new", "brondocument", "gids", "--root", root}).output.find("content/bronnen/gids.yaml\n") !=
        std::string::npos);
  CHECK(run_program({"new", "pagina", "over", "--root", root}).output.find("content/paginas/over.md\n") !=
        std::string::npos);
}

TEST_CASE("a portal without a list of all pages has no search field, and no link that leads nowhere", "[commands]") {
  const TemporaryFolder folder;
  const std::string portal = folder / "portaal";
  CHECK(run_program({"init", portal}).exit_code == 0);
  std::string settings = read_file(folder / "portaal/site.yaml");
  const std::size_t lists = settings.find("\nlijsten:");
  settings.erase(lists, settings.find("\n# De wegen naar binnen") - lists);
  const std::string item = "  - {tekst: A tot Z, adres: /zoeken/}\n";
  settings.erase(settings.find(item), item.size());
  folder.put("portaal/site.yaml", settings);
  const ProgramRun built = run_program({"build", "--strict", "--root", portal, "--clock", "2026-11-29"});
  INFO(built.errors);
  CHECK(built.exit_code == 0);
  for (const char* page : {"index.html", "scholen/index.html", "scholen/voorbeeldschool/index.html"})
    CHECK(read_file(folder / ("portaal/public/" + std::string(page))).find("role=\"search\"") == std::string::npos);
}

TEST_CASE("a new portal takes the schools of a municipality from the file of the register", "[commands]") {
  const TemporaryFolder folder;
  folder.put("duo.csv",
             "VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENAAM;"
             "TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR\n"
             "99AA00;De Brug: \"School\";Laan;1;1234 AB;NIEUWSTAD;NIEUWSTAD;0101234567;www.brug.example;HAVO/VWO\n"
             "99AA01;De Brug: \"School\";Laan;2;1234 AB;NIEUWSTAD;NIEUWSTAD;0612345678;;PRO\n"
             "99BB00;Elders;Weg;3;4321 BA;ELDERS;ELDERS;;;VWO\n");
  const std::string portal = folder / "portaal";
  const ProgramRun made = run_program({"init", portal, "--from", folder / "duo.csv", "--gemeente", "Nieuwstad"});
  CHECK(made.exit_code == 0);
  CHECK(made.output.find("met 2 scholen uit het register") != std::string::npos);
  const ProgramRun built = run_program({"build", "--root", portal, "--clock", "2026-11-29"});
  CHECK(built.exit_code == 0);
  CHECK(built.errors.find("fout") == std::string::npos);
  const std::string first = read_file(folder / "portaal/schoolprofiles/de-brug-school.yaml");
  CHECK(first.find("brin: \"99AA\"\nvestiging: \"00\"\nsoort: [vo]\nadres: \"Laan 1\"") != std::string::npos);
  // A mobile number may be a person's.
  CHECK(read_file(folder / "portaal/schoolprofiles/de-brug-school-99aa01.yaml").find("06") == std::string::npos);
  CHECK(run_program({"init", folder / "b", "--from", folder / "duo.csv", "--gemeente", "Nergens"}).exit_code == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "b"));
  CHECK(run_program({"init", folder / "b", "--gemeente", "Nergens"}).exit_code == 2);
  // One is not many: neither schools, nor whatever a build counts.
  const ProgramRun single = run_program({"init", folder / "d", "--from", folder / "duo.csv", "--gemeente", "Elders"});
  CHECK(single.output.find("met 1 school uit het register") != std::string::npos);
  const ProgramRun of_one = run_program({"build", "--root", folder / "d", "--clock", "2026-11-29"});
  CHECK(of_one.output.find("; 1 School;") != std::string::npos);
  CHECK(of_one.output.find("; 1 Scholen") == std::string::npos);
  // More than one municipality, as a region has.
  const ProgramRun both = run_program(
      {"init", folder / "c", "--from", folder / "duo.csv", "--gemeente", "Nieuwstad", "--gemeente", "Elders"});
  CHECK(both.output.find("met 3 scholen uit het register") != std::string::npos);
}

}  // namespace wegwijs
