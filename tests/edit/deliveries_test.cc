// What schools sent, in the editor: told answer by answer, and taken in where it is ticked; nothing else, and nothing
// newer.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "edit/edited_portal.h"

using namespace wegwijs;

namespace {

using Json = nlohmann::json;

std::string form_of(const std::string& answers, const std::string& id = "de-brug",
                    const std::string& name = "De Brug") {
  return R"({"soort":"wegwijs-wijziging","versie":1,"verzameling":"scholen","id":")" + id + R"(","naam":")" + name +
         R"(","gemaakt_op":"2026-11-28","functie":"Teamleider","bron":{"soort":"schoolgids","titel":"Gids 2026"},)"
         R"("antwoorden":[)" +
         answers + "]}";
}

const std::string lift_changed = R"({"veld":"lift","antwoord":"nee","uitleg":"Buiten gebruik."})";

/// The one delivery that lies there.
Json delivery_of(EditedPortal& portal) {
  const Json json = Json::parse(portal.get("aanleveringen").body);
  REQUIRE(json["aanleveringen"].size() == 1);
  return json["aanleveringen"][0];
}

EditAnswer take_in(EditedPortal& portal, const Json& delivery, const Json& fields) {
  const Json wish{{"bestand", delivery["bestand"]},
                  {"versie", delivery["versie"]},
                  {"profielversie", delivery["profielversie"]},
                  {"velden", fields}};
  return portal.post("overnemen", wish.dump());
}

EditAnswer receive(EditedPortal& portal, const std::string& name, std::string bytes) {
  EditRequest request = portal.request("POST", "ontvang", std::move(bytes));
  request.query["naam"] = name;
  return portal.answer(request);
}

}  // namespace

TEST_CASE("a delivery is told answer by answer, and changes nothing by that", "[edit]") {
  EditedPortal portal;
  portal.put("inkomend/brug.json", form_of(lift_changed + R"(,{"veld":"weg","antwoord":"ja","uitleg":"<b>Ja</b>"})"));
  const auto before = portal.files();
  const Json delivery = delivery_of(portal);
  CHECK(delivery["naam"] == "De Brug");
  CHECK(delivery["functie"] == "Teamleider");
  REQUIRE(delivery["antwoorden"].size() == 2);
  CHECK(delivery["antwoorden"][0]["oordeel_in_woorden"] == "Niet begrepen");
  CHECK(delivery["antwoorden"][0]["kan_over"] == false);
  const Json& lift = delivery["antwoorden"][1];
  CHECK(lift["oordeel_in_woorden"] == "Gewijzigd");
  CHECK(lift["nu"] == "Ja: Elke dag. (2024)");
  CHECK(lift["school"] == "Nee: Buiten gebruik.");
  CHECK(lift["kan_over"] == true);
  CHECK(portal.files() == before);
}

TEST_CASE("what is ticked is taken in, and can be undone", "[edit]") {
  EditedPortal portal;
  portal.put("inkomend/brug.json", form_of(lift_changed));
  const auto before = portal.files();
  const EditAnswer done = take_in(portal, delivery_of(portal), {"lift"});
  REQUIRE(done.status == 200);
  CHECK(EditedPortal::in(done, "/aantal") == "1");
  const std::string profile = portal.file("scholen/de-brug.yaml");
  CHECK(profile.starts_with("# De school aan de brug\nnaam: \"De Brug\"   # zoals ouders haar kennen\n"));
  CHECK(profile.find("status: nee") != std::string::npos);
  CHECK(profile.find("toelichting: Buiten gebruik.") != std::string::npos);
  CHECK(profile.ends_with("# over de zaal weten wij niets\n"));
  CHECK(delivery_of(portal)["antwoorden"][0]["oordeel"] == "stond_er_al");
  CHECK(portal.post("terug", R"({"nummer":")" + EditedPortal::in(done, "/terug") + R"("})").status == 200);
  CHECK(portal.files() == before);
}

