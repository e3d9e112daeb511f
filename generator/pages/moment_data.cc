#include "pages/moment_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "pages/told.h"
#include "views/moments.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

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

/// Tells about one dated entry.
struct MomentTeller : Teller {
  MomentTeller(const PageContext& page_context, EntryNumber entry_number, const Moment& when, DataArena& data_arena,
               PageNotes& page_notes)
      : Teller(page_context, data_arena),
        number(entry_number),
        moment(when),
        notes(page_notes),
        entry(site.entry(entry_number)),
        schema(site.schema(entry_number)) {}

  Data time(const std::optional<TimeOfDay>& one) const { return one ? text(time_in_words(*one, language())) : Data(); }

  /// The fields of its groups.
  Data facts() const {
    FieldDataBuilder builder(context, arena, number, notes);
    std::vector<Data> items;
    for (std::size_t index = 0; index < schema.fields.size(); ++index) {
      const auto field = static_cast<FieldIndex>(index);
      const Value* value = entry.record.value(field);
      if (value == nullptr || !is_shown_in_group(schema.fields[index])) continue;
      const Data item = builder.item(schema.fields[index], field, value);
      const bool is_address = schema.fields[index].type == FieldType::web_address;
      const bool is_older = is_address && names_older_year(std::get<WrittenText>(*value).text, moment.first);
      items.push_back(is_older ? without_address(item, arena) : item);
    }
    return arena.list(items);
  }

  EntryNumber number;
  const Moment& moment;
  PageNotes& notes;
  const Entry& entry;
  const Schema& schema;
};

DataShape facts_of_moment_shape(const ShapeScope& scope) {
  int depth = 0;
  for (const Collection& collection : scope.context.site.collections) {
    if (collection.schema.find(Role::shown_at)) depth = std::max(depth, depth_of_rows(collection.schema.fields));
  }
  return DataShape::list(any_item_shape(scope, depth));
}

constexpr Told<MomentTeller, EntryNumber> moment_place_members[] = {
    {"text", as_text,
     [](MomentTeller& one, const EntryNumber& place) {
       return Data::text(title_of(one.site.entry(place), one.site.schema(place)));
     }},
    {"address", as_text,
     [](MomentTeller& one, const EntryNumber& place) { return one.text(address_of(one.site, place)); }},
};

constexpr Told<MomentTeller> moment_members[] = {
    {"id", as_text, [](MomentTeller& one) { return Data::text(one.entry.slug); }},
    {"title", as_text, [](MomentTeller& one) { return Data::text(title_of(one.entry, one.schema)); }},
    {"day", as_text, [](MomentTeller& one) { return one.text(date_with_weekday(one.moment.first, one.language())); }},
    {"iso", as_text, [](MomentTeller& one) { return one.text(iso_date(one.moment.first)); }},
    {"last_day", as_text,
     [](MomentTeller& one) {
       const Moment& moment = one.moment;
       return moment.last == moment.first ? Data() : one.text(date_with_weekday(moment.last, one.language()));
     }},
    {"from", as_text, [](MomentTeller& one) { return one.time(one.moment.from); }},
    {"until", as_text, [](MomentTeller& one) { return one.time(one.moment.until); }},
    {"place", as_text, [](MomentTeller& one) { return one.text(text_of(one.entry, one.schema, Role::place)); }},
    {"at", as_map<moment_place_members>,
     [](MomentTeller& one) {
       const std::optional<EntryNumber> place = shown_at(one.site, one.number);
       return place ? tell(moment_place_members, one, *place) : Data();
     }},
    {"facts", facts_of_moment_shape, [](MomentTeller& one) { return one.facts(); }},
    {"calendar", as_text, [](MomentTeller& one) { return one.text(calendar_file_of(one.site, one.number)); }},
};

/// Tells what holds for all dated entries of a collection.
struct MomentsTeller : Teller {
  MomentsTeller(const PageContext& page_context, std::uint16_t collection_number, DataArena& data_arena)
      : Teller(page_context, data_arena),
        number(collection_number),
        collection(site.collections[collection_number]),
        read_on(read_longest_ago(site, collection_number)) {}

  bool has_days_to_come() const {
    return std::any_of(collection.entries.begin(), collection.entries.end(), [&](const Entry& entry) {
      return date_of(entry, collection.schema, Role::date).value_or(Date{}) >= context.today;
    });
  }

  std::uint16_t number;
  const Collection& collection;
  std::optional<Date> read_on;  ///< when its sources were read, the longest ago
};

