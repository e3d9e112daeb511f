// What was just saved, renamed or taken away can be undone, for as long as nobody touched it since.
#include <catch2/catch.hpp>

#include "edit/edited_portal.h"

using namespace wegwijs;

namespace {

EditAnswer taken_back(EditedPortal& portal, const EditAnswer& answer) {
  return portal.post("terug", R"({"nummer":")" + EditedPortal::in(answer, "/terug") + R"("})");
}

EditAnswer saved(EditedPortal& portal, const std::string& name) {
  const EditAnswer entry = portal.get("stuk", {{"verzameling", "scholen"}, {"naam", "de-sluis"}});
  EditAnswer answer =
      portal.post("bewaar", R"({"verzameling":"scholen","naam":"de-sluis","versie":")" +
                                EditedPortal::in(entry, "/versie") + R"(","velden":{"naam":{"was":")" +
                                EditedPortal::in(entry, "/waarden/naam") + R"(","wordt":")" + name + R"("}}})");
  CHECK(answer.status == 200);
  return answer;
}

}  // namespace

TEST_CASE("a save can be undone, and then the one before it", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  const EditAnswer first = saved(portal, "De Dam");
  const EditAnswer second = saved(portal, "De Dijk");
  CHECK(taken_back(portal, first).status == 409);
  const EditAnswer back = taken_back(portal, second);
  CHECK(back.status == 200);
  CHECK(EditedPortal::in(back, "/naam") == "de-sluis");
  CHECK(portal.file("scholen/de-sluis.yaml").starts_with("naam: De Dam\n"));
  CHECK(taken_back(portal, first).status == 200);
  CHECK(portal.files() == before);
  CHECK(taken_back(portal, first).status == 409);
}

TEST_CASE("a rename, a removal and a new entry are undone whole", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  for (const auto& [path, body] : std::map<std::string, std::string>{
           {"hernoem", R"({"verzameling":"scholen","naam":"de-brug","nieuw":"brugschool","uitvoeren":true})"},
           {"verwijder", R"({"verzameling":"scholen","naam":"het-lyceum","naar":"","uitvoeren":true})"},
           {"nieuw", R"({"verzameling":"paginas","titel":"Eén pagina","uitvoeren":true})"}}) {
    INFO(path);
    const EditAnswer done = portal.post(path, body);
    REQUIRE(done.status == 200);
    CHECK(portal.files() != before);
    CHECK(taken_back(portal, done).status == 200);
    CHECK(portal.files() == before);
  }
}

TEST_CASE("what somebody changed since is not undone, and nothing of it", "[edit]") {
  EditedPortal portal;
  const EditAnswer done =
      portal.post("hernoem", R"({"verzameling":"scholen","naam":"de-brug","nieuw":"brugschool","uitvoeren":true})");
  REQUIRE(done.status == 200);
  portal.put("scholen/de-sluis.yaml", portal.file("scholen/de-sluis.yaml") + "# van een ander\n");
  const auto before = portal.files();
  const EditAnswer answer = taken_back(portal, done);
  CHECK(answer.status == 409);
  CHECK(EditedPortal::in(answer, "/fout") ==
        "scholen/de-sluis.yaml: Iemand anders heeft dit bestand intussen veranderd. Er is niets veranderd.");
  CHECK(portal.files() == before);
}

TEST_CASE("undoing needs the number of the last change", "[edit]") {
  EditedPortal portal;
  CHECK(portal.post("terug", R"({"nummer":""})").status == 409);
  CHECK(portal.post("terug", R"({"nummer":"1"})").status == 409);
  CHECK(portal.post("terug", "geen JSON").status == 409);
  saved(portal, "De Dam");
  const auto before = portal.files();
  for (const char* body : {"", "{}", R"({"nummer":1})", R"({"nummer":"0"})", R"({"nummer":"2"})", "[]"})
    CHECK(portal.post("terug", body).status == 409);
  CHECK(portal.files() == before);
}
