// A field that is new in a schema is on the page at once, whatever the templates of the theme name.
#include <catch2/catch.hpp>
#include <string>

#include "files/theme_files.h"
#include "site_under_test.h"

namespace wegwijs {
namespace {

/// A page that names one field, through a part, and leaves the rest to `other_facts`. `fields` is added to the schema.
std::string site_with(const std::string& fields, const std::string& page = "") {
  const std::string theme(theme_mount);
  return "-- activiteiten/_schema.yaml --\n"
         "groups: [{id: hulp, label: {nl: Hulp}}]\n"
         "fields:\n"
         "  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
         "  - {id: kosten, type: text, label: {nl: Kosten}}\n" +
         fields +
         "-- activiteiten/taalklas.md --\n---\ntitel: Taalklas\nkosten: Niets.\nduur: Zes weken.\n---\n"
         "-- " +
         theme + "pagina.mustache --\n" +
         (page.empty() ? "<h1>{{title}}</h1>{{>vast}}{{#entry.other_facts}}<p>Ook {{plain}}: {{>*partial}}</p>"
                         "{{/entry.other_facts}}{{^entry.has_other_facts}}<p>Meer niet.</p>{{/entry.has_other_facts}}"
                       : page) +
         "\n-- " + theme +
         "vast.mustache --\n{{#entry.fields.kosten}}<p>{{plain}}: {{text}}</p>{{/entry.fields.kosten}}\n";
}

constexpr const char* duur = "  - {id: duur, type: text, label: {nl: Duur}}\n";

TEST_CASE("what the template and its parts do not name is among the other facts, and what they name is not",
          "[pages]") {
  SiteUnderTest site{site_with(duur)};
  CHECK(site.messages().empty());
  CHECK(site.text("/activiteiten/taalklas/") == "Taalklas Kosten: Niets. Ook Duur: Zes weken.");
}

TEST_CASE("a field that is for lists or for the search is not shown on the page by itself", "[pages]") {
  SiteUnderTest site{site_with("  - {id: duur, type: text, on_page: false, label: {nl: Duur}}\n")};
  CHECK(site.messages().empty());
  CHECK(site.text("/activiteiten/taalklas/") == "Taalklas Kosten: Niets. Meer niet.");
}

TEST_CASE("a field that a role gives a meaning is for the theme to show, or not", "[pages]") {
  SiteUnderTest site{site_with("  - {id: duur, type: text, role: short_name, label: {nl: Duur}}\n")};
  CHECK(site.text("/activiteiten/taalklas/") == "Taalklas Kosten: Niets. Meer niet.");
}

TEST_CASE("what the groups of the page show is not shown twice", "[pages]") {
  const std::string groups =
      "<h1>{{title}}</h1>{{#entry.groups}}{{#known}}<p>{{plain}}: {{>*partial}}</p>{{/known}}{{/entry.groups}}"
      "{{#entry.other_facts}}<p>Ook {{plain}}: {{>*partial}}</p>{{/entry.other_facts}}";
  SiteUnderTest site{
      site_with("  - {id: duur, type: text, group: hulp, label: {nl: Duur}}\n"
                "  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}\n",
                groups)};
  CHECK(site.text("/activiteiten/taalklas/") == "Taalklas Duur: Zes weken. Ook Kosten: Niets.");
}

}  // namespace
}  // namespace wegwijs