constexpr Told<MomentsTeller, SourceDescription> moments_source_members[] = {
    {"title", as_text, given<&SourceDescription::title>},
    {"address", as_text, given<&SourceDescription::address>},
    {"publisher", as_text, given<&SourceDescription::publisher>},
    {"note", as_text, given<&SourceDescription::note>},
};

constexpr Told<MomentsTeller> moments_members[] = {
    {"label", as_text, [](MomentsTeller& one) { return Data::text(one.collection.schema.label.in(one.language())); }},
    {"read_on", as_text,
     [](MomentsTeller& one) { return one.read_on ? one.text(date_in_words(*one.read_on, one.language())) : Data(); }},
    {"is_stale", as_yes_no,
     [](MomentsTeller& one) {
       return Data::boolean(one.read_on && is_stale(*one.collection.rule, *one.read_on, one.context.today));
     }},
    {"is_switched_off", as_yes_no, [](MomentsTeller& one) { return Data::boolean(one.collection.is_switched_off()); }},
    {"source", as_map<moments_source_members>,
     [](MomentsTeller& one) {
       const std::optional<SourceDescription> source = source_of(one.site, one.number);
       return source ? tell(moments_source_members, one, *source) : Data();
     }},
    {"calendar", as_text,
     [](MomentsTeller& one) {
       return one.has_days_to_come() ? one.text(calendar_file_of_all(one.site, one.number)) : Data();
     }},
};

/// Tells which dated entries are shown on the page of an entry.
struct MomentsHereTeller : Teller {
  MomentsHereTeller(const PageContext& page_context, EntryNumber here, DataArena& data_arena)
      : Teller(page_context, data_arena), entry(here) {}

  EntryNumber entry;
};

/// Those of one collection.
struct MomentsHere {
  std::uint16_t collection;
  std::vector<Data> items;
};

constexpr Told<MomentsHereTeller, MomentsHere> moments_here_members[] = {
    {"id", as_text,
     [](MomentsHereTeller& one, const MomentsHere& list) {
       return Data::text(one.site.collections[list.collection].rule->name);
     }},
    {"about", moments_shape,
     [](MomentsHereTeller& one, const MomentsHere& list) {
       return moments_data(one.context, list.collection, one.arena);
     }},
    {"items", as_list_of<moment_shape>,
     [](MomentsHereTeller& one, const MomentsHere& list) { return one.arena.list(list.items); }},
    {"next", moment_shape,
     [](MomentsHereTeller&, const MomentsHere& list) { return list.items.empty() ? Data() : list.items.front(); }},
    {"is_empty", as_yes_no,
     [](MomentsHereTeller&, const MomentsHere& list) { return Data::boolean(list.items.empty()); }},
    {"calendar", as_text,
     [](MomentsHereTeller& one, const MomentsHere& list) {
       return list.items.empty() ? Data() : one.text(calendar_file_at(one.site, one.entry, list.collection));
     }},
};

}  // namespace

Data moment_data(const PageContext& context, EntryNumber number, DataArena& arena, PageNotes& notes) {
  const std::optional<Moment> moment = moment_of(context.site, number);
  if (!moment) return {};
  MomentTeller teller(context, number, *moment, arena, notes);
  return tell(moment_members, teller);
}

DataShape moment_shape(const ShapeScope& scope) {
  return as_map<moment_members>(scope);
}

Data moments_data(const PageContext& context, std::uint16_t collection, DataArena& arena) {
  MomentsTeller teller(context, collection, arena);
  return tell(moments_members, teller);
}

DataShape moments_shape(const ShapeScope& scope) {
  return as_map<moments_members>(scope);
}

Data moments_here(const PageContext& context, EntryNumber entry, DataArena& arena, PageNotes& notes) {
  const Site& site = context.site;
  MomentsHereTeller teller(context, entry, arena);
  std::vector<MomentsHere> lists;
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    const auto collection = static_cast<std::uint16_t>(index);
    if (site.collections[index].is_switched_off() || !is_shown_in(site, collection, entry.collection)) continue;
    lists.push_back({collection, {}});
    for (const EntryNumber number : entries_shown_at(site, entry, collection))
      lists.back().items.push_back(moment_data(context, number, arena, notes));
  }
  return tell_each(moments_here_members, teller, lists);
}

DataShape moments_here_shape(const ShapeScope& scope) {
  return as_list<moments_here_members>(scope);
}

}  // namespace wegwijs
