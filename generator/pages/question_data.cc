#include "pages/question_data.h"

#include "pages/field_data.h"
#include "schema/field_types.h"
#include "views/claims.h"

namespace wegwijs {

void add_question_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                       std::vector<Member>& members) {
  const Schema& schema = context.site.collections[collection].schema;
  const Language language = context.site.settings.language;
  const auto words = [&](const Label& label) { return label.empty() ? Data() : Data::text(label.in(language)); };
  std::vector<std::vector<Data>> rows(schema.groups.size());
  for (const Field& field : schema.fields) {
    if (!is_claim(field) || !field.group || !field.compare) continue;
    rows[*field.group].push_back(arena.map({{"id"_name, Data::text(field.id)},
                                            {"label"_name, words(field.label)},
                                            {"plain"_name, words(field.plain_or_label())},
                                            {"help"_name, words(field.help)},
                                            {"question"_name, words(field.question)}}));
  }
  std::vector<Data> groups;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    if (rows[index].empty()) continue;
    const Group& group = schema.groups[index];
    groups.push_back(arena.map({{"id"_name, Data::text(group.id)},
                                {"label"_name, words(group.label)},
                                {"plain"_name, words(group.plain.empty() ? group.label : group.plain)},
                                {"count"_name, arena.text(std::to_string(rows[index].size()))},
                                {"rows"_name, arena.list(rows[index])}}));
  }
  members.push_back({"question_groups"_name, arena.list(groups)});
}

void add_question_shape(DataShape& shape) {
  DataShape group = texts_shape({"id", "label", "plain", "count"});
  group.set("rows", DataShape::list(texts_shape({"id", "label", "plain", "help", "question"})));
  shape.set("question_groups", DataShape::list(std::move(group)));
}

}  // namespace wegwijs
