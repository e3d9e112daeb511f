#include "site_folder.h"

namespace wegwijs {

void put_page(const TemporaryFolder& folder, int number, std::string_view body) {
  const std::string name = "pagina-" + std::to_string(number);
  folder.put("content/" + name + ".md", "---\ntitel: Pagina " + std::to_string(number) + "\n---\n" + std::string(body));
}

void put_site(const TemporaryFolder& folder, int pages) {
  folder.put("site.yaml",
             "titel: Proef\nbasisadres: https://proef.example/\n"
             "verzamelingen: {paginas: {map: content, adres: \"/{id}/\", sjabloon: pagina}}\n");
  folder.put(
      "content/_schema.yaml",
      "label_one: {nl: Pagina}\nfields:\n  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}\n"
      "  - {id: kleur, type: text, label: {nl: Kleur}}\n");
  folder.put("themes/wegwijs/texts.nl.yaml", "leeg: leeg\n");
  folder.put("themes/wegwijs/pagina.mustache",
             "<!doctype html><html "
             "lang=\"{{lang}}\"><title>{{title}}</title><body><h1>{{title}}</h1>{{body}}</body></html>\n");
  for (int number = 0; number < pages; ++number) put_page(folder, number);
}

}  // namespace wegwijs
