#include "pages/listing_data.h"

#include <algorithm>

#include "pages/coverage_data.h"
#include "pages/entry_data.h"
#include "pages/field_data.h"
#include "pages/finder_data.h"
#include "pages/moment_data.h"
#include "pages/page_kind.h"
#include "pages/told.h"
#include "pages/visit_data.h"
#include "text/sort_key.h"
#include "views/claims.h"
#include "views/listing.h"
#include "views/postcodes.h"

namespace wegwijs {
namespace {

/// A group of a list, and the month that begins with it.
struct GroupInList {
  const ListedGroup& listed;
  Data month = {};
};

/// A page that lists the same collection by one value of a field.
struct ValuePage {
  PageKey page;
  const Option& option;
  std::size_t entries;
  bool is_current;
};

/// Those of one field.
struct ValuePages {
  const Field& field;
  std::vector<ValuePage> pages;
};

/// An entry in a list, with what several of its members need.
struct Line {
  const ListedEntry& listed;
  const Entry& entry;
  const Schema& schema;
  ClaimCount claims;
};

/// Tells about one list.
struct ListingTeller : Teller {
  ListingTeller(const PageContext& page_context, const PageKey& page_key, DataArena& data_arena, PageNotes& page_notes)
      : Teller(page_context, data_arena),
        key(page_key),
        planned(page_context.plan.listings[page_key.group]),
        notes(page_notes),
        listing(entries()) {
    if (planned.rule->finder) {
      const std::uint16_t collection = planned.collections.front();
      shown_facets = facets(site, entries_of(site, collection), collection, planned.rule->finder->least_stated);
    }
    std::optional<Date> earlier;
    for (const ListedGroup& one : listing.groups) {
      const bool is_new_month =
          one.day && (!earlier || earlier->year != one.day->year || earlier->month != one.day->month);
      groups.push_back({one, is_new_month ? arena.text(month_in_words(*one.day, language())) : Data()});
      earlier = one.day;
    }
  }

  Listing entries() const {
    std::vector<EntryNumber> all;
    for (const std::uint16_t collection : planned.collections) {
      const auto part = key.part == no_part
                            ? entries_of(site, collection)
                            : entries_with(site, collection, *planned.field, static_cast<std::uint16_t>(key.part));
      for (const EntryNumber number : part) {
        if (is_listed(number)) all.push_back(number);
      }
    }
    if (planned.rule->newest_first) sort_newest_first(site, all);
    if (planned.by_letter) return divided_by_letter(site, all);
    if (is_by_day()) return divided_by_day(site, all, *planned.grouped_by);
    if (planned.grouped_by) return divided_by_option(site, all, *planned.grouped_by);
    return undivided(all);
  }

  bool is_by_day() const {
    if (!planned.grouped_by) return false;
    const Schema& schema = site.collections[planned.collections.front()].schema;
    return schema.fields[*planned.grouped_by].type == FieldType::date;
  }

  /// Whether the entries are shown in place, with their days.
  bool has_moments() const {
    const Collection& collection = site.collections[planned.collections.front()];
    return planned.collections.size() == 1 && collection.rule->address.text.empty() &&
           collection.schema.find(Role::date).has_value() && collection.schema.find(Role::shown_at).has_value();
  }

  /// Only pages that a reader can look for stand in a list: not the home page, and no page outside the folders of the
  /// site such as the one for addresses that do not exist.
  bool is_listed(EntryNumber number) const {
    const std::string address = address_of(site, number);
    return address.empty() || (address != "/" && address.ends_with('/'));
  }

  /// Whether an entry is shown with what is known of it, so also with when and how to visit it.
  bool has_cards() const { return !planned.by_letter && !has_moments() && planned.collections.size() == 1; }

  Data id_of(const ListedGroup& group) const {
    if (group.option != nullptr) return Data::text(group.option->id);
    if (group.day) return arena.text(iso_date(*group.day));
    if (group.letter.empty()) return {};
    if (group.letter == "0–9") return Data::text("cijfer");
    return group.letter == no_index_letter ? Data::text("teken") : arena.text(group.letter);
  }

