#include "pages/topic_data.h"

#include "pages/comparison_row_data.h"
#include "pages/field_data.h"
#include "pages/page_kind.h"
#include "views/claims.h"
#include "views/listing.h"

namespace wegwijs {
namespace {

std::vector<Data> links_of_group(const PageContext& context, std::uint16_t number, std::size_t group,
                                 std::string_view seen_from, DataArena& arena) {
  const PlannedTopics& planned = context.plan.topics[number];
  const Schema& schema = context.site.collections[planned.collection].schema;
  const Language language = context.site.settings.language;
  std::vector<Data> links;
  for (std::size_t index = 0; index < planned.topics.size(); ++index) {
    const auto& [field, offering] = planned.topics[index];
    if (schema.fields[field].group != group) continue;
    const PageKey page{&topic_page(), number, static_cast<std::uint32_t>(index), no_part};
    const std::string address = context.plan.address(context.site, page);
    links.push_back(arena.map({{"text"_name, Data::text(schema.fields[field].plain_or_label().in(language))},
                               {"address"_name, arena.text(address)},
                               {"is_current"_name, Data::boolean(address == seen_from)},
                               {"count"_name, arena.text(std::to_string(offering))}}));
  }
  return links;
}

}  // namespace

void add_topic_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                    std::vector<Member>& members) {
  const PlannedTopics& planned = context.plan.topics[key.group];
  const FieldIndex field = planned.topics[key.number].field;
  const Field& declared = context.site.collections[planned.collection].schema.fields[field];
  std::vector<EntryNumber> entries = entries_of(context.site, planned.collection);
  // Of an entry for which the row has no meaning nobody can say that it was not looked at.
  std::erase_if(entries, [&](EntryNumber one) { return !applies(declared, field, context.site.entry(one).record); });
  ComparisonRowDataBuilder builder(context, planned.collection, std::nullopt, entries.size(), arena, notes);
  members.push_back({"topic"_name, builder.row(compared_row(context.site, entries, field))});
}

void add_topic_shape(DataShape& shape) {
  shape.set("topic", comparison_row_shape());
}

Data topic_links(const PageContext& context, std::string_view address, DataArena& arena) {
  std::vector<Data> groups;
  for (std::size_t number = 0; number < context.plan.topics.size(); ++number) {
    const Schema& schema = context.site.collections[context.plan.topics[number].collection].schema;
    for (std::size_t group = 0; group < schema.groups.size(); ++group) {
      const std::vector<Data> links =
          links_of_group(context, static_cast<std::uint16_t>(number), group, address, arena);
      if (links.empty()) continue;
      const Label& label = schema.groups[group].plain.empty() ? schema.groups[group].label : schema.groups[group].plain;
      groups.push_back(arena.map(
          {{"label"_name, Data::text(label.in(context.site.settings.language))}, {"items"_name, arena.list(links)}}));
    }
  }
  return arena.list(groups);
}

DataShape topic_links_shape() {
  DataShape group = texts_shape({"label"});
  DataShape item = texts_shape({"text", "address", "count"});
  item.set("is_current", DataShape::boolean());
  group.set("items", DataShape::list(std::move(item)));
  return DataShape::list(std::move(group));
}

}  // namespace wegwijs
