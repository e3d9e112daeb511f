// What the editor refuses: each hostile request by itself, and that it changed nothing.
#include <catch2/catch.hpp>
#include <filesystem>

#include "edit/edited_portal.h"

using namespace wegwijs;

namespace {

/// A save that would be carried out, but for what a test changes.
EditRequest save_request(EditedPortal& portal) {
  const std::string digest =
      EditedPortal::in(portal.get("stuk", {{"verzameling", "scholen"}, {"naam", "de-sluis"}}), "/versie");
  return portal.request("POST", "bewaar",
                        R"({"verzameling":"scholen","naam":"de-sluis","versie":")" + digest +
                            R"(","velden":{"naam":{"was":"De Sluis","wordt":"De Dam"}}})");
}

/// The answer to the request, which must have left the files as they were.
EditAnswer refused(EditedPortal& portal, const EditRequest& request) {
  const auto before = portal.files();
  EditAnswer answer = portal.answer(request);
  CHECK(portal.files() == before);
  return answer;
}

}  // namespace

TEST_CASE("a save that the page itself makes is carried out", "[edit]") {
  EditedPortal portal;
  CHECK(portal.answer(save_request(portal)).status == 200);
  CHECK(portal.file("scholen/de-sluis.yaml") == "naam: De Dam\nburen:\n  - de-brug   # aan de overkant\n");
}

TEST_CASE("a request for another host is refused, also with the key", "[edit]") {
  EditedPortal portal;
  for (const char* host : {"wegwijs.example", "localhost.example:1313", "", "127.0.0.1.nip.io"}) {
    EditRequest request = save_request(portal);
    request.host = host;
    request.origin = "http://" + request.host;
    INFO(host);
    CHECK(refused(portal, request).status == 403);
  }
}

TEST_CASE("a request of a page of another origin is refused, also with the key", "[edit]") {
  EditedPortal portal;
  for (const char* origin : {"http://kwaad.example", "https://localhost:1313", "http://localhost:8080", "null", ""}) {
    EditRequest request = save_request(portal);
    request.origin = origin;
    INFO(origin);
    CHECK(refused(portal, request).status == 403);
  }
  EditRequest request = save_request(portal);
  request.fetch_site = "cross-site";
  CHECK(refused(portal, request).status == 403);
}

TEST_CASE("without the key of this start nothing is told and nothing is changed", "[edit]") {
  EditedPortal portal;
  for (const char* key : {"", "0123456789abcdef0123456789abcdee", "0123456789abcdef0123456789abcdef0"}) {
    EditRequest request = save_request(portal);
    request.key = key;
    CHECK(refused(portal, request).status == 403);
    EditRequest question = portal.request("GET", "overzicht");
    question.key = key;
    CHECK(refused(portal, question).status == 403);
  }
  EditRequest page = portal.request("GET", "");
  page.key = "";
  const EditAnswer shell = portal.answer(page);
  CHECK(shell.status == 200);
  CHECK(shell.body.find("De Brug") == std::string::npos);
}

TEST_CASE("an address has one method, and another one is refused", "[edit]") {
  EditedPortal portal;
  for (const char* method : {"PUT", "DELETE", "OPTIONS"}) {
    EditRequest request = save_request(portal);
    request.method = method;
    CHECK(refused(portal, request).status == 405);
  }
  EditRequest request = save_request(portal);
  request.method = "GET";
  CHECK(refused(portal, request).status == 404);
}

TEST_CASE("names that lead out of the content folders find nothing", "[edit]") {
  EditedPortal portal;
  for (const char* name : {"../site", "..", "../../etc/passwd", "_schema", "de-sluis.yaml", "/etc/passwd", "."}) {
    INFO(name);
    CHECK(portal.get("stuk", {{"verzameling", "scholen"}, {"naam", name}}).status == 404);
    const std::string body =
        R"({"verzameling":"scholen","naam":")" + std::string(name) + R"(","versie":"","bestand":"x"})";
    CHECK(refused(portal, portal.request("POST", "bewaar", body)).status == 404);
  }
  for (const char* path :
       {"site.yaml", "../x.csv", "content/dagen/../../x.csv", "/etc/passwd", "scholen/_schema.yaml"}) {
    const std::string body = R"({"pad":")" + std::string(path) + R"(","versie":"","rijen":[]})";
    CHECK(refused(portal, portal.request("POST", "tabel", body)).status == 404);
  }
}