  Data label_of_group(const ListedGroup& group) const {
    if (group.option != nullptr) return Data::text(group.option->label.in(language()));
    if (group.day) return arena.text(date_with_weekday(*group.day, language()));
    if (group.letter != no_index_letter) return text(group.letter);
    return Data::text(language() == Language::en ? "Other" : "Overig");
  }

  Data address_of_group(const ListedGroup& group) const {
    if (group.option == nullptr) return {};
    const std::uint16_t collection = planned.collections.front();
    const Field& field = site.collections[collection].schema.fields[*planned.grouped_by];
    const auto number = static_cast<std::uint16_t>(group.option - field.options.data());
    return text(context.plan.address_of_value(site, collection, *planned.grouped_by, number));
  }

  std::vector<Line> lines_of(const ListedGroup& group) const {
    std::vector<Line> lines;
    for (const ListedEntry& listed : group.entries) {
      const Entry& entry = site.entry(listed.entry);
      const Schema& schema = site.schema(listed.entry);
      lines.push_back({listed, entry, schema, count_claims(entry.record, schema)});
    }
    return lines;
  }

  /// The digits of the postcode of an entry, where readers can reckon their distance to it.
  std::string place_of_entry(EntryNumber number) const {
    if (!planned.rule->finder) return {};
    const WrittenText* postcode = postcode_of(site.entry(number), site.schema(number), *planned.rule->finder);
    return postcode == nullptr ? "" : std::string(place_of_postcode(postcode->text));
  }

  Data facts(EntryNumber number) const {
    if (planned.by_letter || has_moments()) return {};
    const Schema& schema = site.schema(number);
    FieldDataBuilder builder(context, arena, number, notes);
    std::vector<Data> items;
    for (std::size_t index = 0; index < schema.fields.size(); ++index) {
      const auto field = static_cast<FieldIndex>(index);
      const Value* value = site.entry(number).record.value(field);
      if (schema.fields[index].facet && value != nullptr)
        items.push_back(builder.item(schema.fields[index], field, value));
    }
    return arena.list(items);
  }

  /// Where to go on from a search without results.
  std::vector<MenuItem> no_results() const {
    std::vector<MenuItem> links = site.settings.no_results;
    std::erase_if(links, [&](const MenuItem& item) { return context.plan.absence_at(item.address.text) != nullptr; });
    return links;
  }

  /// The pages that list the same collection by one value.
  std::vector<ValuePages> values() const {
    std::vector<ValuePages> lists;
    if (planned.collections.size() > 1) return lists;
    for (std::size_t number = 0; number < context.plan.listings.size(); ++number) {
      const PlannedListing& other = context.plan.listings[number];
      if (other.collections == planned.collections && other.field)
        lists.push_back(pages_of(other, static_cast<std::uint16_t>(number)));
    }
    return lists;
  }

  ValuePages pages_of(const PlannedListing& other, std::uint16_t number) const {
    const Field& field = site.collections[other.collections.front()].schema.fields[*other.field];
    ValuePages list{field, {}};
    for (const std::uint16_t option : other.options) {
      const std::size_t entries_here = entries_with(site, other.collections.front(), *other.field, option).size();
      const bool is_current = key.group == number && key.part == option;
      list.pages.push_back({{&listing_page(), number, 0, option}, field.options[option], entries_here, is_current});
    }
    return list;
  }

