#include "pages/form_data.h"

#include "pages/field_data.h"
#include "text/ascii.h"
#include "views/form_rows.h"

namespace wegwijs {
namespace {

/// The choices of a form: what it can be answered with, and where that can be read.
Data answers_of(const Schema& schema, Language language, DataArena& arena) {
  std::vector<Data> answers;
  for (const ClaimStatus* status : schema.claims.form_answers()) {
    answers.push_back(arena.map({{"value"_name, Data::text(status->id)},
                                 {"label"_name, Data::text(status->label.in(language))},
                                 {"needs_text"_name, Data::boolean(needs_explanation(status->means))}}));
  }
  return arena.list(answers);
}

Data source_kinds_of(const Schema& schema, Language language, DataArena& arena) {
  std::vector<Data> kinds;
  for (const auto& [id, label] : form_source_kinds(schema, language))
    kinds.push_back(arena.map({{"value"_name, arena.text(id)}, {"label"_name, arena.text(label)}}));
  return arena.list(kinds);
}

/// The id of the field with a role, under which a new entry gives it; null when the schema has none.
Data key_of(const Schema& schema, std::optional<FieldIndex> field) {
  return field ? Data::text(schema.fields[*field].id) : Data();
}

std::string capitalised(std::string words) {
  if (!words.empty()) words[0] = to_upper(words[0]);
  return words;
}

}  // namespace

void add_form_data(const PageContext& context, const PageKey& key, DataArena& arena, std::vector<Member>& members) {
  const Collection& collection = context.site.collections[key.group];
  const Schema& schema = collection.schema;
  const Language language = context.site.settings.language;
  const bool is_new = key.number == no_part;
  const Entry* entry = is_new ? nullptr : &collection.entries[key.number];
  const auto text = [&](std::string_view words) { return words.empty() ? Data() : arena.text(words); };
  std::size_t total = 0;
  std::size_t known = 0;
  std::vector<Data> groups;
  for (const FormGroup& group : form_rows(collection.schema, entry, context.site, context.today)) {
    std::vector<Data> rows;
    for (const FormRow& row : group.rows) {
      ++total;
      known += row.now.empty() ? 0U : 1U;
      rows.push_back(arena.map({{"id"_name, arena.text(row.id)},
                                {"topic"_name, arena.text(row.topic)},
                                {"term"_name, text(row.term)},
                                {"help"_name, text(row.help)},
                                {"now"_name, text(row.now)},
                                {"seen"_name, arena.text(row.seen)},
                                {"is_text"_name, Data::boolean(row.is_text)},
                                {"is_old"_name, Data::boolean(row.is_old)}}));
    }
    groups.push_back(arena.map({{"id"_name, arena.text(group.id)},
                                {"title"_name, arena.text(group.title)},
                                {"count"_name, arena.text(std::to_string(group.rows.size()))},
                                {"is_first"_name, Data::boolean(groups.empty())},
                                {"rows"_name, arena.list(rows)}}));
  }
  std::vector<Data> levels;
  for (const auto& [id, label] : form_levels(collection.schema, entry))
    levels.push_back(arena.map({{"id"_name, arena.text(id)}, {"label"_name, arena.text(label)}}));
  const std::string_view name = is_new ? std::string_view() : title_of(*entry, collection.schema);
  members.push_back(
      {"form"_name, arena.map({{"collection"_name, Data::text(collection.rule->name)},
                               {"entry"_name, Data::text(is_new ? std::string_view() : std::string_view(entry->slug))},
                               {"name"_name, Data::text(name)},
                               {"version"_name, Data::text(collection.schema.version)},
                               {"is_new"_name, Data::boolean(is_new)},
                               {"made"_name, arena.text(date_in_words(context.today, context.site.settings.language))},
                               {"total"_name, arena.text(std::to_string(total))},
                               {"known"_name, arena.text(std::to_string(known))},
                               {"limit"_name, arena.text(std::to_string(form_text_limit()))},
                               {"answers"_name, answers_of(schema, language, arena)},
                               {"source_kinds"_name, source_kinds_of(schema, language, arena)},
                               {"has_planned"_name, Data::boolean(schema.claims.first(Meaning::planned).has_value())},
                               {"level_key"_name, Data::text(schema.claims.level_field)},
                               {"year_key"_name, Data::text(schema.claims.years.key)},
                               {"years"_name, arena.text(capitalised(years_asked(schema, language)))},
                               {"example_years"_name, arena.text(example_years(schema))},
                               {"levels_label"_name, arena.text(capitalised(levels_asked(schema, language)))},
                               {"website_field"_name, key_of(schema, schema.find(Role::web_address))},
                               {"level_field"_name, key_of(schema, schema.level_field())},
                               {"has_levels"_name, Data::boolean(!levels.empty())},
                               {"levels"_name, arena.list(levels)},
                               {"groups"_name, arena.list(groups)}})});
}

void add_form_shape(DataShape& shape) {
  DataShape row = texts_shape({"id", "topic", "term", "help", "now", "seen"});
  row.set("is_text", DataShape::boolean());
  row.set("is_old", DataShape::boolean());
  DataShape group = texts_shape({"id", "title", "count"});
  group.set("is_first", DataShape::boolean());
  group.set("rows", DataShape::list(std::move(row)));
  DataShape form =
      texts_shape({"collection", "entry", "name", "version", "made", "total", "known", "limit", "level_key", "year_key",
                   "years", "example_years", "levels_label", "website_field", "level_field"});
  DataShape answer = texts_shape({"value", "label"});
  answer.set("needs_text", DataShape::boolean());
  form.set("answers", DataShape::list(std::move(answer)));
  form.set("source_kinds", DataShape::list(texts_shape({"value", "label"})));
  form.set("has_planned", DataShape::boolean());
  form.set("is_new", DataShape::boolean());
  form.set("has_levels", DataShape::boolean());
  form.set("levels", DataShape::list(texts_shape({"id", "label"})));
  form.set("groups", DataShape::list(std::move(group)));
  shape.set("form", std::move(form));
}

}  // namespace wegwijs
