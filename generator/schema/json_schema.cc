#include "schema/json_schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "schema/field_types.h"
#include "schema/record.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

/// A text as YAML editors read it: 2026, 1.5 and true are no strings to them, to us they are what was typed.
Json scalar() {
  return {{"type", {"string", "number", "boolean"}}};
}

Json text_like(std::string_view pattern) {
  return {{"type", "string"}, {"pattern", pattern}};
}

Json any_of(std::initializer_list<Json> forms) {
  return {{"anyOf", Json::array_t(forms)}};
}

Json list_of(Json element) {
  return {{"type", "array"}, {"items", std::move(element)}, {"minItems", 1}};
}

Json list_or_one(const Json& element) {
  return any_of({element, list_of(element)});
}

Json definition(std::string_view name) {
  return {{"$ref", "#/definitions/" + std::string(name)}};
}

/// A word that YAML editors may read as a number is allowed in both forms.
void add_word(Json& words, const std::string& word) {
  words.push_back(word);
  const bool is_number = !word.empty() && word.size() < 10 && word.find_first_not_of("0123456789") == std::string::npos;
  if (is_number) words.push_back(std::stol(word));
}

Json one_of_options(const Field& field) {
  Json words = Json::array();
  for (const Option& option : field.options) add_word(words, option.id);
  return {{"enum", std::move(words)}};
}

/// 9 is a digit, A a capital letter, anything else itself.
std::string regular_expression(std::string_view pattern) {
  std::string expression = "^";
  for (const char character : pattern) {
    if (character == '9') {
      expression += "[0-9]";
    } else if (character == 'A') {
      expression += "[A-Z]";
    } else {
      if (std::string_view(".*+?^$()[]{}|\\/").find(character) != std::string_view::npos) expression += '\\';
      expression += character;
    }
  }
  return expression + "$";
}

class JsonSchemaWriter {
 public:
  JsonSchemaWriter(const Schema& schema, Language language) : schema_(schema), language_(language) {}

