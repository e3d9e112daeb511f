// Saving through the editor: only what was edited changes, and nothing of somebody else is lost.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "edit/edited_portal.h"
#include "edit/entry_edits.h"
#include "edit/table_edits.h"

using namespace wegwijs;

namespace {

using Json = nlohmann::ordered_json;

Json opened(EditedPortal& portal, const char* collection, const char* name) {
  return Json::parse(portal.get("stuk", {{"verzameling", collection}, {"naam", name}}).body);
}

Json wish_for(const Json& entry) {
  return {{"verzameling", entry["verzameling"]}, {"naam", entry["naam"]}, {"versie", entry["versie"]}};
}

}  // namespace

TEST_CASE("the overview names every entry, also those that are not on the site or cannot be read", "[edit]") {
  EditedPortal portal;
  portal.put("scholen/klad.yaml", "naam: Klad\nklad: ja\n");
  portal.put("scholen/later.yaml", "naam: Later\npubliceren_vanaf: 2027-01-01\n");
  portal.put("scholen/voorbij.yaml", "naam: Voorbij\npubliceren_tot: 2026-01-01\n");
  portal.put("scholen/stuk.yaml", "naam: \"open\nx: [\n");
  const Json overview = Json::parse(portal.get("overzicht").body);
  std::map<std::string, std::string> states;
  for (const Json& entry : overview["verzamelingen"][0]["stukken"])
    states[entry["naam"]] = entry.contains("staat") ? entry["staat"]["soort"].get<std::string>() : "";
  CHECK(states == std::map<std::string, std::string>{{"de-brug", ""},
                                                     {"de-sluis", ""},
                                                     {"het-lyceum", ""},
                                                     {"klad", "klad"},
                                                     {"later", "later"},
                                                     {"stuk", "kapot"},
                                                     {"voorbij", "voorbij"}});
}

TEST_CASE("an entry is told as fields of its schema with values, help, limits and choices", "[edit]") {
  EditedPortal portal;
  const Json entry = opened(portal, "scholen", "de-brug");
  CHECK(entry["titel"] == "De Brug");
  CHECK(entry["adres"] == "/scholen/de-brug/");
  CHECK(entry["velden"][0] ==
        Json::parse(R"({"id":"naam","soort":"text","label":"Naam","hulp":"Zoals ouders haar kennen.",
"verplicht":true,"lengte":20})"));
  CHECK(entry["velden"][1]["keuzes"][0]["label"] == "Havo");
  CHECK(entry["velden"][3]["naar"] == "scholen");
  CHECK(entry["waarden"]["lift"][0]["toelichting"] == "Elke dag.");
  CHECK(entry["definities"]["bewering"]["properties"]["status"].is_object());
}

TEST_CASE("a save without a change leaves every byte", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  for (const auto& [collection, name] :
       std::map<const char*, const char*>{{"scholen", "de-brug"}, {"paginas", "hulp"}}) {
    const Json entry = opened(portal, collection, name);
    Json wish = wish_for(entry);
    // Every field as it was told, and the text with the line ends of a form.
    for (const auto& [id, value] : entry["waarden"].items()) wish["velden"][id] = {{"was", value}, {"wordt", value}};
    if (entry.contains("tekst")) wish["tekst"] = {{"was", entry["tekst"]}, {"wordt", entry["tekst"]}};
    const EditAnswer answer = portal.post("bewaar", wish.dump());
    INFO(answer.body);
    CHECK(answer.status == 200);
  }
  CHECK(portal.files() == before);
}

TEST_CASE("a changed claim changes its own bytes alone", "[edit]") {
  EditedPortal portal;
  std::string expected = portal.file("scholen/de-brug.yaml");
  const Json entry = opened(portal, "scholen", "de-brug");
  Json wish = wish_for(entry);
  Json wanted = entry["waarden"]["lift"];
  wanted[0]["toelichting"] = "Alleen beneden.";
  wish["velden"]["lift"] = {{"was", entry["waarden"]["lift"]}, {"wordt", wanted}};
  CHECK(portal.post("bewaar", wish.dump()).status == 200);
  expected.replace(expected.find("Elke dag."), 9, "Alleen beneden.");
  CHECK(portal.file("scholen/de-brug.yaml") == expected);
}

TEST_CASE("a changed text keeps its header, its line ends and the lines that stay", "[edit]") {
  EditedPortal portal;
  std::string expected = portal.file("content/paginas/hulp.md");
  const Json entry = opened(portal, "paginas", "hulp");
  Json wish = wish_for(entry);
  std::string text = entry["tekst"];
  CHECK(text.find('\r') == std::string::npos);
  text.replace(text.find("## Wie\n"), 7, "## Wie\n\nEen zin.\n");
  wish["tekst"] = {{"was", entry["tekst"]}, {"wordt", text}};
  CHECK(portal.post("bewaar", wish.dump()).status == 200);
  expected.replace(expected.find("## Wie\r\n"), 8, "## Wie\r\n\r\nEen zin.\r\n");
  CHECK(portal.file("content/paginas/hulp.md") == expected);
}

