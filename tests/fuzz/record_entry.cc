#include <algorithm>

#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"
#include "schema/read_record.h"
#include "schema/read_schema.h"
#include "schema/record_rules.h"

namespace wegwijs {
namespace {

constexpr std::string_view schema_of_every_type = R"(
id: proef
label_one: {nl: Proef}
option_lists:
  kleur: [{id: rood, label: Rood}, {id: blauw, label: Blauw}]
groups: [{id: groep, label: Groep}]
fields:
  - {id: titel, type: text, role: title, required: true, max_length: 20, label: Titel, former_ids: [naam]}
  - {id: code, type: text, pattern: 99AA, label: Code}
  - {id: namen, type: texts, label: Namen}
  - {id: tekst, type: long_text, label: Tekst}
  - {id: aantal, type: number, unit: uren, label: Aantal}
  - {id: dag, type: date, role: date, label: Dag}
  - {id: jaar, type: school_year, label: Jaar}
  - {id: ja, type: yes_no, label: Ja, required_with: dag}
  - {id: kleur, type: choice, options: kleur, label: Kleur}
  - {id: kleuren, type: choices, options: kleur, label: Kleuren}
  - {id: een, type: reference, to: proef, label: Een}
  - {id: meer, type: references, to: proef, label: Meer}
  - {id: web, type: web_address, label: Web}
  - {id: mail, type: mail_address, label: Mail}
  - {id: telefoon, type: phone, label: Telefoon}
  - {id: rij, type: row, label: Rij, fields: [{id: wat, type: text, label: Wat}, {id: bron, type: source, label: Bron}]}
  - {id: rijen, type: rows, label: Rijen, fields: [{id: op, type: date, required: true, label: Op}]}
  - {id: lift, type: claim, group: groep, label: Lift}
  - {id: wie, type: text_claim, group: groep, label: Wie}
  - {id: bronnen, type: sources, role: sources, label: Bronnen}
  - {id: bron, type: source, role: default_source, label: Bron}
  - {id: peildatum, type: as_of, role: default_as_of, label: Peildatum}
  - {id: lijst, type: source_list, label: Lijst}
  - {id: tabel, type: table, label: Tabel}
)";

std::optional<Schema> schema_in(std::string_view bytes) {
  const FuzzedSource source(bytes);
  Diagnostics diagnostics;
  const std::optional<YamlNode> tree = read_yaml(bytes, FuzzedSource::id(), 0, diagnostics);
  std::optional<Schema> schema = tree ? read_schema(*tree, diagnostics) : std::nullopt;
  require(schema.has_value() || diagnostics.has_errors(), "a schema that is refused is reported");
  if (schema) {
    require(schema->find(Role::title).has_value(), "a schema has a title field");
    for (const Field& field : schema->fields) {
      require(!field.group || *field.group < schema->groups.size(), "the group of a field exists");
    }
  }
  require_reportable(diagnostics, source);
  return schema;
}

const Schema& fixed_schema() {
  static const std::optional<Schema> schema = schema_in(schema_of_every_type);
  require(schema.has_value(), "the schema of the test is accepted");
  return *schema;
}

void read_record_of(const Schema& schema, std::string_view bytes) {
  const FuzzedSource source(bytes);
  Diagnostics diagnostics;
  if (const std::optional<YamlNode> tree = read_yaml(bytes, FuzzedSource::id(), 0, diagnostics)) {
    const Record record = read_record(*tree, schema, diagnostics);
    // A draft may lack it; then that is told as what the draft still lacks.
    const bool is_told =
        diagnostics.has_errors() || std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                                                [](const Diagnostic& one) { return one.rule == &draft_lacks; });
    require(record.value(*schema.find(Role::title)) != nullptr || is_told ||
                !schema.fields[static_cast<std::size_t>(*schema.find(Role::title))].required,
            "a record without a required title is reported");
  }
  require_reportable(diagnostics, source);
}

}  // namespace

void read_any_record(std::string_view bytes) {
  const std::size_t divider = bytes.find(next_part);
  if (divider == std::string_view::npos) {
    read_record_of(fixed_schema(), bytes);
  } else if (const std::optional<Schema> schema = schema_in(bytes.substr(0, divider))) {
    read_record_of(*schema, bytes.substr(divider + next_part.size()));
  }
}

}  // namespace wegwijs
