// What the program believes, and where it looks for the portal.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "program.h"
#include "site_folder.h"

namespace wegwijs {
namespace {

/// The working folder for as long as this lives.
class WorkingIn {
 public:
  explicit WorkingIn(const std::filesystem::path& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  WorkingIn(const WorkingIn&) = delete;
  WorkingIn& operator=(const WorkingIn&) = delete;
  ~WorkingIn() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_;
};

}  // namespace

TEST_CASE("a command is meant for the nearest folder above that is a portal", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  folder.put("content/diep/er/in.txt", "");
  std::filesystem::remove(folder / "content/diep/er/in.txt");
  const WorkingIn below(folder / "content/diep/er");
  CHECK(run_program({"build"}).exit_code == 0);
  CHECK(std::filesystem::exists(folder / "public/pagina-0/index.html"));
  const ProgramRun config = run_program({"config"});
  CHECK(config.output.find("map van het portaal    " + folder.path().string()) != std::string::npos);
}

TEST_CASE("'config' says what holds and whether a default, the settings or the command line said it", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const ProgramRun run = run_program({"config", "--root", folder.path().string(), "--clock", "2026-11-29", "-j", "3"});
  CHECK(run.exit_code == 0);
  CHECK(run.output.find("adres van de site      https://proef.example/  (site.yaml)\n") != std::string::npos);
  CHECK(run.output.find("vandaag                2026-11-29  (--clock)\n") != std::string::npos);
  CHECK(run.output.find("draden tegelijk        3  (--jobs)\n") != std::string::npos);
  CHECK(run.output.find("versies die blijven    5  (standaard)\n") != std::string::npos);
}

TEST_CASE("'help COMMAND' is the help of that command, and --quiet leaves out all but what is wrong", "[commands]") {
  CHECK(run_program({"help", "build"}).output == run_program({"build", "--help"}).output);
  CHECK(run_program({"help"}).output == run_program({"--help"}).output);
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  const ProgramRun quiet = run_program({"build", "--quiet", "--root", root});
  CHECK(quiet.exit_code == 0);
  CHECK((quiet.output + quiet.errors).empty());
  put_page(folder, 1, "[weg](/weg/)\n");
  CHECK(run_program({"build", "--quiet", "--root", root}).errors.find("[dode-link]") != std::string::npos);
  put_page(folder, 1);
  CHECK(run_program({"check", "--verbose", "--root", root}).errors.find("map van het portaal") == 0);
}

TEST_CASE("where to publish is read from the settings, and a wrong amount is told at its line", "[commands]") {
  const TemporaryFolder folder;
  put_site(folder);
  const std::string root = folder.path().string();
  const ProgramRun nowhere = run_program({"publish", "--root", root});
  CHECK(nowhere.exit_code == 2);
  CHECK(nowhere.errors.find("publiceren: {naar: …}") != std::string::npos);
  const std::string settings =
      "titel: Proef\nbasisadres: https://proef.example/\n"
      "verzamelingen: {paginas: {map: content, adres: \"/{id}/\", sjabloon: pagina}}\n";
  folder.put("site.yaml", settings + "publiceren: {naar: op-de-server, bewaren: 0}\n");
  CHECK(run_program({"check", "--root", root}).errors.find("site.yaml:4:43: fout: '0'") == 0);
  folder.put("site.yaml", settings + "publiceren: {naar: op-de-server, bewaren: 3}\n");
  CHECK(run_program({"publish", "--root", root}).exit_code == 0);
  CHECK(std::filesystem::exists(folder / "op-de-server/current/pagina-0/index.html"));
}

}  // namespace wegwijs