TEST_CASE("a text below the header becomes what is wanted, whatever the line ends", "[edit]") {
  const std::string header = "---\ntitel: T\n---\n";
  for (const char* body : {"", "\n", "een", "een\ntwee\n", "een\r\ntwee\r\n", "een\r\ntwee\n", "\n\n\n"}) {
    for (const char* wanted : {"", "\n", "een", "een\n", "een\ntwee\n", "een\ntwee", "x\neen\ntwee\n", "drie\n\n"}) {
      const std::string edited = with_text_below_header(header + body, wanted);
      INFO(body << "|" << wanted);
      CHECK(edited.starts_with(header));
      CHECK(text_below_header(edited) == wanted);
    }
    CHECK(with_text_below_header(header + body, text_below_header(header + body)) == header + body);
  }
}

TEST_CASE("a message of check is told at its field", "[edit]") {
  EditedPortal portal;
  const Json entry = opened(portal, "scholen", "de-brug");
  Json wish = wish_for(entry);
  wish["velden"]["naam"] = {{"was", "De Brug"}, {"wordt", "De school aan de lange brug"}};
  Json claims = entry["waarden"]["lift"];
  claims.push_back({{"status", "nee"}, {"bron", "gids"}});
  wish["velden"]["lift"] = {{"was", entry["waarden"]["lift"]}, {"wordt", claims}};
  const auto before = portal.files();
  const EditAnswer looked = portal.post("nakijken", wish.dump());
  CHECK(portal.files() == before);
  std::map<std::string, std::string> found;
  const Json told = Json::parse(looked.body);
  for (const Json& message : told["meldingen"]) found[message["veld"]] = message["naam"];
  INFO(looked.body);
  CHECK(found["naam"] == "tekst-te-lang");
  CHECK(found["lift.1.status"] == "bewering-zonder-toelichting");
}

TEST_CASE("a save over a file that somebody changed is refused and both versions are told", "[edit]") {
  EditedPortal portal;
  const Json entry = opened(portal, "scholen", "de-sluis");
  portal.put("scholen/de-sluis.yaml", "naam: De Dam\nburen:\n  - de-brug   # aan de overkant\n");
  Json wish = wish_for(entry);
  wish["velden"]["naam"] = {{"was", "De Sluis"}, {"wordt", "Het Gemaal"}};
  const EditAnswer answer = portal.post("bewaar", wish.dump());
  CHECK(answer.status == 409);
  CHECK(EditedPortal::in(answer, "/nu/waarden/naam") == "De Dam");
  CHECK(portal.file("scholen/de-sluis.yaml").starts_with("naam: De Dam\n"));
  // What was not changed by the other goes together once the file was opened anew.
  wish["versie"] = EditedPortal::in(answer, "/nu/versie");
  wish["velden"] = {{"niveaus", {{"was", nullptr}, {"wordt", Json::array({"havo"})}}}};
  CHECK(portal.post("bewaar", wish.dump()).status == 200);
  CHECK(portal.file("scholen/de-sluis.yaml") ==
        "naam: De Dam\nniveaus: [havo]\nburen:\n  - de-brug   # aan de overkant\n");
}

TEST_CASE("a file that cannot be read is told whole, and can be mended", "[edit]") {
  EditedPortal portal;
  portal.put("scholen/stuk.yaml", "naam: \"open\n");
  const Json entry = opened(portal, "scholen", "stuk");
  CHECK(entry["bestand"] == "naam: \"open\n");
  Json wish = wish_for(entry);
  wish["bestand"] = "naam: Dicht\n";
  CHECK(portal.post("bewaar", wish.dump()).status == 200);
  CHECK(portal.file("scholen/stuk.yaml") == "naam: Dicht\n");
}

TEST_CASE("a key without a value is an empty field that can be filled", "[edit]") {
  EditedPortal portal;
  portal.put("scholen/leeg.yaml", "naam: Leeg\nniveaus:\n# einde\n");
  const Json entry = opened(portal, "scholen", "leeg");
  Json wish = wish_for(entry);
  wish["velden"]["niveaus"] = {{"was", entry["waarden"]["niveaus"]}, {"wordt", Json::array({"vwo"})}};
  const EditAnswer answer = portal.post("bewaar", wish.dump());
  INFO(answer.body);
  CHECK(answer.status == 200);
  CHECK(portal.file("scholen/leeg.yaml").find("vwo") != std::string::npos);
}

