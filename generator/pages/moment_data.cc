#include "pages/moment_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "views/moments.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

Data text_or_null(std::string_view text, DataArena& arena) {
  return text.empty() ? Data() : arena.text(text);
}

bool is_fact(const Field& field) {
  return field.group.has_value() && field.role != Role::title && field.role != Role::summary;
}

/// The item of an address of an older year: named, and not published, because it leads to what is over.
Data without_address(const Data& item, DataArena& arena) {
  std::vector<Member> members(item.members().begin(), item.members().end());
  for (Member& member : members) {
    if (member.name == "text"_name || member.name == "link"_name) member.value = Data();
    if (member.name == "is_older"_name) member.value = Data::boolean(true);
  }
  return arena.map(members);
}

/// The source that the entries of a collection have in common: that of the first one.
std::optional<SourceDescription> source_of(const Site& site, std::uint16_t collection) {
  const Collection& all = site.collections[collection];
  if (all.entries.empty()) return std::nullopt;
  const Record& record = all.entries.front().record;
  for (std::size_t index = 0; index < all.schema.fields.size(); ++index) {
    const Field& field = all.schema.fields[index];
    const SourceUses* uses = record.get<SourceUses>(static_cast<FieldIndex>(index));
    if (field.type == FieldType::source && uses != nullptr && !uses->sources.empty())
      return describe(site, record.sources()[uses->sources.front()]);
  }
  return std::nullopt;
}

}  // namespace

Data moment_data(const PageContext& context, EntryNumber number, DataArena& arena, PageNotes& notes) {
  const Site& site = context.site;
  const Schema& schema = site.schema(number);
  const Entry& entry = site.entry(number);
  const std::optional<Moment> moment = moment_of(site, number);
  if (!moment) return {};
  const Language language = site.settings.language;
  FieldDataBuilder builder(context, arena, number, notes);
  std::vector<Data> facts;
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const auto field = static_cast<FieldIndex>(index);
    const Value* value = entry.record.value(field);
    if (value == nullptr || !is_fact(schema.fields[index])) continue;
    const Data item = builder.item(schema.fields[index], field, value);
    const bool is_address = schema.fields[index].type == FieldType::web_address;
    const bool is_older = is_address && names_older_year(std::get<WrittenText>(*value).text, moment->first);
    facts.push_back(is_older ? without_address(item, arena) : item);
  }
  const std::optional<EntryNumber> place = shown_at(site, number);
  Data at;
  if (place) {
    at = arena.map({{"text"_name, Data::text(title_of(site.entry(*place), site.schema(*place)))},
                    {"address"_name, text_or_null(address_of(site, *place), arena)}});
  }
  return arena.map({{"id"_name, Data::text(entry.slug)},
                    {"title"_name, Data::text(title_of(entry, schema))},
                    {"day"_name, arena.text(date_with_weekday(moment->first, language))},
                    {"iso"_name, arena.text(iso_date(moment->first))},
                    {"last_day"_name,
                     moment->last == moment->first ? Data() : arena.text(date_with_weekday(moment->last, language))},
                    {"from"_name, moment->from ? arena.text(time_in_words(*moment->from, language)) : Data()},
                    {"until"_name, moment->until ? arena.text(time_in_words(*moment->until, language)) : Data()},
                    {"place"_name, text_or_null(text_of(entry, schema, Role::place), arena)},
                    {"at"_name, at},
                    {"facts"_name, arena.list(facts)},
                    {"calendar"_name, text_or_null(calendar_file_of(site, number), arena)}});
}

DataShape moment_shape(const Site& site) {
  int depth = 0;
  for (const Collection& collection : site.collections) {
    if (collection.schema.find(Role::shown_at)) depth = std::max(depth, depth_of_rows(collection.schema.fields));
  }
  DataShape shape = texts_shape({"id", "title", "day", "iso", "last_day", "from", "until", "place", "calendar"});
  shape.set("at", texts_shape({"text", "address"}));
  shape.set("facts", DataShape::list(any_item_shape(depth)));
  return shape;
}

Data moments_data(const PageContext& context, std::uint16_t collection, DataArena& arena) {
  const Site& site = context.site;
  const Collection& all = site.collections[collection];
  const std::optional<Date> read_on = read_longest_ago(site, collection);
  const std::optional<SourceDescription> source = source_of(site, collection);
  Data described;
  if (source) {
    described = arena.map({{"title"_name, text_or_null(source->title, arena)},
                           {"address"_name, text_or_null(source->address, arena)},
                           {"publisher"_name, text_or_null(source->publisher, arena)},
                           {"note"_name, text_or_null(source->note, arena)}});
  }
  const bool has_calendar = std::any_of(all.entries.begin(), all.entries.end(), [&](const Entry& entry) {
    return date_of(entry, all.schema, Role::date).value_or(Date{}) >= context.today;
  });
  const Language language = site.settings.language;
  return arena.map(
      {{"label"_name, Data::text(all.schema.label.in(language))},
       {"read_on"_name, read_on ? arena.text(date_in_words(*read_on, language)) : Data()},
       {"is_stale"_name, Data::boolean(read_on && is_stale(*all.rule, *read_on, context.today))},
       {"is_switched_off"_name, Data::boolean(all.is_switched_off())},
       {"source"_name, described},
       {"calendar"_name, has_calendar ? text_or_null(calendar_file_of_all(site, collection), arena) : Data()}});
}

DataShape moments_shape() {
  DataShape shape = texts_shape({"label", "read_on", "calendar"});
  shape.set("is_stale", DataShape::boolean());
  shape.set("is_switched_off", DataShape::boolean());
  shape.set("source", texts_shape({"title", "address", "publisher", "note"}));
  return shape;
}

Data moments_here(const PageContext& context, EntryNumber entry, DataArena& arena, PageNotes& notes) {
  const Site& site = context.site;
  std::vector<Data> lists;
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    const auto collection = static_cast<std::uint16_t>(index);
    if (site.collections[index].is_switched_off() || !is_shown_in(site, collection, entry.collection)) continue;
    const std::vector<EntryNumber> shown = entries_shown_at(site, entry, collection);
    std::vector<Data> items;
    for (const EntryNumber number : shown) items.push_back(moment_data(context, number, arena, notes));
    lists.push_back(arena.map(
        {{"id"_name, Data::text(site.collections[index].rule->name)},
         {"about"_name, moments_data(context, collection, arena)},
         {"items"_name, arena.list(items)},
         {"next"_name, items.empty() ? Data() : items.front()},
         {"is_empty"_name, Data::boolean(items.empty())},
         {"calendar"_name, items.empty() ? Data() : text_or_null(calendar_file_at(site, entry, collection), arena)}}));
  }
  return arena.list(lists);
}

DataShape moments_here_shape(const Site& site) {
  DataShape shape = texts_shape({"id", "calendar"});
  shape.set("about", moments_shape());
  shape.set("items", DataShape::list(moment_shape(site)));
  shape.set("next", moment_shape(site));
  shape.set("is_empty", DataShape::boolean());
  return DataShape::list(std::move(shape));
}

}  // namespace wegwijs