TEST_CASE("an answer that contradicts is taken in only when somebody ticks it", "[edit]") {
  EditedPortal portal;
  portal.put("inkomend/brug.json",
             form_of(R"({"veld":"lift","antwoord":"nee","uitleg":"Weg.","gezien":"iets anders"})"));
  const Json delivery = delivery_of(portal);
  CHECK(delivery["antwoorden"][0]["oordeel"] == "spreekt_tegen");
  CHECK(delivery["antwoorden"][0]["neem_over"] == false);
  CHECK(take_in(portal, delivery, Json::array()).status == 422);
  CHECK(take_in(portal, delivery, {"lift"}).status == 200);
  CHECK(portal.file("scholen/de-brug.yaml").find("status: nee") != std::string::npos);
}

TEST_CASE("a delivery is not taken in over a profile, or itself, that changed since it was shown", "[edit]") {
  EditedPortal portal;
  portal.put("inkomend/brug.json", form_of(lift_changed));
  Json delivery = delivery_of(portal);
  portal.put("scholen/de-brug.yaml", portal.file("scholen/de-brug.yaml") + "# van een ander\n");
  auto before = portal.files();
  CHECK(take_in(portal, delivery, {"lift"}).status == 409);
  CHECK(portal.files() == before);
  delivery = delivery_of(portal);
  portal.put("inkomend/brug.json", form_of(R"({"veld":"lift","antwoord":"ja","uitleg":"Iets anders."})"));
  before = portal.files();
  CHECK(take_in(portal, delivery, {"lift"}).status == 409);
  CHECK(portal.files() == before);
  CHECK(take_in(portal, delivery_of(portal), {"lift"}).status == 200);
}

TEST_CASE("what was not offered cannot be taken in", "[edit]") {
  EditedPortal portal;
  portal.put(
      "inkomend/brug.json",
      form_of(lift_changed + R"(,{"veld":"naam","antwoord":"ja"},{"veld":"weg","antwoord":"ja","uitleg":"Ja."})"));
  const auto before = portal.files();
  const Json delivery = delivery_of(portal);
  for (const Json& fields : {Json{"naam"}, Json{"weg"}, Json{"bronnen"}, Json{"lift", "weg"}, Json{""}})
    CHECK(take_in(portal, delivery, fields).status == 422);
  CHECK(take_in(portal, delivery, {1}).status == 400);
  CHECK(take_in(portal, delivery, "lift").status == 400);
  for (const char* body : {"", "[]", "null", "{", R"({"bestand":5})", "\xff"})
    CHECK(portal.post("overnemen", body).status >= 400);
  CHECK(portal.files() == before);
}

TEST_CASE("names that lead out of the folder of deliveries find nothing", "[edit]") {
  EditedPortal portal;
  const TemporaryFolder outside;
  outside.put("geheim.json", form_of(lift_changed));
  portal.put("inkomend/brug.json", form_of(lift_changed));
  portal.put("inkomend/.verborgen.json", form_of(lift_changed));
  std::filesystem::create_symlink(outside / "geheim.json", portal.folder() / "inkomend/link.json");
  Json delivery = delivery_of(portal);
  const auto before = portal.files();
  for (const char* name : {"../scholen/de-brug.yaml", "../inkomend/brug.json", "link.json", ".verborgen.json",
                           "/etc/passwd", "", ".", "brug.json/"}) {
    INFO(name);
    delivery["bestand"] = name;
    CHECK(take_in(portal, delivery, {"lift"}).status == 404);
    CHECK(portal.post("opbergen", delivery.dump()).status == 404);
  }
  CHECK(portal.files() == before);
}

TEST_CASE("deliveries need the key and the origin, as all of the editor", "[edit]") {
  EditedPortal portal;
  portal.put("inkomend/brug.json", form_of(lift_changed));
  const auto before = portal.files();
  for (const char* path : {"overnemen", "opbergen", "ontvang"}) {
    EditRequest request = portal.request("POST", path, "{}");
    request.query["naam"] = "a.json";
    request.origin = "http://kwaad.example";
    CHECK(portal.answer(request).status == 403);
    request = portal.request("POST", path, "{}");
    request.key = "0123";
    CHECK(portal.answer(request).status == 403);
    CHECK(portal.get(path).status == 404);
  }
  EditRequest question = portal.request("GET", "aanleveringen");
  question.key = "";
  CHECK(portal.answer(question).status == 403);
  CHECK(portal.files() == before);
}

