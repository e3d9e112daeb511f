// What the program says about its own use: one sentence, in one language, with exit code 2.
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

#include "files/disk.h"
#include "program.h"
#include "site_folder.h"

using namespace wegwijs;

namespace {

std::string told(const std::vector<std::string>& arguments) {
  const ProgramRun run = run_program(arguments);
  CHECK(run.exit_code == 2);
  CHECK(run.output.empty());
  return run.errors;
}

}  // namespace

TEST_CASE("a word that is no command or option is told with the one that was meant", "[commands]") {
  CHECK(told({"chek"}) == "wegwijs: 'chek' is geen opdracht; bedoelde u 'check'?\n");
  CHECK(told({"bouw"}) == "wegwijs: 'bouw' is geen opdracht; bedoelde u 'build'?\n");
  CHECK(told({"check", "--strickt"}) == "wegwijs: '--strickt' is geen optie van 'check'; bedoelde u '--strict'?\n");
  CHECK(told({"explain", "dode-link", "tab"}) == "wegwijs: 'tab' is hier te veel.\n");
  CHECK(told({"chek", "--lang", "en"}) == "wegwijs: 'chek' is not a command; did you mean 'check'?\n");
}

TEST_CASE("what is missing or cannot be read is told in our words", "[commands]") {
  CHECK(told({}).starts_with("wegwijs: Welke opdracht? Kies uit: build, check, serve, new, list, explain"));
  CHECK(told({"new", "pagina"}) ==
        "wegwijs: Bij 'new' hoort nog 'id': Naam van het bestand en het adres, bijvoorbeeld 'de-brug'.\n");
  CHECK(told({"check", "--root"}) == "wegwijs: Achter '--root' hoort één waarde.\n");
  CHECK(told({"check", "--format", "sarf"}) == "wegwijs: 'sarf' kan niet bij --format; bedoelde u 'sarif'?\n");
  CHECK(told({"check", "--lang", "fr"}) == "wegwijs: 'fr' kan niet bij --lang; kies uit: nl, en.\n");
  CHECK(told({"serve", "--port", "99999"}) ==
        "wegwijs: '99999' kan niet bij --port; schrijf een heel getal van 1 tot 65535.\n");
  CHECK(told({"check", "--jobs=veel", "--lang=en"}) ==
        "wegwijs: 'veel' is not possible at --jobs; write a whole number from 1 to 1024.\n");
}

TEST_CASE("the program speaks the language of --lang, else that of the site, else Dutch", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  CHECK(told({"check", "--root", root, "--jbos", "1"}) ==
        "wegwijs: '--jbos' is geen optie van 'check'; bedoelde u '--jobs'?\n");
  folder.put("site.yaml",
             "titel: Proef\ntaal: en\nbasisadres: https://proef.example/\n"
             "verzamelingen: {paginas: {map: content, adres: \"/{id}/\", sjabloon: pagina}}\n");
  folder.put("themes/wegwijs/texts.en.yaml", "leeg: empty\n");
  CHECK(told({"check", "--root", root, "--jbos", "1"}) ==
        "wegwijs: '--jbos' is not an option of 'check'; did you mean '--jobs'?\n");
  CHECK(told({"check", "--root=" + root, "--clock", "gisteren"}) ==
        "wegwijs: --clock is no day like 2026-11-23: gisteren\n");
  CHECK(told({"check", "--root", root, "--lang", "nl", "--clock", "gisteren"}) ==
        "wegwijs: --clock is geen dag als 2026-11-23: gisteren\n");
  CHECK(run_program({"check", "--root", root}).output == "3 pages; 3 paginas.\n");
  folder.put("vol/iets.txt", "van iemand anders");
  CHECK(run_program({"build", "--root", root, "-o", root + "/vol"}).errors.find("were not made by wegwijs") !=
        std::string::npos);
  CHECK(told({"new", "pagina", "De Brug!", "--root", root}) ==
        "wegwijs: 'De Brug!' cannot become an address; use for example 'de-brug'\n");
}

TEST_CASE("the manual page names every command", "[commands]") {
  const std::string manual = read_file(std::string(WEGWIJS_SOURCE) + "/install/wegwijs.1");
  const std::string help = run_program({"--help", "--lang", "en"}).output;
  std::size_t commands = 0;
  std::istringstream lines(help.substr(help.find("\nCommands:\n") + 11));
  for (std::string line; std::getline(lines, line) && line.starts_with("  ");) {
    const std::string command = line.substr(2, line.find(' ', 2) - 2);
    INFO(command);
    CHECK(std::regex_search(manual, std::regex("\\n\\.B[IR]?[^\\n]* " + command + "\\b")));
    ++commands;
  }
  CHECK(commands > 10);
}

TEST_CASE("help about a command that is not there says which one was meant", "[commands]") {
  const ProgramRun run = run_program({"help", "bild"});
  CHECK(run.exit_code == 2);
  CHECK(run.errors == "wegwijs: 'bild' is geen opdracht; bedoelde u 'build'?\n");
  CHECK(run.output.empty());
  CHECK(run_program({"help", "build"}).output == run_program({"build", "--help"}).output);
  CHECK(run_program({"help"}).output.ends_with("Meer over een opdracht: wegwijs help OPDRACHT\n"));
}

TEST_CASE("the help is in one language, also for one command", "[commands]") {
  const ProgramRun dutch = run_program({"--help"});
  CHECK(dutch.exit_code == 0);
  CHECK(dutch.output.find("Gebruik: wegwijs [OPTIES]") != std::string::npos);
  for (const char* english : {"Usage", "Options", "Subcommands", "Display", "REQUIRED", "OPTIONS"}) {
    CHECK(dutch.output.find(english) == std::string::npos);
    CHECK(run_program({"new", "--help"}).output.find(english) == std::string::npos);
  }
  const ProgramRun english = run_program({"build", "--help", "--lang", "en"});
  CHECK(english.output.find("Usage: wegwijs build [OPTIONS]") != std::string::npos);
  CHECK(english.output.find("Folder for the built site") != std::string::npos);
  // An option stands there as it is typed.
  CHECK(english.output.find("  --no-memory     ") != std::string::npos);
}

TEST_CASE("an unwilling disk is told in the reader's language, with the path", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  folder.put("bestand", "geen map");
  const ProgramRun run = run_program({"build", "--root", root, "-o", root + "/bestand"});
  CHECK(run.exit_code == 3);
  CHECK(run.errors == "wegwijs: " + root + "/bestand: dit is geen map\n");
}

TEST_CASE("explain has its examples in the program, which knows no folder of tests", "[commands]") {
  CHECK(bytes_of(WEGWIJS_PROGRAM).find("tests/messages") == std::string::npos);
  CHECK(run_program({"explain", "yaml-tab"}).output.find("Deze regel begint met een tab. [yaml-tab]") !=
        std::string::npos);
}
