// Another address, and taking away: everything that refers to an entry changes with it, or nothing does.
#include <catch2/catch.hpp>

#include "edit/edited_portal.h"
#include "edit/link_edits.h"
#include "edit/removal.h"
#include "edit/rename.h"

using namespace wegwijs;

namespace {

ChangePlan renamed(EditedPortal& portal, const char* collection, const char* from, const char* to,
                   bool carry_out = true) {
  const EditSite site = portal.site();
  ChangePlan plan = plan_rename(site, *find_entry_file(site, collection, from), to);
  for (const Label& obstacle : plan.obstacles) UNSCOPED_INFO(obstacle.nl);
  if (carry_out && plan.is_possible()) CHECK_FALSE(make_changes(portal.folder().path(), plan.changes));
  return plan;
}

ChangePlan removed(EditedPortal& portal, const char* collection, const char* name, const char* target = "") {
  const EditSite site = portal.site();
  ChangePlan plan = plan_removal(site, *find_entry_file(site, collection, name), target);
  for (const Label& obstacle : plan.obstacles) UNSCOPED_INFO(obstacle.nl);
  if (plan.is_possible()) CHECK_FALSE(make_changes(portal.folder().path(), plan.changes));
  return plan;
}

/// What differs between two states, as "path: old → new" of whole files that are not there on one side.
std::string changed_files(const std::map<std::string, std::string>& before,
                          const std::map<std::string, std::string>& after) {
  std::string paths;
  for (const auto& [path, bytes] : before) {
    if (!after.contains(path))
      paths += "-" + path + " ";
    else if (after.at(path) != bytes)
      paths += path + " ";
  }
  for (const auto& [path, bytes] : after)
    if (!before.contains(path)) paths += "+" + path + " ";
  return paths;
}

std::string replaced_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t place = text.find(from); place != std::string::npos; place = text.find(from, place + to.size()))
    text.replace(place, from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("a rename changes every reference, the links in texts too, and keeps the old address", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  const ChangePlan plan = renamed(portal, "scholen", "de-brug", "brugschool");
  REQUIRE(plan.is_possible());
  const auto after = portal.files();
  CHECK(changed_files(before, after) ==
        "content/dagen/dagen.csv content/paginas/hulp.md -scholen/de-brug.yaml scholen/de-sluis.yaml "
        "scholen/het-lyceum.yaml +scholen/brugschool.yaml ");
  CHECK(after.at("scholen/de-sluis.yaml") == "naam: De Sluis\nburen:\n  - brugschool   # aan de overkant\n");
  CHECK(after.at("scholen/het-lyceum.yaml") ==
        replaced_all(before.at("scholen/het-lyceum.yaml"), "de-brug", "brugschool"));
  CHECK(after.at("content/dagen/dagen.csv") ==
        replaced_all(before.at("content/dagen/dagen.csv"), "de-brug", "brugschool"));
  // In fenced code nothing leads anywhere.
  std::string text = replaced_all(before.at("content/paginas/hulp.md"), "de-brug", "brugschool");
  text.replace(text.find("[zo](/scholen/brugschool/)"), 26, "[zo](/scholen/de-brug/)");
  CHECK(after.at("content/paginas/hulp.md") == text);
  std::string profile = before.at("scholen/de-brug.yaml");
  profile.insert(profile.find("# over de zaal"), "oude_adressen: [/scholen/de-brug/]\n");
  CHECK(after.at("scholen/brugschool.yaml") == profile);
  CHECK(plan.mentions.size() == 5);
}

TEST_CASE("a rename back takes the address out of the old ones again", "[edit]") {
  EditedPortal portal;
  REQUIRE(renamed(portal, "scholen", "de-brug", "brugschool").is_possible());
  REQUIRE(renamed(portal, "scholen", "brugschool", "de-brug").is_possible());
  CHECK(portal.file("scholen/de-brug.yaml").find("oude_adressen: [/scholen/brugschool/]\n") != std::string::npos);
  CHECK(portal.file("scholen/de-sluis.yaml") == "naam: De Sluis\nburen:\n  - de-brug   # aan de overkant\n");
}

TEST_CASE("a rename changes links to files, menus and redirects, and anchors stay", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  REQUIRE(renamed(portal, "paginas", "hulp", "steun").is_possible());
  const auto after = portal.files();
  CHECK(after.at("content/paginas/start.md") ==
        replaced_all(before.at("content/paginas/start.md"), "hulp.md", "steun.md"));
  CHECK(after.at("site.yaml") == replaced_all(before.at("site.yaml"), "/hulp/", "/steun/"));
  CHECK(after.at("scholen/de-brug.yaml") ==
        replaced_all(replaced_all(before.at("scholen/de-brug.yaml"), "/hulp/#", "/steun/#"), "hulp.md", "steun.md"));
}

TEST_CASE("an entry with an address of its own keeps it when its file gets another name", "[edit]") {
  EditedPortal portal;
  const ChangePlan plan = renamed(portal, "paginas", "start", "begin");
  REQUIRE(plan.is_possible());
  CHECK(plan.old_address == plan.new_address);
  CHECK(portal.file("content/paginas/begin.md").find("oude_adressen") == std::string::npos);
  CHECK(portal.file("content/paginas/hulp.md").find("verwant: [begin]\r\n") != std::string::npos);
}

TEST_CASE("a document that claims rest on can get another name", "[edit]") {
  EditedPortal portal;
  REQUIRE(renamed(portal, "bronnen", "wet", "wet-2026").is_possible());
  CHECK(portal.file("scholen/het-lyceum.yaml").find("bron: wet-2026}") != std::string::npos);
  CHECK(portal.file("content/paginas/start.md").find("[wet](/bronnen/wet-2026/)") != std::string::npos);
}

TEST_CASE("a rename to a name that is taken or cannot be is refused, and changes nothing", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  for (const char* name : {"de-sluis", "De Sluis", "", "../x", "de-brug", "a/b"}) {
    const ChangePlan plan = renamed(portal, "scholen", "de-brug", name);
    CHECK_FALSE(plan.is_possible());
    CHECK(plan.changes.empty());
  }
  CHECK_FALSE(renamed(portal, "paginas", "hulp", "oud").is_possible());
  CHECK(portal.files() == before);
}

TEST_CASE("without being told to carry it out, a rename changes nothing", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  const EditAnswer answer =
      portal.post("hernoem", R"({"verzameling":"scholen","naam":"de-brug","nieuw":"brugschool","uitvoeren":false})");
  CHECK(EditedPortal::in(answer, "/kan") == "true");
  CHECK(EditedPortal::in(answer, "/gedaan") == "false");
  CHECK(portal.files() == before);
}

TEST_CASE("what is taken away leaves no reference, and its address leads to the list", "[edit]") {
  EditedPortal portal;
  portal.put("content/dagen/dagen.csv", "school,dag,plek\nDe Sluis,2027-01-21,\n");
  const auto before = portal.files();
  const ChangePlan plan = removed(portal, "scholen", "de-brug");
  REQUIRE(plan.is_possible());
  const auto after = portal.files();
  CHECK_FALSE(after.contains("scholen/de-brug.yaml"));
  CHECK(after.at("scholen/de-sluis.yaml").find("de-brug") == std::string::npos);
  CHECK(after.at("scholen/het-lyceum.yaml").starts_with("naam: Het Lyceum\nburen: [de-sluis]\n"));
  CHECK(after.at("site.yaml").find("  /oud/: /hulp/   # sinds 2024\n  /scholen/de-brug/: /scholen/\n") !=
        std::string::npos);
  CHECK(after.at("content/paginas/hulp.md").find("[de school](/scholen/)") != std::string::npos);
}

TEST_CASE("what takes the place of an entry gets its references and its addresses", "[edit]") {
  EditedPortal portal;
  portal.put("content/dagen/dagen.csv", "school,dag,plek\nde-brug,2027-01-20,\n");
  portal.put("scholen/de-brug.yaml", "naam: De Brug\noude_adressen: [/scholen/heel-oud/]\n");
  const ChangePlan plan = removed(portal, "scholen", "de-brug", "/scholen/de-sluis/");
  REQUIRE(plan.is_possible());
  CHECK(portal.file("scholen/het-lyceum.yaml").starts_with("naam: Het Lyceum\nburen: [de-sluis]\n"));
  CHECK(portal.file("scholen/de-sluis.yaml").find("oude_adressen: [/scholen/de-brug/, /scholen/heel-oud/]") !=
        std::string::npos);
  CHECK(portal.file("content/dagen/dagen.csv").find("de-sluis,2027-01-20") != std::string::npos);
}

TEST_CASE("what something rests on cannot be taken away", "[edit]") {
  EditedPortal portal;
  const auto before = portal.files();
  CHECK_FALSE(removed(portal, "bronnen", "wet").is_possible());      // a claim
  CHECK_FALSE(removed(portal, "scholen", "de-brug").is_possible());  // a row of a table
  CHECK_FALSE(removed(portal, "paginas", "hulp", "/bestaat-niet/").is_possible());
  CHECK(portal.files() == before);
}

TEST_CASE("the pages that every site needs cannot be taken away, but a draft of one can", "[edit]") {
  EditedPortal portal;
  portal.put("content/paginas/404.md", "---\ntitel: Niets\nadres: /404.html\n---\n\nNiets.\n");
  const auto before = portal.files();
  for (const char* name : {"start", "404"}) {
    const ChangePlan plan = removed(portal, "paginas", name);
    REQUIRE(plan.obstacles.size() == 1);
    CHECK(plan.obstacles[0].nl.starts_with("elke site heeft een pagina op /"));
  }
  CHECK(portal.files() == before);
  portal.put("content/paginas/404.md", "---\ntitel: Niets\nadres: /404.html\nklad: ja\n---\n\nNiets.\n");
  CHECK(removed(portal, "paginas", "404").is_possible());
}

TEST_CASE("links are found where Markdown has links, and nowhere else", "[edit]") {
  const auto with = [](std::string_view text) {
    std::size_t count = 0;
    return with_links(
        text,
        [](std::string_view written) -> std::optional<std::string> {
          if (written != "/a/") return std::nullopt;
          return "/b/";
        },
        count);
  };
  CHECK(with("[x](/a/) [y](</a/>) [z]( /a/ \"t\")") == "[x](/b/) [y](</b/>) [z]( /b/ \"t\")");
  CHECK(with("[ref]: /a/\n![p](/a/)") == "[ref]: /b/\n![p](/b/)");
  CHECK(with("[[x]](/a/) ([x](/a/))") == "[[x]](/b/) ([x](/b/))");
  CHECK(with("/a/ (/a/) [x](/a/b) \\[x\\](/a/)") == "/a/ (/a/) [x](/a/b) \\[x\\](/a/)");
  CHECK(with("```\n[x](/a/)\n```\n[x](/a/)\n") == "```\n[x](/a/)\n```\n[x](/b/)\n");
  CHECK(with("") == "");
}