TEST_CASE("a new entry is a draft at an address of its title; a clash is told", "[edit]") {
  EditedPortal portal;
  const EditAnswer told = portal.post("nieuw", R"({"verzameling":"paginas","titel":"Eén nieuwe pagina"})");
  CHECK(EditedPortal::in(told, "/adres") == "/een-nieuwe-pagina/");
  const auto before = portal.files();
  CHECK(portal.post("nieuw", R"({"verzameling":"paginas","titel":"Eén nieuwe pagina","uitvoeren":true})").status ==
        200);
  CHECK(portal.files().size() == before.size() + 1);
  CHECK(portal.file("content/paginas/een-nieuwe-pagina.md").find("\nklad: ja\n") != std::string::npos);
  CHECK(EditedPortal::in(portal.post("nieuw", R"({"verzameling":"paginas","titel":"Hulp"})"), "/fout") ==
        "Er is al een bestand dat 'hulp' heet. Kies een ander adres.");
  CHECK(EditedPortal::in(portal.post("nieuw", R"({"verzameling":"paginas","titel":"Oud"})"), "/fout") ==
        "Het adres /oud/ is al van een doorverwijzing in site.yaml. Kies een ander adres.");
}

TEST_CASE("cells of a table change alone, and rows come and go as lines", "[edit]") {
  const std::string bytes = "a,b\n1,\"x, y\"\n2,\n\"3\",z\n";
  CHECK(with_rows(bytes, {{"1", "x, y"}, {"2", ""}, {"3", "z"}}) == bytes);
  CHECK(with_rows(bytes, {{"1", "x, y"}, {"2", "q\"r"}, {"3", "z"}}) == "a,b\n1,\"x, y\"\n2,\"q\"\"r\"\n\"3\",z\n");
  CHECK(with_rows(bytes, {{"1", "x, y"}, {"3", "z"}}) == "a,b\n1,\"x, y\"\n\"3\",z\n");
  CHECK(with_rows(bytes, {{"0", "n"}, {"1", "x, y"}, {"2", ""}, {"3", "z"}}) == "a,b\n0,n\n" + bytes.substr(4));
  CHECK(with_rows("a;b\r\n1;2", {{"1", "2"}, {"3", "4;5"}}) == "a;b\r\n1;2\r\n3;\"4;5\"\r\n");
  CHECK_FALSE(with_rows(bytes, {{"1"}}));
  CHECK_FALSE(with_rows(bytes, {{"1", "twee\nregels"}}));
}

TEST_CASE("a table is saved through the desk, and not over somebody else's", "[edit]") {
  EditedPortal portal;
  const Json entry = opened(portal, "dagen", "dagen");
  const Json table = entry["tabellen"][0];
  Json wish{{"pad", table["pad"]}, {"versie", table["versie"]}, {"rijen", table["rijen"]}};
  wish["rijen"][1][2] = "Aula";
  CHECK(portal.post("tabel", wish.dump()).status == 200);
  CHECK(portal.file("content/dagen/dagen.csv") ==
        "school,dag,plek\nde-brug,2027-01-20,\"Zaal 1, hoog\"\nDe Sluis,2027-01-21,Aula\n");
  CHECK(portal.post("tabel", wish.dump()).status == 409);
}
TEST_CASE("a title without letters asks for a name, and one that has them is proposed", "[edit]") {
  EditedPortal portal;
  const EditAnswer refused = portal.post("nieuw", R"({"verzameling":"paginas","titel":"🎉 !"})");
  CHECK(refused.status == 422);
  CHECK(EditedPortal::in(refused, "/fout").starts_with("Van deze titel is geen adres te maken. Vul zelf een naam in"));
  CHECK(portal.post("nieuw", R"({"verzameling":"paginas","titel":"🎉 !","naam":"feest"})").status == 200);
}

TEST_CASE("what may be given as a source is offered, whatever its collection is called", "[edit]") {
  EditedPortal portal;
  CHECK(portal.get("keuzes", {{"verzameling", ""}}).body == R"({"keuzes":[{"id":"wet","titel":"De wet"}]})");
  std::string settings = portal.file("site.yaml");
  settings.replace(settings.find("  bronnen: {"), 9, "  stukken:");
  portal.put("site.yaml", settings);
  CHECK(portal.get("keuzes", {{"verzameling", ""}}).body == R"({"keuzes":[]})");
  portal.put("content/bronnen/_schema.yaml", "holds_documents: ja\n" + portal.file("content/bronnen/_schema.yaml"));
  CHECK(portal.get("keuzes", {{"verzameling", ""}}).body == R"({"keuzes":[{"id":"wet","titel":"De wet"}]})");
}