TEST_CASE("a new entry cannot get a name that leads elsewhere", "[edit]") {
  EditedPortal portal;
  for (const char* name : {"../kwaad", "a/b", "_schema", "De Brug", "de-brug", ".x", "a.yaml"}) {
    INFO(name);
    const std::string body =
        R"({"verzameling":"scholen","titel":"T","naam":")" + std::string(name) + R"(","uitvoeren":true})";
    CHECK(refused(portal, portal.request("POST", "nieuw", body)).status == 422);
  }
  CHECK(
      refused(portal, portal.request("POST", "nieuw", R"({"verzameling":"bestaatniet","titel":"T","uitvoeren":true})"))
          .status == 422);
}

TEST_CASE("a body that is too large is refused", "[edit]") {
  EditedPortal portal;
  EditRequest request = save_request(portal);
  request.is_too_large = true;
  CHECK(refused(portal, request).status == 413);
}

TEST_CASE("bodies of another form are refused", "[edit]") {
  EditedPortal portal;
  for (const char* body : {"", "[]", "null", "{", R"({"velden":[]})", R"({"velden":{"naam":"x"}})",
                           R"({"velden":{"naam":{"was":1,"wordt":true}}})", R"({"bestand":5})", "\xff\xfe"}) {
    INFO(body);
    CHECK(refused(portal, portal.request("POST", "bewaar", body)).status >= 400);
    CHECK(refused(portal, portal.request("POST", "tabel", body)).status >= 400);
    CHECK(refused(portal, portal.request("POST", "hernoem", body)).status >= 400);
    CHECK(refused(portal, portal.request("POST", "verwijder", body)).status >= 400);
  }
}

TEST_CASE("a link to a file elsewhere is no file of the portal, and is never written through", "[edit]") {
  EditedPortal portal;
  const TemporaryFolder outside;
  outside.put("geheim.yaml", "naam: Geheim\n");
  std::filesystem::create_symlink(outside / "geheim.yaml", portal.folder() / "scholen/geheim.yaml");
  CHECK(portal.get("stuk", {{"verzameling", "scholen"}, {"naam", "geheim"}}).status == 404);
  // The file becomes a link after it was read.
  const EditRequest request = save_request(portal);
  std::filesystem::remove(portal.folder() / "scholen/de-sluis.yaml");
  std::filesystem::create_symlink(outside / "geheim.yaml", portal.folder() / "scholen/de-sluis.yaml");
  CHECK(portal.answer(request).status >= 400);
  CHECK(files_of(outside.path()).at("geheim.yaml") == "naam: Geheim\n");
}

TEST_CASE("a folder that is a link out of the portal gets no new entry", "[edit]") {
  EditedPortal portal;
  const TemporaryFolder outside;
  outside.put("_schema.yaml", portal.file("scholen/_schema.yaml"));
  std::filesystem::remove_all(portal.folder() / "scholen");
  std::filesystem::create_directory_symlink(outside.path(), portal.folder() / "scholen");
  CHECK(portal.post("nieuw", R"({"verzameling":"scholen","titel":"Kwaad","uitvoeren":true})").status >= 400);
  CHECK(files_of(outside.path()).size() == 1);
}

TEST_CASE("what may not be published cannot be uploaded", "[edit]") {
  EditedPortal portal;
  const auto upload = [&](const char* name, std::string bytes) {
    EditRequest request = portal.request("POST", "beeld", std::move(bytes));
    request.query["naam"] = name;
    return refused(portal, request).status;
  };
  CHECK(upload("x.exe", "MZ") == 422);
  CHECK(upload("x.html", "<script>") == 422);
  CHECK(upload("x.js", "x") == 422);
  CHECK(upload("hal.jpg", "geen plaatje") == 422);
  CHECK(upload("hal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>") == 422);
  CHECK(upload("../../hal.svg.", "x") == 422);
  CHECK(upload("leeg.pdf", "") == 422);
}
