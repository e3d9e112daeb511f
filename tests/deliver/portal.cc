#include "deliver/portal.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "commands/site_folder.h"

namespace wegwijs {

const std::string_view SchoolPortal::default_profile = R"(# De school aan de brug
naam: "De Brug"   # zoals ouders haar kennen
niveaus: [havo, vwo]
bronnen:
  gids: {soort: schoolgids, titel: 'Gids 2024'}

lift:
  - status: ja # gezien
    toelichting: Elke dag.
    bron: gids
    peildatum: 2024
# over de zaal weten wij niets
)";

SchoolPortal::SchoolPortal(std::string_view profile) {
  put_site(folder_, 1);
  folder_.put("site.yaml", R"(titel: Proef
basisadres: https://proef.example/
verzamelingen:
  scholen: {map: scholen, adres: "/scholen/{id}/", sjabloon: school}
  paginas: {map: content, adres: "/{id}/", sjabloon: pagina}
)");
  folder_.put("themes/wegwijs/doorverwijzing.mustache",
              "<!doctype html><html lang=\"{{lang}}\"><title>{{target_title}}</title>"
              "<a href=\"{{target}}\">{{target_title}}</a></html>\n");
  folder_.put(
      "themes/wegwijs/school.mustache",
      "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title><body><h1>{{title}}</h1>"
      "{{#entry.groups}}{{#known}}<p>{{label}}:{{#claims}} {{explanation}}{{/claims}}</p>{{/known}}{{/entry.groups}}"
      "</body></html>\n");
  folder_.put("scholen/_schema.yaml", R"(
version: "2"
groups:
  - {id: gebouw, label: {nl: Het gebouw}}
fields:
  - {id: naam, type: text, role: title, required: true, label: {nl: Naam}}
  - {id: website, type: web_address, label: {nl: Website}}
  - {id: niveaus, type: choices, label: {nl: Niveaus}, options: [{id: havo, label: {nl: Havo}}, {id: vwo, label: {nl: Vwo}}]}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, group: gebouw, label: {nl: Lift}, plain: {nl: Een lift}}
  - {id: zaal, type: claim, group: gebouw, former_ids: [gymzaal], label: {nl: Gymzaal}, help: {nl: Voor iedereen.}}
  - {id: kosten, type: text_claim, group: gebouw, label: {nl: Kosten}}
)");
  folder_.put("scholen/de-brug.yaml", profile);
}

std::string SchoolPortal::profile(std::string_view id) const {
  std::ostringstream text;
  text << std::ifstream(folder_.path() / "scholen" / (std::string(id) + ".yaml"), std::ios::binary).rdbuf();
  return text.str();
}

ProgramRun SchoolPortal::run(std::vector<std::string> arguments) const {
  for (const char* argument : {"--clock", "2026-11-28", "--root"}) arguments.emplace_back(argument);
  arguments.push_back(folder_.path().string());
  return run_program(arguments);
}

ProgramRun SchoolPortal::receive(std::string_view name, std::vector<std::string> options) const {
  options.insert(options.begin(), {"receive", path(name)});
  return run(std::move(options));
}

std::string form_json(std::string_view answers, std::string_view made_on) {
  return fmt::format(
      R"({{"soort":"wegwijs-wijziging","versie":1,"verzameling":"scholen","id":"de-brug","naam":"De Brug",
"profielversie":"2","gemaakt_op":"{}","functie":"Teamleider","bron":{{"soort":"schoolgids","titel":"Gids 2026"}},
"antwoorden":[{}]}})",
      made_on, answers);
}

}  // namespace wegwijs
