// The editor over real HTTP on loopback, and what the command line does with entries.
#include <catch2/catch.hpp>

#include "commands/local_http.h"
#include "commands/preview_server.h"
#include "deliver/portal.h"
#include "edit/edited_portal.h"

using namespace wegwijs;

namespace {

/// The preview of a site of one page, with the editor of a portal.
class EditedPreview {
 public:
  EditedPreview()
      : port_(free_port()), server_(port_, "", [this](const EditRequest& request) { return portal_.answer(request); }) {
    server_.show({{"index.html", "<!doctype html><html><body><h1>Begin</h1></body></html>"}}, "zoek/");
  }

  EditedPortal& portal() { return portal_; }
  std::string host() const { return "localhost:" + std::to_string(port_); }
  std::string get(const std::string& path, const std::string& more = "") const {
    return ask(port_, "GET " + path, "Host: " + host() + "\r\n" + more);
  }
  std::string post(const std::string& path, const std::string& body, const std::string& more) const {
    return ask(port_, "POST " + path,
               "Host: " + host() + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more, body);
  }
  std::string with_key() const {
    return "X-Wegwijs-Sleutel: " + portal_.request("GET", "").key + "\r\nOrigin: http://" + host() + "\r\n";
  }

 private:
  EditedPortal portal_;
  std::uint16_t port_;
  PreviewServer server_;
};

bool has(const std::string& answer, std::string_view words) {
  return answer.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the page of the editor is there with the policy of the site, and may show the site in a frame", "[edit]") {
  const EditedPreview preview;
  const std::string page = preview.get("/-/bewerken/");
  CHECK(has(page, "200 OK"));
  CHECK(has(page, "Content-Security-Policy: default-src 'none'; script-src 'self'"));
  CHECK(has(page, "frame-ancestors 'self'; frame-src 'self'"));
  CHECK(has(page, "Cache-Control: no-store"));
  CHECK(has(preview.get("/-/bewerken/bewerken.js"), "Content-Type: text/javascript"));
  CHECK(has(preview.get("/-/bewerken/handleiding"), "Bewerken in de browser"));
  CHECK(has(preview.get("/"), "frame-ancestors 'self'"));
  CHECK(has(preview.get("/-/bewerken/../../site.yaml"), "403 Forbidden"));
  CHECK(has(preview.get("/-/bewerken/../../site.yaml", preview.with_key()), "404 Not Found"));
}

TEST_CASE("data and changes need the key and the origin, over HTTP too", "[edit]") {
  EditedPreview preview;
  CHECK(has(preview.get("/-/bewerken/overzicht"), "403 Forbidden"));
  CHECK(has(preview.get("/-/bewerken/overzicht", preview.with_key()), "De Brug"));
  const auto before = preview.portal().files();
  const std::string wish = R"({"verzameling":"paginas","titel":"Eén pagina","uitvoeren":true})";
  CHECK(has(preview.post("/-/bewerken/nieuw", wish, ""), "403 Forbidden"));
  CHECK(has(preview.post("/-/bewerken/nieuw", wish,
                         "X-Wegwijs-Sleutel: " + preview.portal().request("GET", "").key +
                             "\r\nOrigin: http://kwaad.example\r\n"),
            "403 Forbidden"));
  CHECK(preview.portal().files() == before);
  CHECK(has(preview.post("/-/bewerken/nieuw", wish, preview.with_key()), "200 OK"));
  CHECK(preview.portal().files().contains("content/paginas/een-pagina.md"));
}

TEST_CASE("a body of more than 25 MB is read and forgotten, and its request refused", "[edit]") {
  EditedPreview preview;
  const auto before = preview.portal().files();
  const std::string answer =
      preview.post("/-/bewerken/beeld?naam=hal.pdf", std::string(edit_body_limit + 1, 'x'), preview.with_key());
  CHECK(has(answer, "413"));
  CHECK(preview.portal().files() == before);
  CHECK(has(preview.get("/"), "Begin"));
}

TEST_CASE("without the editor there is nothing at its address, and no page may be framed", "[edit]") {
  const std::uint16_t port = free_port();
  PreviewServer server(port);
  server.show({{"index.html", "<html></html>"}}, "zoek/");
  CHECK(has(ask(port, "GET /-/bewerken/"), "404"));
  CHECK(has(ask(port, "POST /-/bewerken/bewaar", "Host: localhost\r\nContent-Length: 2\r\n", "{}"), "405"));
  CHECK(has(ask(port, "GET /"), "frame-ancestors 'none'"));
}

TEST_CASE("rename tells what it will do, and does it when told to", "[edit]") {
  const SchoolPortal portal;
  portal.folder().put("content/over.md", "---\ntitel: Over\n---\n\n[Brug](/scholen/de-brug/)\n");
  const ProgramRun told = portal.run({"rename", "/scholen/de-brug/", "brugschool"});
  CHECK(told.exit_code == 0);
  CHECK(told.output ==
        "Hernoemen: scholen/de-brug.yaml → scholen/brugschool.yaml\n"
        "Het oude adres /scholen/de-brug/ leidt naar /scholen/brugschool/.\n"
        "1 verwijzing verandert mee, in 1 bestand:\n"
        "  content/over.md: link in de tekst\n"
        "Er is nog niets veranderd. Doe het met --apply.\n");
  CHECK(portal.profile() == SchoolPortal::default_profile);
  CHECK(portal.run({"rename", "scholen/de-brug.yaml", "brugschool", "--apply"}).exit_code == 0);
  CHECK(portal.profile("brugschool").find("oude_adressen: [/scholen/de-brug/]\n") != std::string::npos);
  const ProgramRun checked = portal.run({"check"});
  INFO(checked.errors);
  CHECK(checked.exit_code == 0);
  CHECK(portal.run({"rename", "de-brug", "x"}).exit_code == 2);
}

TEST_CASE("remove says where the old address leads, and takes the entry away when told to", "[edit]") {
  const SchoolPortal portal;
  portal.folder().put("content/over.md", "---\ntitel: Over\n---\n\n[Brug](/scholen/de-brug/#lift)\n");
  const ProgramRun told = portal.run({"remove", "/scholen/de-brug/", "--to", "/over/"});
  CHECK(told.exit_code == 0);
  CHECK(told.output.find("Het oude adres /scholen/de-brug/ leidt naar /over/.\n") != std::string::npos);
  CHECK(portal.profile() == SchoolPortal::default_profile);
  CHECK(portal.run({"remove", "/scholen/de-brug/", "--to", "/nergens/", "--apply"}).exit_code == 1);
  CHECK(portal.run({"remove", "/scholen/de-brug/", "--to", "/over/", "--apply"}).exit_code == 0);
  CHECK(portal.profile().empty());
  const auto files = files_of(portal.folder().path());
  CHECK(files.at("content/over.md") == "---\ntitel: Over\noude_adressen: [/scholen/de-brug/]\n---\n\n[Brug](/over/)\n");
}

TEST_CASE("rename and remove speak English where the user or the site does", "[edit]") {
  const SchoolPortal portal;
  portal.folder().put("content/over.md", "---\ntitel: Over\n---\n\n[Brug](/scholen/de-brug/)\n");
  CHECK(portal.run({"rename", "/scholen/de-brug/", "brugschool", "--lang", "en"}).output ==
        "Rename: scholen/de-brug.yaml → scholen/brugschool.yaml\n"
        "The old address /scholen/de-brug/ leads to /scholen/brugschool/.\n"
        "1 reference changes with it, in 1 file:\n"
        "  content/over.md: link in the text\n"
        "Nothing has changed yet. Do it with --apply.\n");
  const ProgramRun taken = portal.run({"rename", "/scholen/de-brug/", "De Brug", "--lang", "en"});
  CHECK(taken.exit_code == 1);
  CHECK(taken.output.ends_with(
      "Cannot be done: An address is made of small letters, digits and hyphens: for instance 'de-brug'.\n"));
  const ProgramRun removed = portal.run({"remove", "/scholen/de-brug/", "--to", "/nergens/", "--lang", "en"});
  CHECK(removed.output.ends_with("Cannot be done: there is no page or list at /nergens/. Choose another address.\n"));
}
