#include "edit/edited_portal.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "files/disk.h"
#include "model/settings.h"

namespace wegwijs {
namespace {

constexpr std::string_view key = "0123456789abcdef0123456789abcdef";

SourceReader reader_of(const std::filesystem::path& root) {
  return [root](std::string& why) -> std::optional<EditSources> {
    Diagnostics diagnostics;
    const FileTree settings_only = read_tree(root, {"site.yaml"}, {}, {}, diagnostics);
    const std::optional<Settings> settings = read_settings(settings_only, diagnostics);
    if (!settings) {
      why = "site.yaml";
      return std::nullopt;
    }
    BuildFacts facts;
    facts.today = *read_date("2026-11-28");
    FileTree tree =
        read_tree(root, {"site.yaml", "zoekwoorden.yaml"}, settings->folders(), {}, diagnostics, KeepBytes::yes);
    return EditSources{std::move(tree), *settings, facts, root};
  };
}

constexpr std::string_view settings_text = R"(# Wat er is
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  scholen:
    map: scholen
    adres: /scholen/{id}/
    sjabloon: school
    lijsten:
      - {adres: /scholen/, titel: Scholen, sjabloon: lijst}
  paginas: {map: content/paginas, adres: "/{id}/", sjabloon: pagina}
  bronnen: {map: content/bronnen, adres: "/bronnen/{id}/", sjabloon: pagina}
  kalender: {map: content/kalender, agenda: /kalender/}
  dagen: {map: content/dagen, tabel: ja}
doorverwijzingen:
  /oud/: /hulp/   # sinds 2024
menu:
  - {tekst: Hulp, adres: /hulp/}
)";

constexpr std::string_view schools_schema = R"(
groups: [{id: gebouw, label: {nl: Het gebouw}}]
fields:
  - {id: naam, type: text, role: title, required: true, max_length: 20, label: {nl: Naam}, help: {nl: Zoals ouders haar kennen.}}
  - {id: niveaus, type: choices, label: {nl: Niveaus}, options: [{id: havo, label: {nl: Havo}}, {id: vwo, label: {nl: Vwo}}]}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: buren, type: references, to: scholen, label: {nl: Scholen in de buurt}}
  - {id: beste_pagina, type: reference, to: paginas, label: {nl: Beste pagina}}
  - {id: uitleg, type: long_text, label: {nl: Uitleg}}
  - {id: lift, type: claim, group: gebouw, label: {nl: Lift}}
)";

constexpr std::string_view brug = R"(# De school aan de brug
naam: "De Brug"   # zoals ouders haar kennen
niveaus: [havo, vwo]
bronnen:
  gids: {soort: schoolgids, titel: 'Gids 2024'}
buren: [de-sluis,  het-lyceum]
uitleg: |
  Lees [over hulp](/hulp/#wie) en [de gids](../content/paginas/hulp.md).

lift:
  - status: ja # gezien
    toelichting: Elke dag.
    bron: gids
    peildatum: 2024
# over de zaal weten wij niets
)";

constexpr std::string_view help_page =
    "---\r\ntitel: Hulp\r\nverwant: [start]\r\n---\r\n\r\n## Wie\r\n\r\nBel [de school](/scholen/de-brug/#lift) of "
    "[haar "
    "bestand](../../scholen/de-brug.yaml).\r\n\r\n```\r\n[zo](/scholen/de-brug/)\r\n```\r\n";

}  // namespace

EditedPortal::EditedPortal() : reader_(reader_of(folder_.path())), desk_(reader_, std::string(key)) {
  put("site.yaml", settings_text);
  put("scholen/_schema.yaml", schools_schema);
  put("scholen/de-brug.yaml", brug);
  put("scholen/de-sluis.yaml", "naam: De Sluis\nburen:\n  - de-brug   # aan de overkant\n");
  put("scholen/het-lyceum.yaml",
      "naam: Het Lyceum\nburen: [de-sluis, \"de-brug\"]\nlift:\n  - {status: ja, toelichting: Ja., bron: wet}\n");
  put("content/paginas/_schema.yaml", R"(
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: verwant, type: references, to: paginas, label: {nl: Hoort hierbij}}
)");
  put("content/paginas/hulp.md", help_page);
  put("content/paginas/start.md",
      "---\ntitel: Start\nadres: /\n---\n\nZie [hulp](hulp.md#wie), ![](/x.png) en [wet](/bronnen/wet).\n");
  put("content/bronnen/_schema.yaml",
      "fields:\n  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}\n");
  put("content/bronnen/wet.yaml", "titel: De wet\n");
  put("content/kalender/_schema.yaml", R"(
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: dag, type: date, role: date, label: {nl: Dag}}
)");
  put("content/kalender/aanmelden.yaml", "titel: Aanmelden\ndag: 2027-03-01\n");
  put("content/dagen/_schema.yaml", R"(
fields:
  - {id: id, type: text, role: id, made_of: "{school}-{dag}", label: {nl: Id}}
  - {id: titel, type: text, role: title, made_of: "{school}", label: {nl: Titel}}
  - {id: school, type: reference, to: scholen, role: shown_at, required: true, label: {nl: School}}
  - {id: dag, type: date, role: date, required: true, label: {nl: Dag}}
  - {id: plek, type: text, label: {nl: Plek}}
)");
  put("content/dagen/dagen.csv", "school,dag,plek\nde-brug,2027-01-20,\"Zaal 1, hoog\"\nDe Sluis,2027-01-21,\n");
  put("content/bestanden/los.txt", "x");
}

std::string EditedPortal::file(std::string_view name) const {
  std::ostringstream text;
  text << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
  return text.str();
}

std::map<std::string, std::string> EditedPortal::files() const {
  return files_of(folder_.path());
}

EditRequest EditedPortal::request(std::string_view method, std::string_view path, std::string body) const {
  EditRequest request;
  request.method = method;
  request.path = path;
  request.host = "localhost:1313";
  request.origin = method == "POST" ? "http://localhost:1313" : "";
  request.fetch_site = "same-origin";
  request.key = key;
  request.body = std::move(body);
  return request;
}

EditAnswer EditedPortal::get(std::string_view path, std::map<std::string, std::string, std::less<>> query) {
  EditRequest asked = request("GET", path);
  asked.query = std::move(query);
  return answer(asked);
}

EditAnswer EditedPortal::post(std::string_view path, std::string body) {
  return answer(request("POST", path, std::move(body)));
}

std::string EditedPortal::in(const EditAnswer& answer, std::string_view pointer) {
  const nlohmann::json json = nlohmann::json::parse(answer.body, nullptr, false);
  if (json.is_discarded()) return "";
  const nlohmann::json::json_pointer place{std::string(pointer)};
  if (!json.contains(place)) return "";
  return json[place].is_string() ? json[place].get<std::string>() : json[place].dump();
}

EditSite EditedPortal::site() const {
  std::string why;
  std::optional<EditSite> site = read_edit_site(reader_, why);
  INFO(why);
  REQUIRE(site);
  return std::move(*site);
}

}  // namespace wegwijs
