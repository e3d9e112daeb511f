#include "products/open_data_schema.h"

#include <nlohmann/json.hpp>

#include "products/open_data_entry.h"
#include "schema/field_types.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

Json of_type(std::string_view type) {
  return {{"type", type}};
}
Json text_like(std::string_view pattern) {
  return {{"type", "string"}, {"pattern", pattern}};
}
Json list_of(Json element) {
  return {{"type", "array"}, {"items", std::move(element)}};
}
Json words(const std::vector<std::string>& allowed) {
  return {{"enum", allowed}};
}
/// The position of a source in `bronnen`.
Json source_number() {
  return {{"type", "integer"}, {"minimum", 0}};
}
Json closed_object(Json properties, const std::vector<std::string>& required) {
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", required},
          {"additionalProperties", false}};
}

std::vector<std::string> ids_of(const std::vector<Option>& options) {
  std::vector<std::string> ids;
  for (const Option& option : options) ids.push_back(option.id);
  return ids;
}

Json options_of(const Field& field) {
  return words(ids_of(field.options));
}

Json object_of(const std::vector<Field>& fields, Language language);

/// Of one value of a field that may hold many.
Json form_of_one(const Field& field, Language language) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::texts:
    case FieldType::long_text:
    case FieldType::reference:
    case FieldType::references:
    case FieldType::web_address:
    case FieldType::mail_address:
    case FieldType::phone:
    case FieldType::addresses:
      return of_type("string");
    case FieldType::number:
      return of_type("number");
    case FieldType::time:
      return text_like("^[0-9]{2}:[0-9]{2}$");  // written out in full, however the source file has it
    case FieldType::date:
    case FieldType::as_of:
    case FieldType::school_year:
      return text_like(type_row(field.type).pattern);
    case FieldType::yes_no:
      return of_type("boolean");
    case FieldType::choice:
    case FieldType::choices:
      return options_of(field);
    case FieldType::row:
    case FieldType::rows:
      return object_of(field.fields, language);
    case FieldType::claim:
    case FieldType::text_claim:
      return {{"$ref", "#/definitions/bewering"}};
    case FieldType::source:
    case FieldType::source_list:
      return source_number();
    case FieldType::sources:
      return list_of(source_number());
    case FieldType::table:
      return list_of(of_type("object"));
  }
  return {};
}

Json described(const Field& field, Language language) {
  Json json{{"title", field.label.in(language)}};
  if (!field.help.empty()) json["description"] = field.help.in(language);
  Json one = form_of_one(field, language);
  json.update(type_row(field.type).holds_many ? list_of(std::move(one)) : one);
  return json;
}

Json object_of(const std::vector<Field>& fields, Language language) {
  Json properties = Json::object();
  for (const Field& field : fields) properties[field.id] = described(field, language);
  return closed_object(std::move(properties), {});
}

Json source_form() {
  Json properties;
  for (const char* key : {"id", "soort", "titel", "url", "plaats", "document", "uitgever", "let_op", "licentie"})
    properties[key] = of_type("string");
  properties["licentie"]["description"] = "Zoals de bron die zelf noemt; anders: niet vastgesteld.";
  properties["peildatum"] = text_like(as_of_pattern);
  properties["niet_gevonden_op"] = text_like(date_pattern);
  return closed_object(std::move(properties), {"licentie"});
}

Json scope_form(const Schema& schema) {
  const std::optional<FieldIndex> levels = schema.level_field();
  const YearWords& years = schema.claims.years;
  Json year = words(ids_of(years.options));
  if (years.is_range && !years.options.empty()) {
    year = {{"type", "integer"},
            {"minimum", std::stol(years.options.front().id)},
            {"maximum", std::stol(years.options.back().id)}};
  }
  Json properties;
  properties[schema.claims.level_field] = list_of(levels ? options_of(schema.fields[*levels]) : of_type("string"));
  properties[years.key] = list_of(std::move(year));
  return closed_object(std::move(properties), {});
}

