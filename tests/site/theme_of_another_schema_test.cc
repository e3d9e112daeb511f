// The shipped theme names fields of this region's schemas. In another region a field of the same name may be of another
// type: the theme still loads, and what the field says is on the page.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "files/temporary_folder.h"
#include "shipped_theme.h"
#include "site_under_test.h"

namespace wegwijs {
namespace {

const std::filesystem::path theme_folder = std::filesystem::path(WEGWIJS_SOURCE) / "themes/wegwijs";

/// The fields that any template names, and the templates of pages of entries.
std::set<std::string> fields_named_by_theme() {
  static const std::regex named("entry\\.fields\\.([a-z_]+)");
  std::set<std::string> fields;
  for (const auto& entry : std::filesystem::directory_iterator(theme_folder)) {
    if (entry.path().extension() != ".mustache") continue;
    const std::string text = bytes_of(entry.path());
    for (std::sregex_iterator found(text.begin(), text.end(), named), end; found != end; ++found)
      fields.insert((*found)[1]);
  }
  return fields;
}

/// What these hold is for the search and for places of their own in lists, by the role that their name gives them.
const std::set<std::string> for_the_search{"afkorting", "ook_bekend_als", "oude_namen"};
/// A template only asks whether these are given: they switch something on.
const std::set<std::string> switches{"hulp_nu", "regels_op_schoolkeuze", "website_van_bestuur"};

/// One type: what the schema says of it after its name, and the number-th value with what a reader sees of it.
struct TypeUnderTest {
  std::string name;
  std::string declared;
  std::string (*value)(int number);
  std::string (*seen)(int number);
};

std::string word(int number) {
  return "Woord" + std::to_string(1000 + number);
}

const TypeUnderTest types[] = {
    {"text", "", word, word},
    {"texts", "", [](int number) { return "[" + word(number) + ", " + word(number) + "b]"; }, word},
    {"long_text", "", word, word},
    {"number", "", [](int number) { return std::to_string(2000 + number); },
     [](int number) { return "2." + std::to_string(1000 + number).substr(1); }},
    {"school_year", "", [](int number) { return std::to_string(1900 + number) + "-" + std::to_string(1901 + number); },
     [](int number) { return std::to_string(1900 + number) + "-" + std::to_string(1901 + number); }},
    {"web_address", "", [](int number) { return "https://w" + std::to_string(1000 + number) + ".example/"; },
     [](int number) { return "w" + std::to_string(1000 + number) + ".example"; }},
    {"choices", ", options: [{id: a, label: {nl: Keuze A}}]", [](int) { return std::string("[a]"); },
     [](int) { return std::string("Keuze A"); }},
    {"rows", ", fields: [{id: iets, type: text, label: {nl: Iets}}]",
     [](int number) { return "[{iets: " + word(number) + "}]"; }, word},
    {"row", ", fields: [{id: tekst, type: text, label: {nl: Tekst}}]",
     [](int number) { return "{tekst: " + word(number) + "}"; }, word},
    {"text_claim", "", [](int number) { return "[{tekst: " + word(number) + ", bron: {titel: Gids}}]"; }, word},
    {"claim", "", [](int number) { return "[{status: ja, toelichting: " + word(number) + ", bron: {titel: Gids}}]"; },
     word},
    {"references", ", to: andere", [](int) { return std::string("[een]"); },
     [](int) { return std::string("Andere een"); }},
};

constexpr const char* page_templates[] = {"activiteit", "school", "pagina", "procedure", "begrip", "bericht",
                                          "resultaat",  "doel",   "tabel",  "plan",      "route",  "anderstalig"};

TEST_CASE("the shipped theme loads when the fields that it names are of any other type, and shows what they say",
          "[themes]") {
  const std::set<std::string> ids = fields_named_by_theme();
  REQUIRE(ids.size() > 40);
  for (const TypeUnderTest& type : types) {
    std::string fields = "fields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n";
    std::string values = "titel: Ding\n";
    int number = 0;
    for (const std::string& id : ids) {
      if (id == "titel") continue;
      fields += "  - {id: " + id + ", type: " + type.name + type.declared + ", label: {nl: Veld " + id + "}}\n";
      values += id + ": " + type.value(number++) + "\n";
    }
    std::string files = shipped_theme();
    std::string settings = "-- site.yaml --\ntitel: Proef\nverzamelingen:\n";
    for (const char* name : page_templates) {
      settings +=
          std::string("  ") + name + "s: {map: " + name + ", adres: '/" + name + "/{id}/', sjabloon: " + name + "}\n";
      files += std::string("-- ") + name + "/_schema.yaml --\n" + fields + "-- " + name + "/ding.yaml --\n" + values;
    }
    settings +=
        "  andere: {map: andere, adres: '/andere/{id}/', sjabloon: pagina, lijsten: [{adres: /, titel: Begin}, {adres: "
        "/procedures/, titel: Data}]}\n";
    files +=
        "-- andere/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: {nl: Titel}}]\n"
        "-- andere/een.yaml --\ntitel: Andere een\n";
    SiteUnderTest site{files + settings};
    INFO(type.name);
    INFO(site.messages());
    REQUIRE(site.is_published());
    for (const char* name : page_templates) {
      const std::string page = site.file(std::string(name) + "/ding/index.html");
      number = 0;
      for (const std::string& id : ids) {
        if (id == "titel") continue;
        const std::string seen = type.seen(number++);
        if (for_the_search.contains(id) || switches.contains(id)) continue;
        INFO(name << " does not show " << id);
        CHECK(page.find(seen) != std::string::npos);
      }
    }
  }
}

/// A portal with other addresses than this one: profiles, how much is known of them, and a page of the kind `route`.
std::string portal_elsewhere(const std::string& open_data) {
  return shipped_theme() +
         "-- site.yaml --\ntitel: Elders\nverzamelingen:\n  profielen:\n    map: profielen\n    adres: /p/{id}/\n    "
         "sjabloon: "
         "school\n" +
         open_data +
         "    lijsten: [{adres: /volheid/, titel: Volheid, sjabloon: dekking}]\n  wegen: {map: wegen, adres: "
         "'/hulp/{id}/', "
         "sjabloon: route, lijsten: [{adres: /hulp/, titel: Hulp}]}\n  paginas: {map: paginas, adres: '/{id}/'}\n"
         "-- profielen/_schema.yaml --\noption_lists: {niveaus: [{id: a, label: {nl: A}}]}\ngroups: [{id: hulp, label: "
         "{nl: Hulp}}]\n"
         "fields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
         "  - {id: niveaus, type: choices, options: niveaus, label: {nl: Niveaus}}\n"
         "  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}\n"
         "-- profielen/een.yaml --\ntitel: Een\nniveaus: [a]\nlift: [{status: ja, bron: {titel: Gids}}]\n"
         "-- wegen/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: {nl: Titel}}]\n"
         "-- wegen/welke.yaml --\ntitel: Welke weg\n"
         "-- paginas/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: {nl: Titel}}]\n"
         "-- paginas/index.md --\n---\ntitel: Begin\nadres: /\n---\n";
}

TEST_CASE("the shipped theme leads to the lists and files of this portal, wherever they are", "[themes]") {
  SiteUnderTest site{portal_elsewhere("    open_data: /gegevens/\n")};
  INFO(site.messages());
  REQUIRE(site.is_published());
  CHECK(site.file("volheid/index.html").find("href=\"/gegevens/profielen-dekking.csv\"") != std::string::npos);
  CHECK(site.has_file("gegevens/profielen-dekking.csv"));
  CHECK(site.file("hulp/welke/index.html").find("<a href=\"/hulp/\">Bekijk alle") != std::string::npos);
}

TEST_CASE("a portal that publishes no data offers no table of what is known", "[themes]") {
  SiteUnderTest site{portal_elsewhere("")};
  INFO(site.messages());
  REQUIRE(site.is_published());
  CHECK(site.file("volheid/index.html").find(".csv") == std::string::npos);
}

}  // namespace
}  // namespace wegwijs