  Json write(std::string_view address) const {
    Json json{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"$id", address}};
    const Label& label = schema_.label_one.empty() ? schema_.label : schema_.label_one;
    if (!label.empty()) json["title"] = label.in(language_);
    json.update(object_with(schema_.fields));
    json["definitions"] = definitions();
    return json;
  }

 private:
  Json object_with(const std::vector<Field>& fields) const {
    Json properties = Json::object();
    Json required = Json::array();
    Json dependencies = Json::object();
    for (const Field& field : fields) {
      properties[field.id] = described(field);
      for (const std::string& former : field.former_ids) properties[former] = properties[field.id];
      if (field.required && field.former_ids.empty()) required.push_back(field.id);
      if (!field.required_with.empty()) dependencies[field.required_with].push_back(field.id);
    }
    Json object{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) object["required"] = std::move(required);
    if (!dependencies.empty()) object["dependencies"] = std::move(dependencies);
    return object;
  }

  Json described(const Field& field) const {
    Json json;
    json["title"] = field.label.in(language_);
    std::string description(field.plain_or_label().in(language_));
    if (!field.help.empty()) description += ". " + std::string(field.help.in(language_));
    json["description"] = description;
    json.update(form_of(field));
    return json;
  }

  Json form_of(const Field& field) const {
    Json one = form_of_one(field);
    return type_row(field.type).holds_many && field.type != FieldType::claim ? list_or_one(one) : one;
  }

  /// Of one value of a field that may hold many; claims alone say themselves how one and many are written.
  Json form_of_one(const Field& field) const {
    switch (field.type) {
      case FieldType::text:
      case FieldType::texts:
      case FieldType::long_text:
      case FieldType::phone:
        return text_of(field);
      case FieldType::number:
        return any_of({{{"type", "number"}}, text_like("^-?[0-9]+(\\.[0-9]+)?$")});
      case FieldType::date:
      case FieldType::time:
      case FieldType::school_year:
      case FieldType::web_address:
      case FieldType::mail_address:
      case FieldType::addresses:
        return text_like(type_row(field.type).pattern);
      case FieldType::as_of:
        return definition("peildatum");
      case FieldType::yes_no:
        return {{"enum", {"ja", "nee", true, false}}};
      case FieldType::choice:
      case FieldType::choices:
        return one_of_options(field);
      case FieldType::reference:
      case FieldType::references:
        return scalar();
      case FieldType::row:
      case FieldType::rows:
        return object_with(field.fields);
      case FieldType::claim:
        return definition("beweringen");
      case FieldType::text_claim:
        return definition("tekst_met_bron");
      case FieldType::sources:
        return {{"type", "object"}, {"additionalProperties", definition("bron")}};
      case FieldType::source:
      case FieldType::source_list:
        return definition("bron_gebruik");
      case FieldType::table:
        return table_form();
    }
    return {};
  }

  static Json closed(Json properties, Json required) {
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
  }

  static Json table_form() {
    const Json names{{"type", "array"}, {"items", scalar()}};
    const Json column = closed({{"id", scalar()},
                                {"titel", scalar()},
                                {"soort", {{"enum", {"tekst", "getal", "euro", "procent"}}}},
                                {"eenheid", scalar()}},
                               Json::array({"id", "titel", "soort"}));
    const Json chart = closed(
        {{"soort", {{"enum", {"staven", "aandelen"}}}}, {"titel", scalar()}, {"rijen", names}, {"kolommen", names}},
        Json::array({"soort", "titel"}));
    return closed(
        {{"bestand", text_like("\\.csv$")}, {"kolommen", {{"type", "array"}, {"items", column}}}, {"grafiek", chart}},
        Json::array({"bestand", "kolommen"}));
  }

  static Json text_of(const Field& field) {
    Json json = scalar();
    if (field.max_length > 0) json["maxLength"] = field.max_length;
    if (!field.pattern.empty()) json["pattern"] = regular_expression(field.pattern);
    return json;
  }

  bool uses(std::initializer_list<FieldType> types) const {
    return std::any_of(schema_.fields.begin(), schema_.fields.end(), [&](const Field& field) {
      return std::find(types.begin(), types.end(), field.type) != types.end();
    });
  }

  Json definitions() const {
    Json json;
    json["peildatum"] = any_of({text_like(as_of_pattern), {{"type", "integer"}, {"minimum", 1900}, {"maximum", 2199}}});
    json["bron"] = source();
    json["bron_gebruik"] = any_of({scalar(), definition("bron")});
    if (uses({FieldType::claim, FieldType::text_claim})) {
      json["voor"] = scope();
      json["gecontroleerd"] = checked();
      json["bewering"] = claim();
      const Json in_short = short_form();
      json["beweringen"] =
          any_of({in_short, definition("bewering"), list_of(any_of({in_short, definition("bewering")}))});
      json["tekst_met_bron"] = text_claim();
    }
    return json;
  }

  Json source() const {
    Json json = closed({{"soort", {{"enum", ids_of(schema_.claims.source_kinds)}}},
                        {"titel", scalar()},
                        {"url", text_like(type_row(FieldType::web_address).pattern)},
                        {"plaats", scalar()},
                        {"licentie", scalar()},
                        {std::string(source_set_key), scalar()}},
                       Json::array());
    json["anyOf"] = Json::array({{{"required", {"titel"}}}, {{"required", {"url"}}}});
    return json;
  }

  Json scope() const {
    const std::optional<FieldIndex> levels = schema_.level_field();
    const Json level = levels ? one_of_options(schema_.fields[*levels]) : scalar();
    return closed({{schema_.claims.level_field, list_or_one(level)}, {schema_.claims.years.key, list_or_one(year())}},
                  Json::array());
  }

  /// What may stand for a whole claim: a status that means yes.
  Json short_form() const {
    const std::vector<std::string> ids = schema_.claims.ids_of(std::array{Meaning::yes});
    if (ids.size() == 1) return {{"const", ids.front()}};
    return {{"enum", ids}};
  }

  Json year() const {
    const YearWords& years = schema_.claims.years;
    if (years.is_range && !years.options.empty()) {
      return {{"type", "integer"},
              {"minimum", std::stol(years.options.front().id)},
              {"maximum", std::stol(years.options.back().id)}};
    }
    Json words = Json::array();
    for (const Option& option : years.options) add_word(words, option.id);
    return {{"enum", std::move(words)}};
  }

  static Json ids_of(const std::vector<Option>& options) {
    Json ids = Json::array();
    for (const Option& option : options) ids.push_back(option.id);
    return ids;
  }

  Json checked() const {
    return closed({{"op", definition("peildatum")}, {"door", {{"enum", ids_of(schema_.claims.checkers)}}}},
                  {"op", "door"});
  }

  /// The rules of the profile format: what is not simply yes is explained, and only somebody who read a source can say
  /// that it is silent.
  Json claim() const {
    const ClaimWords& words = schema_.claims;
    const Json statuses =
        words.ids_of(std::array{Meaning::yes, Meaning::partly, Meaning::no, Meaning::planned, Meaning::unknown});
    const Json explained = words.ids_of(std::array{Meaning::no, Meaning::partly, Meaning::planned});
    const Json silent = words.ids_of(std::array{Meaning::unknown});
    const Json planned = words.ids_of(std::array{Meaning::planned});
    Json conditions = ids_of(words.conditions);
    conditions.insert(conditions.begin(), words.no_condition);
    Json json = closed({{"status", {{"enum", statuses}}},
                        {"toelichting", scalar()},
                        {"voor", definition("voor")},
                        {"omvang", closed({{"aantal", scalar()}, {"eenheid", scalar()}}, {"aantal", "eenheid"})},
                        {"voorwaarde", {{"enum", conditions}}},
                        {"vanaf", definition("peildatum")},
                        {"bron", definition("bron_gebruik")},
                        {"peildatum", definition("peildatum")},
                        {"gecontroleerd", definition("gecontroleerd")}},
                       {"status"});
    if (planned.empty()) json["properties"].erase("vanaf");
    const auto status_in = [](const Json& ids) { return Json{{"properties", {{"status", {{"enum", ids}}}}}}; };
    Json rules = Json::array();
    if (!explained.empty()) rules.push_back({{"if", status_in(explained)}, {"then", {{"required", {"toelichting"}}}}});
    if (!silent.empty()) rules.push_back({{"if", status_in(silent)}, {"then", {{"required", {"gecontroleerd"}}}}});
    if (!planned.empty()) rules.push_back({{"if", {{"required", {"vanaf"}}}}, {"then", status_in(planned)}});
    if (!rules.empty()) json["allOf"] = std::move(rules);
    return json;
  }

  static Json text_claim() {
    return closed({{"tekst", scalar()},
                   {"voor", definition("voor")},
                   {"bron", definition("bron_gebruik")},
                   {"peildatum", definition("peildatum")},
                   {"gecontroleerd", definition("gecontroleerd")}},
                  {"tekst"});
  }

  const Schema& schema_;
  Language language_;
};

}  // namespace

std::string json_schema_of(const Schema& schema, Language language, std::string_view address) {
  return JsonSchemaWriter(schema, language).write(address).dump(2) + "\n";
}

}  // namespace wegwijs