Json claim_form(const Schema& schema) {
  Json properties;
  properties["status"] = words(schema.claims.ids_of(every_meaning));
  for (const char* key : {"status_in_woorden", "toelichting", "tekst", "peildatum_in_woorden", "voor_in_woorden",
                          "omvang_in_woorden", "voorwaarde_in_woorden", "vanaf_in_woorden", "gecontroleerd_in_woorden"})
    properties[key] = of_type("string");
  properties["bron"] = source_number();
  properties["peildatum"] = text_like(as_of_pattern);
  properties["verouderd"] = of_type("boolean");
  properties["jaar"] = of_type("integer");
  properties["voor"] = scope_form(schema);
  properties["omvang"] =
      closed_object({{"aantal", of_type("number")}, {"eenheid", of_type("string")}}, {"aantal", "eenheid"});
  properties["voorwaarde"] = words(ids_of(schema.claims.conditions));
  properties["vanaf"] = text_like(as_of_pattern);
  properties["gecontroleerd"] = closed_object(
      {{"op", text_like(as_of_pattern)}, {"door", words(ids_of(schema.claims.checkers))}}, {"op", "door"});
  return closed_object(std::move(properties),
                       {"status", "status_in_woorden", "bron", "peildatum", "peildatum_in_woorden", "verouderd"});
}

/// Which fields are where: claims by row, everything else as it is.
void add_fields(const Schema& schema, Language language, Json& data, Json& claims) {
  for (const Field& field : schema.fields) {
    if (!is_open_data(field)) continue;
    Json form = described(field, language);
    if (is_claim(field)) form["minItems"] = 1;
    (is_claim(field) ? claims : data)[field.id] = std::move(form);
  }
}

}  // namespace

std::string open_data_schema(const Site& site, const Collection& collection, std::string_view address) {
  const Schema& schema = collection.schema;
  Json data = Json::object();
  Json claims = Json::object();
  add_fields(schema, site.settings.language, data, claims);
  Json claims_form = closed_object(std::move(claims), {});
  Json present = list_of(of_type("string"));
  present["description"] = "De onderwerpen waarvan een bron zegt dat de school ze heeft, helemaal of deels.";
  Json answers{{"type", "object"}, {"additionalProperties", of_type("string")}};
  answers["description"] =
      "Per onderwerp de statussen die bronnen noemen, elk één keer. Twee scholen verschillen als deze verschillen. Wat "
      "onbekend is, staat er niet bij.";
  claims_form["description"] =
      "Per onderwerp de beweringen, de nieuwste eerst. Een onderwerp dat hier niet staat, heeft niemand nagekeken: dat "
      "is nooit nee.";
  Json json{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"$id", address}};
  json["title"] = (schema.label_one.empty() ? schema.label : schema.label_one).in(site.settings.language);
  json.update(closed_object({{"versie", {{"const", open_data_version}}},
                             {"id", of_type("string")},
                             {"pagina", of_type("string")},
                             {"voorbeeld", of_type("boolean")},
                             {"gegevens", closed_object(std::move(data), {})},
                             {"bronnen", list_of({{"$ref", "#/definitions/bron"}})},
                             {"beweringen", std::move(claims_form)},
                             {"bronnen_verschillen", list_of(of_type("string"))},
                             {"niet_van_toepassing", list_of(of_type("string"))},
                             {"aanwezig", std::move(present)},
                             {"antwoorden", std::move(answers)}},
                            {"versie", "id", "voorbeeld", "gegevens", "bronnen", "beweringen", "bronnen_verschillen",
                             "niet_van_toepassing", "aanwezig", "antwoorden"}));
  json["definitions"] = {{"bron", source_form()},
                         {"bewering", claim_form(schema)},
                         {"bestand", closed_object({{"versie", {{"const", open_data_version}}},
                                                    {"verzameling", {{"const", collection.rule->name}}},
                                                    {"schemaversie", of_type("string")},
                                                    {"gegevens", list_of({{"$ref", "#"}})}},
                                                   {"versie", "verzameling", "schemaversie", "gegevens"})}};
  return json.dump(2) + "\n";
}

}  // namespace wegwijs