TEST_CASE("a file that is dropped on the page lies in the folder, under a name of its own", "[edit]") {
  EditedPortal portal;
  const std::string first = form_of(lift_changed);
  CHECK(receive(portal, "De Brug (28 nov).JSON", first).status == 200);
  CHECK(receive(portal, "De Brug (28 nov).JSON", first).status == 200);
  CHECK(receive(portal, "de-brug-28-nov.json", form_of("")).status == 200);
  const auto files = portal.files();
  CHECK(files.at("inkomend/de-brug-28-nov.json") == first);
  CHECK(files.at("inkomend/de-brug-28-nov-2.json") == form_of(""));
  for (const char* name : {"x.exe", "x", ".json", "x.html", "../x.yaml", "site.yaml", "x.json/..", ""}) {
    INFO(name);
    CHECK(receive(portal, name, "x").status == 422);
  }
  CHECK(receive(portal, "../../a.json", "{}").status == 200);
  CHECK(receive(portal, "leeg.json", "").status == 422);
  CHECK(receive(portal, "groot.json", std::string(4 * 1024 * 1024 + 1, 'x')).status == 422);
  auto after = portal.files();
  CHECK(after.erase("inkomend/a.json") == 1);
  CHECK(after == files);
}

TEST_CASE("a delivery that is no form, or too large, is told and takes nothing with it", "[edit]") {
  EditedPortal portal;
  portal.put("inkomend/groot.xlsx", std::string(5 * 1024 * 1024, 'x'));
  portal.put("inkomend/kapot.xlsx", "PK\x03\x04 en dan niets");
  portal.put("inkomend/brug.json", form_of(lift_changed));
  portal.put("inkomend/pagina.json", "<script>alert(1)</script>");
  const Json json = Json::parse(portal.get("aanleveringen").body);
  REQUIRE(json["aanleveringen"].size() == 4);
  CHECK(json["aanleveringen"][0].contains("geweigerd") == false);
  for (std::size_t index = 1; index < 4; ++index) {
    CHECK(json["aanleveringen"][index]["geweigerd"] != "");
    CHECK(take_in(portal, json["aanleveringen"][index], {"lift"}).status == 422);
  }
}

TEST_CASE("a delivery goes out of the list, and comes back when that is undone", "[edit]") {
  EditedPortal portal;
  portal.put("inkomend/brug.json", form_of(lift_changed));
  const auto before = portal.files();
  const Json delivery = delivery_of(portal);
  const EditAnswer done = portal.post("opbergen", delivery.dump());
  CHECK(done.status == 200);
  CHECK(Json::parse(portal.get("aanleveringen").body)["aanleveringen"].empty());
  CHECK(portal.post("terug", R"({"nummer":")" + EditedPortal::in(done, "/terug") + R"("})").status == 200);
  CHECK(portal.files() == before);
}

TEST_CASE("a school that is new becomes a draft with what was ticked", "[edit]") {
  EditedPortal portal;
  Json form = Json::parse(form_of(R"({"veld":"lift","antwoord":"ja","uitleg":"Ja."})", "", "De Dam"));
  form["nieuw"] = true;
  portal.put("inkomend/dam.json", form.dump());
  const Json delivery = delivery_of(portal);
  CHECK(delivery["nieuw"] == true);
  CHECK(delivery["profielversie"] == "");
  CHECK(take_in(portal, delivery, {"lift"}).status == 200);
  CHECK(portal.file("scholen/de-dam.yaml").find("klad: ja") != std::string::npos);
  CHECK(take_in(portal, delivery, {"lift"}).status >= 400);
}
