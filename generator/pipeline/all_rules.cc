#include "pipeline/all_rules.h"

#include <algorithm>
#include <array>

#include "checks/calendar_date_rules.h"
#include "checks/claim_conflict_rules.h"
#include "checks/future_date_rules.h"
#include "checks/leftover_rules.h"
#include "checks/phone_number_rules.h"
#include "checks/privacy_rules.h"
#include "checks/repeated_value_rules.h"
#include "checks/stale_read_rules.h"
#include "checks/unique_value_rules.h"
#include "checks/wording_rules.h"
#include "checks/year_rules.h"
#include "diagnostic/report_rules.h"
#include "files/source_name_rules.h"
#include "model/collection_rules.h"
#include "model/file_limit_rules.h"
#include "model/reference_rules.h"
#include "model/settings_rules.h"
#include "pages/plan_rules.h"
#include "pages/theme_text_rules.h"
#include "pipeline/address_rules.h"
#include "pipeline/page_rules.h"
#include "pipeline/postcode_rules.h"
#include "pipeline/theme_colour_rules.h"
#include "pipeline/theme_part_rules.h"
#include "products/content_file_rules.h"
#include "schema/claim_rules.h"
#include "schema/key_rules.h"
#include "schema/record_rules.h"
#include "schema/row_rules.h"
#include "schema/schema_rules.h"
#include "schema/table_rules.h"
#include "schema/value_rules.h"
#include "source/csv_rules.h"
#include "source/encoding_rules.h"
#include "source/front_matter_rules.h"
#include "source/link_rules.h"
#include "source/markdown_guard_rules.h"
#include "source/markdown_rules.h"
#include "source/yaml_rules.h"
#include "templates/html_rules.h"
#include "templates/parse_rules.h"
#include "templates/shape_rules.h"
#include "templates/theme_rules.h"

namespace wegwijs {
namespace {

constexpr std::array subjects{
    RuleSubject{{"Soorten en namen van bestanden", "Kinds and names of files"}, source_name_rules},
    RuleSubject{{"Grootte en aantal van bestanden", "Size and number of files"}, file_limit_rules},
    RuleSubject{{"Te veel meldingen", "Too many messages"}, report_rules},
    RuleSubject{{"Tekens in een bestand", "Characters in a file"}, encoding_rules},
    RuleSubject{{"Bestanden van een verzameling", "Files of a collection"}, collection_rules},
    RuleSubject{{"De kop van een Markdown-bestand", "The header of a Markdown file"}, front_matter_rules},
    RuleSubject{{"De vorm van YAML", "The form of YAML"}, yaml_rules},
    RuleSubject{{"Velden", "Fields"}, record_rules},
    RuleSubject{{"Waarden van velden", "Values of fields"}, value_rules},
    RuleSubject{{"Beweringen en bronnen", "Claims and sources"}, claim_rules},
    RuleSubject{{"Tabellen en grafieken", "Tables and charts"}, table_rules},
    RuleSubject{{"Gegevensbestanden (CSV)", "Data files (CSV)"}, csv_rules},
    RuleSubject{{"Tabellen waarvan elke regel een item is", "Tables of which every line is an entry"}, row_rules},
    RuleSubject{{"Waarden die maar één keer mogen voorkomen", "Values that may occur once"}, unique_value_rules},
    RuleSubject{{"Datums van de kalender", "Dates of the calendar"}, calendar_date_rules},
    RuleSubject{{"Woorden die lezers misleiden", "Words that mislead readers"}, wording_rules},
    RuleSubject{{"Wanneer een bron gelezen is", "When a source was read"}, stale_read_rules},
    RuleSubject{{"Dagen die nog moeten komen", "Days that are still to come"}, future_date_rules},
    RuleSubject{{"Jaren die niet kunnen", "Years that cannot be"}, year_rules},
    RuleSubject{{"Telefoonnummers", "Telephone numbers"}, phone_number_rules},
    RuleSubject{{"Beweringen die niet bij elkaar passen", "Claims that do not fit together"}, claim_conflict_rules},
    RuleSubject{{"Teksten die niet af zijn", "Texts that are not finished"}, leftover_rules},
    RuleSubject{{"Twee keer hetzelfde in een lijst", "The same twice in a list"}, repeated_value_rules},
    RuleSubject{{"Privacy", "Privacy"}, privacy_rules},
    RuleSubject{{"Verwijzingen naar andere bestanden", "References to other files"}, reference_rules},
    RuleSubject{{"Lopende tekst in Markdown", "Texts in Markdown"}, markdown_rules},
    RuleSubject{{"Hoe groot een tekst in Markdown mag zijn", "How large a text in Markdown may be"},
                markdown_guard_rules},
    RuleSubject{{"Links en adressen", "Links and addresses"}, address_rules},
    RuleSubject{{"De vorm van een link", "The form of a link"}, link_rules},
    RuleSubject{{"Afbeeldingen en documenten", "Pictures and documents"}, content_file_rules},
    RuleSubject{{"site.yaml", "site.yaml"}, settings_rules},
    RuleSubject{{"Welke pagina's er zijn", "Which pages there are"}, plan_rules},
    RuleSubject{{"Postcodes en afstand", "Postcodes and distance"}, postcode_rules},
    RuleSubject{{"Hoe groot een pagina mag zijn", "How large a page may be"}, page_rules},
    RuleSubject{{"Sleutels van site.yaml, een schema of een bewering", "Keys of site.yaml, a schema or a claim"},
                key_rules},
    RuleSubject{{"Het schema van een verzameling", "The schema of a collection"}, schema_rules},
    RuleSubject{{"Teksten van het thema", "Texts of the theme"}, theme_text_rules},
    RuleSubject{{"Kleuren van het thema", "Colours of the theme"}, theme_colour_rules},
    RuleSubject{{"Delen van een bestand van het thema", "Parts of a file of the theme"}, theme_part_rules},
    RuleSubject{{"Sjablonen: tags", "Templates: tags"}, parse_rules},
    RuleSubject{{"Sjablonen: wat in een thema niet mag", "Templates: what a theme may not do"}, theme_rules},
    RuleSubject{{"Sjablonen: namen en delen", "Templates: names and parts"}, shape_rules},
    RuleSubject{{"Sjablonen: waar gegevens mogen staan", "Templates: where data may stand"}, html_rules}};

constexpr std::size_t number_of_rules() {
  std::size_t number = 0;
  for (const RuleSubject& subject : subjects) number += subject.rules.size();
  return number;
}

constexpr bool comes_before(const Rule* left, const Rule* right) {
  return left->id < right->id;
}

constexpr auto sorted_rules = [] {
  std::array<const Rule*, number_of_rules()> rules{};
  std::size_t number = 0;
  for (const RuleSubject& subject : subjects) {
    for (const Rule* rule : subject.rules) rules[number++] = rule;
  }
  std::sort(rules.begin(), rules.end(), comes_before);
  return rules;
}();

}  // namespace

std::span<const RuleSubject> rules_by_subject() {
  return subjects;
}

std::span<const Rule* const> all_rules() {
  return sorted_rules;
}

const Rule* find_rule(std::string_view id) {
  const auto* found =
      std::find_if(sorted_rules.begin(), sorted_rules.end(), [&](const Rule* rule) { return rule->id == id; });
  return found == sorted_rules.end() ? nullptr : *found;
}

}  // namespace wegwijs