  const PageKey& key;
  const PlannedListing& planned;
  PageNotes& notes;
  Listing listing;
  std::vector<GroupInList> groups;
  Facets shown_facets;  ///< none in a list that readers cannot narrow
};

/// The items of the fields that a line of the listing shows.
DataShape facts_of_line_shape(const ShapeScope& scope) {
  int depth = 0;
  for (const std::uint16_t collection : scope.context.plan.listings[scope.key.group].collections) {
    for (const Field& field : scope.context.site.collections[collection].schema.fields) {
      if (field.facet) depth = std::max(depth, depth_of_rows(std::span(&field, 1)));
    }
  }
  return DataShape::list(any_item_shape(scope, depth));
}

constexpr Told<ListingTeller, Date> date_members[] = {
    {"text", as_text,
     [](ListingTeller& list, const Date& day) { return list.text(date_in_words(day, list.language())); }},
    {"iso", as_text, [](ListingTeller& list, const Date& day) { return list.text(iso_date(day)); }},
};

constexpr Told<ListingTeller, Line> line_members[] = {
    {"id", as_text, [](ListingTeller&, const Line& line) { return Data::text(line.entry.slug); }},
    {"title", as_text,
     [](ListingTeller& list, const Line& line) {
       const std::string_view name = line.listed.other_name;
       return name.empty() ? Data::text(title_of(line.entry, line.schema)) : list.text(name);
     }},
    {"language", as_text,
     [](ListingTeller& list, const Line& line) { return list.text(language_of(list.site, line.listed.entry)); }},
    {"former", as_text,
     [](ListingTeller&, const Line& line) {
       return line.listed.other_name.empty() ? Data() : Data::text(title_of(line.entry, line.schema));
     }},
    {"summary", as_text,
     [](ListingTeller& list, const Line& line) { return list.text(text_of(line.entry, line.schema, Role::summary)); }},
    {"address", as_text,
     [](ListingTeller& list, const Line& line) { return list.text(address_of(list.site, line.listed.entry)); }},
    {"kind", as_text, [](ListingTeller& list, const Line& line) { return list.words(line.schema.label_one); }},
    {"date", as_map<date_members>,
     [](ListingTeller& list, const Line& line) {
       const std::optional<Date> day = date_of(line.entry, line.schema, Role::date);
       return day ? tell(date_members, list, *day) : Data();
     }},
    {"moment", moment_shape,
     [](ListingTeller& list, const Line& line) {
       return list.has_moments() ? moment_data(list.context, line.listed.entry, list.arena, list.notes) : Data();
     }},
    {"facts", facts_of_line_shape, [](ListingTeller& list, const Line& line) { return list.facts(line.listed.entry); }},
    {"known_claims", as_text, [](ListingTeller& list, const Line& line) { return list.count(line.claims.known); }},
    {"all_claims", as_text, [](ListingTeller& list, const Line& line) { return list.count(line.claims.all); }},
    {"has_known_claims", as_yes_no,
     [](ListingTeller&, const Line& line) { return Data::boolean(line.claims.known > 0); }},
    {"finder_choices", as_text,
     [](ListingTeller& list, const Line& line) {
       return list.text(finder_choices(list.site, line.listed.entry, list.shown_facets));
     }},
    {"finder_claims", as_text,
     [](ListingTeller& list, const Line& line) {
       return list.text(finder_claims(list.site, line.listed.entry, list.shown_facets, list.context.today));
     }},
    {"finder_place", as_text,
     [](ListingTeller& list, const Line& line) { return list.text(list.place_of_entry(line.listed.entry)); }},
    {"visit", visit_shape,
     [](ListingTeller& list, const Line& line) {
       return list.has_cards() ? visit_data(list.context, line.listed.entry, list.arena) : Data();
     }},
    {"is_example", as_yes_no,
     [](ListingTeller&, const Line& line) { return Data::boolean(is_example(line.entry, line.schema)); }},
};

constexpr Told<ListingTeller, GroupInList> listing_group_members[] = {
    {"id", as_text, [](ListingTeller& list, const GroupInList& group) { return list.id_of(group.listed); }},
    {"label", as_text, [](ListingTeller& list, const GroupInList& group) { return list.label_of_group(group.listed); }},
    {"month", as_text, given<&GroupInList::month>},
    {"help", as_text,
     [](ListingTeller& list, const GroupInList& group) {
       return group.listed.option == nullptr ? Data() : list.words(group.listed.option->help);
     }},
    {"address", as_text,
     [](ListingTeller& list, const GroupInList& group) { return list.address_of_group(group.listed); }},
    {"count", as_text,
     [](ListingTeller& list, const GroupInList& group) { return list.count(group.listed.entries.size()); }},
    {"entries", as_list<line_members>,
     [](ListingTeller& list, const GroupInList& group) {
       return tell_each(line_members, list, list.lines_of(group.listed));
     }},
};

constexpr Told<ListingTeller, GroupInList> month_members[] = {
    {"id", as_text, [](ListingTeller& list, const GroupInList& group) { return list.id_of(group.listed); }},
    {"text", as_text, given<&GroupInList::month>},
};

constexpr Told<ListingTeller, ValuePage> value_members[] = {
    {"text", as_text,
     [](ListingTeller& list, const ValuePage& value) { return Data::text(value.option.label.in(list.language())); }},
    {"address", as_text,
     [](ListingTeller& list, const ValuePage& value) {
       return list.text(list.context.plan.address(list.site, value.page));
     }},
    {"count", as_text, [](ListingTeller& list, const ValuePage& value) { return list.count(value.entries); }},
    {"is_current", as_yes_no, given<&ValuePage::is_current>},
};

constexpr Told<ListingTeller, ValuePages> values_members[] = {
    {"label", as_text,
     [](ListingTeller& list, const ValuePages& values) { return list.words(values.field.plain_or_label()); }},
    {"values", as_list<value_members>,
     [](ListingTeller& list, const ValuePages& values) { return tell_each(value_members, list, values.pages); }},
};

constexpr Told<ListingTeller, MenuItem> no_results_members[] = {
    {"text", as_text, given<&MenuItem::text>},
    {"address", as_text, [](ListingTeller& list, const MenuItem& item) { return list.text(item.address.text); }},
};

constexpr Told<ListingTeller> listing_members[] = {
    {"count", as_text, [](ListingTeller& list) { return list.count(list.listing.entries); }},
    {"is_empty", as_yes_no, [](ListingTeller& list) { return Data::boolean(list.listing.entries == 0); }},
    {"groups", as_list<listing_group_members>,
     [](ListingTeller& list) { return tell_each(listing_group_members, list, list.groups); }},
    {"months", as_list<month_members>,
     [](ListingTeller& list) {
       std::vector<GroupInList> first_of_month;
       for (const GroupInList& group : list.groups) {
         if (group.month.is_truthy()) first_of_month.push_back(group);
       }
       return tell_each(month_members, list, first_of_month);
     }},
    {"moments", moments_shape,
     [](ListingTeller& list) {
       return list.has_moments() ? moments_data(list.context, list.planned.collections.front(), list.arena) : Data();
     }},
    {"values", as_list<values_members>,
     [](ListingTeller& list) { return tell_each(values_members, list, list.values()); }},
    {"no_results", as_list<no_results_members>,
     [](ListingTeller& list) { return tell_each(no_results_members, list, list.no_results()); }},
    // Only on the lists of a whole collection: a part of it is divided already.
    {"coverage", coverage_shape,
     [](ListingTeller& list) {
       const PlannedListing& planned = list.planned;
       const bool is_whole = planned.collections.size() == 1 && !planned.field && !planned.by_letter;
       return is_whole ? coverage_data(list.context, planned.collections.front(), list.arena) : Data();
     }},
    {"finder", finder_shape,
     [](ListingTeller& list) {
       const PlannedListing& planned = list.planned;
       if (!planned.rule->finder) return Data();
       return finder_data(list.context, planned.collections.front(), *planned.rule->finder, list.shown_facets,
                          list.arena);
     }},
};

constexpr Told<ListingTeller> listing_page_members[] = {
    {"listing", as_map<listing_members>, [](ListingTeller& list) { return tell(listing_members, list); }},
};

}  // namespace

void add_listing_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                      std::vector<Member>& members) {
  ListingTeller teller(context, key, arena, notes);
  add_told(listing_page_members, members, teller);
}

void add_listing_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(listing_page_members, scope, shape);
}

}  // namespace wegwijs
