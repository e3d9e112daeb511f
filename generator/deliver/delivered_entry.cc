#include "deliver/delivered_entry.h"

#include <algorithm>

#include "deliver/entry_mistakes.h"
#include "deliver/said.h"
#include "deliver/write_changes.h"
#include "model/declared_services.h"
#include "source/yaml_edits.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

/// "havo, vwo" as a list.
YamlNode list_of(std::string_view words) {
  YamlNode list = yaml_list();
  while (!words.empty()) {
    const std::size_t comma = std::min(words.find(','), words.size());
    std::string_view word = words.substr(0, comma);
    while (word.starts_with(' ')) word.remove_prefix(1);
    if (!word.empty()) list.elements.push_back(yaml_text(std::string(word)));
    words.remove_prefix(std::min(comma + 1, words.size()));
  }
  return list;
}

/// False when the fact has no place in the schema, or a value that cannot be.
bool add_fact(YamlNode& values, const Schema& schema, const std::string& key, const std::string& value,
              Language language) {
  const std::optional<FieldIndex> index = schema.find(key);
  if (!index) return false;
  const Field& field = schema.fields[*index];
  const bool is_list = field.type == FieldType::choices;
  const bool is_plain =
      field.type == FieldType::text || field.type == FieldType::web_address || field.type == FieldType::phone;
  if (!is_plain && !is_list) return false;
  YamlNode tried = values;
  set_field(tried, schema, field, is_list ? list_of(value) : yaml_text(value));
  if (!first_new_mistake(values, tried, schema, language).empty()) return false;
  values = std::move(tried);
  return true;
}

}  // namespace

DeliveredEntry delivered_entry(const Delivery& delivery, const Collection& collection, const Settings& settings,
                               Language language) {
  const Schema& schema = collection.schema;
  DeliveredEntry made;
  made.slug = slug_for(delivery.title);
  if (made.slug.empty()) {
    made.why_not = said(language, {"Bij deze nieuwe school ontbreekt de naam. Vraag het de school.",
                                   "The name of this new school is missing. Ask the school."});
    return made;
  }
  if (collection.find(made.slug) || collection.find_withheld(made.slug) != nullptr || collection.is_unread(made.slug)) {
    made.why_not = said(language,
                        {"De school '{}' is er al ({}). Gebruik haar eigen formulier.",
                         "The school '{}' is there already ({}). Use its own form."},
                        delivery.title, made.slug);
    return made;
  }
  made.values = yaml_map();
  if (const std::optional<FieldIndex> title = schema.find(Role::title))
    set_field(made.values, schema, schema.fields[*title], yaml_text(delivery.title));
  for (const auto& [key, value] : delivery.facts) {
    if (!undeclared_personal_data(settings, value).empty() || !add_fact(made.values, schema, key, value, language))
      made.misfits.emplace_back(key, value);
  }
  if (const std::optional<FieldIndex> draft = schema.find(Role::draft))
    set_field(made.values, schema, schema.fields[*draft], yaml_text("ja"));
  return made;
}

}  // namespace wegwijs
