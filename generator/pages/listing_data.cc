#include "pages/listing_data.h"

#include <algorithm>

#include "pages/coverage_data.h"
#include "pages/entry_data.h"
#include "pages/field_data.h"
#include "pages/finder_data.h"
#include "pages/moment_data.h"
#include "pages/page_kind.h"
#include "pages/visit_data.h"
#include "text/sort_key.h"
#include "views/claims.h"
#include "views/listing.h"

namespace wegwijs {
namespace {

class ListingDataBuilder {
 public:
  ListingDataBuilder(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes)
      : context_(context),
        site_(context.site),
        key_(key),
        listing_(context.plan.listings[key.group]),
        arena_(arena),
        notes_(notes) {}

  Data build() {
    const Listing listing = entries();
    Data finder;
    if (listing_.rule->finder) {
      const std::uint16_t collection = listing_.collections.front();
      facets_ = facets(site_, entries_of(site_, collection), collection, listing_.rule->finder->least_stated);
      finder = finder_data(context_, collection, *listing_.rule->finder, facets_, arena_);
    }
    std::vector<Data> groups;
    std::vector<Data> months;
    std::optional<Date> earlier;
    for (const ListedGroup& one : listing.groups) {
      const bool is_new_month =
          one.day && (!earlier || earlier->year != one.day->year || earlier->month != one.day->month);
      Data month;
      if (is_new_month) {
        month = arena_.text(month_in_words(*one.day, language()));
        months.push_back(arena_.map({{"id"_name, arena_.text(iso_date(*one.day))}, {"text"_name, month}}));
      }
      groups.push_back(group(one, month));
      earlier = one.day;
    }
    return arena_.map({{"count"_name, count(listing.entries)},
                       {"is_empty"_name, Data::boolean(listing.entries == 0)},
                       {"groups"_name, arena_.list(groups)},
                       {"months"_name, arena_.list(months)},
                       {"moments"_name, moments()},
                       {"values"_name, values()},
                       {"no_results"_name, no_results()},
                       {"coverage"_name, coverage()},
                       {"finder"_name, finder}});
  }

 private:
  Language language() const { return site_.settings.language; }
  Data count(std::size_t number) { return arena_.text(std::to_string(number)); }
  Data text(std::string_view text) { return text.empty() ? Data() : arena_.text(text); }

  Listing entries() const {
    std::vector<EntryNumber> all;
    for (const std::uint16_t collection : listing_.collections) {
      const auto part = key_.part == no_part
                            ? entries_of(site_, collection)
                            : entries_with(site_, collection, *listing_.field, static_cast<std::uint16_t>(key_.part));
      for (const EntryNumber number : part) {
        if (is_listed(number)) all.push_back(number);
      }
    }
    if (listing_.rule->newest_first) sort_newest_first(site_, all);
    if (listing_.by_letter) return divided_by_letter(site_, all);
    if (is_by_day()) return divided_by_day(site_, all, *listing_.grouped_by);
    if (listing_.grouped_by) return divided_by_option(site_, all, *listing_.grouped_by);
    return undivided(all);
  }

  bool is_by_day() const {
    if (!listing_.grouped_by) return false;
    const Schema& schema = site_.collections[listing_.collections.front()].schema;
    return schema.fields[*listing_.grouped_by].type == FieldType::date;
  }

  /// Whether the entries are shown in place, with their days.
  bool has_moments() const {
    const Collection& collection = site_.collections[listing_.collections.front()];
    return listing_.collections.size() == 1 && collection.rule->address.text.empty() &&
           collection.schema.find(Role::date).has_value() && collection.schema.find(Role::shown_at).has_value();
  }

  Data moments() { return has_moments() ? moments_data(context_, listing_.collections.front(), arena_) : Data(); }

  /// Only pages that a reader can look for stand in a list: not the home page, and no page outside the folders of the
  /// site such as the one for addresses that do not exist.
  bool is_listed(EntryNumber number) const {
    const std::string address = address_of(site_, number);
    return address.empty() || (address != "/" && address.ends_with('/'));
  }

  Data group(const ListedGroup& group, Data month) {
    std::vector<Data> lines;
    for (const ListedEntry& listed : group.entries) lines.push_back(line(listed));
    Data id, label, help, address;
    if (group.option != nullptr) {
      id = Data::text(group.option->id);
      label = Data::text(group.option->label.in(language()));
      help = text(group.option->help.in(language()));
      address = text(address_of_option(*group.option));
    } else if (!group.letter.empty()) {
      const bool has_letter = group.letter != no_index_letter;
      id = group.letter == "0–9" ? Data::text("cijfer") : has_letter ? arena_.text(group.letter) : Data::text("teken");
      label = has_letter ? arena_.text(group.letter) : Data::text(language() == Language::en ? "Other" : "Overig");
    } else if (group.day) {
      id = arena_.text(iso_date(*group.day));
      label = arena_.text(date_with_weekday(*group.day, language()));
    }
    return arena_.map({{"id"_name, id},
                       {"label"_name, label},
                       {"month"_name, month},
                       {"help"_name, help},
                       {"address"_name, address},
                       {"count"_name, count(lines.size())},
                       {"entries"_name, arena_.list(lines)}});
  }

  std::string address_of_option(const Option& option) const {
    const std::uint16_t collection = listing_.collections.front();
    const Field& field = site_.collections[collection].schema.fields[*listing_.grouped_by];
    const auto number = static_cast<std::uint16_t>(&option - field.options.data());
    return context_.plan.address_of_value(site_, collection, *listing_.grouped_by, number);
  }

  Data line(const ListedEntry& listed) {
    const Entry& entry = site_.entry(listed.entry);
    const Schema& schema = site_.schema(listed.entry);
    const ClaimCount claims = count_claims(entry.record, schema);
    const Data title = Data::text(title_of(entry, schema));
    const bool other_name = !listed.other_name.empty();
    return arena_.map({{"id"_name, Data::text(entry.slug)},
                       {"title"_name, other_name ? arena_.text(listed.other_name) : title},
                       {"former"_name, other_name ? title : Data()},
                       {"summary"_name, text(text_of(entry, schema, Role::summary))},
                       {"address"_name, text(address_of(site_, listed.entry))},
                       {"kind"_name, text(schema.label_one.in(language()))},
                       {"date"_name, date(entry, schema)},
                       {"moment"_name, has_moments() ? moment_data(context_, listed.entry, arena_, notes_) : Data()},
                       {"facts"_name, listing_.by_letter || has_moments() ? Data() : facts(listed.entry)},
                       {"known_claims"_name, count(claims.known)},
                       {"all_claims"_name, count(claims.all)},
                       {"has_known_claims"_name, Data::boolean(claims.known > 0)},
                       {"finder_choices"_name, text(finder_choices(site_, listed.entry, facets_))},
                       {"finder_claims"_name, text(finder_claims(site_, listed.entry, facets_, context_.today))},
                       {"finder_place"_name, text(place_of_entry(listed.entry))},
                       {"visit"_name, has_cards() ? visit_data(context_, listed.entry, arena_) : Data()},
                       {"is_example"_name, Data::boolean(is_example(entry, schema))}});
  }

  /// Only on the lists of a whole collection: a part of it is divided already.
  Data coverage() {
    const bool is_whole = listing_.collections.size() == 1 && !listing_.field && !listing_.by_letter;
    return is_whole ? coverage_data(context_, listing_.collections.front(), arena_) : Data();
  }

  /// Whether an entry is shown with what is known of it, so also with when and how to visit it.
  bool has_cards() const { return !listing_.by_letter && !has_moments() && listing_.collections.size() == 1; }

  /// The digits of the postcode of an entry, where readers can reckon their distance to it.
  std::string place_of_entry(EntryNumber number) const {
    if (!listing_.rule->finder || listing_.rule->finder->place_field.text.empty()) return {};
    const std::optional<FieldIndex> field = site_.schema(number).find(listing_.rule->finder->place_field.text);
    const WrittenText* postcode = field ? site_.entry(number).record.get<WrittenText>(*field) : nullptr;
    return postcode == nullptr ? "" : postcode->text.substr(0, postcode->text.find(' '));
  }

  Data date(const Entry& entry, const Schema& schema) {
    const std::optional<Date> day = date_of(entry, schema, Role::date);
    if (!day) return {};
    return arena_.map({{"text"_name, text(date_in_words(*day, language()))}, {"iso"_name, text(iso_date(*day))}});
  }

  Data facts(EntryNumber number) {
    const Schema& schema = site_.schema(number);
    FieldDataBuilder builder(context_, arena_, number, notes_);
    std::vector<Data> items;
    for (std::size_t index = 0; index < schema.fields.size(); ++index) {
      const auto field = static_cast<FieldIndex>(index);
      const Value* value = site_.entry(number).record.value(field);
      if (schema.fields[index].facet && value != nullptr)
        items.push_back(builder.item(schema.fields[index], field, value));
    }
    return arena_.list(items);
  }

  /// Where to go on from a search without results.
  Data no_results() {
    std::vector<Data> links;
    for (const MenuItem& item : site_.settings.no_results) {
      if (context_.plan.absence_at(item.address.text) != nullptr) continue;
      links.push_back(
          arena_.map({{"text"_name, Data::text(item.text)}, {"address"_name, Data::text(item.address.text)}}));
    }
    return arena_.list(links);
  }

  /// The pages that list the same collection by one value.
  Data values() {
    std::vector<Data> lists;
    if (listing_.collections.size() > 1) return {};
    for (std::size_t number = 0; number < context_.plan.listings.size(); ++number) {
      const PlannedListing& other = context_.plan.listings[number];
      if (other.collections != listing_.collections || !other.field) continue;
      lists.push_back(values_of(other, static_cast<std::uint16_t>(number)));
    }
    return arena_.list(lists);
  }

  Data values_of(const PlannedListing& other, std::uint16_t number) {
    const Field& field = site_.collections[other.collections.front()].schema.fields[*other.field];
    std::vector<Data> values;
    for (const std::uint16_t option : other.options) {
      const std::size_t entries = entries_with(site_, other.collections.front(), *other.field, option).size();
      const PageKey page{&listing_page(), number, 0, option};
      const bool is_current = key_.group == number && key_.part == option;
      values.push_back(arena_.map({{"text"_name, Data::text(field.options[option].label.in(language()))},
                                   {"address"_name, arena_.text(context_.plan.address(site_, page))},
                                   {"count"_name, count(entries)},
                                   {"is_current"_name, Data::boolean(is_current)}}));
    }
    return arena_.map(
        {{"label"_name, Data::text(field.plain_or_label().in(language()))}, {"values"_name, arena_.list(values)}});
  }

  const PageContext& context_;
  const Site& site_;
  const PageKey& key_;
  const PlannedListing& listing_;
  DataArena& arena_;
  PageNotes& notes_;
  Facets facets_;  ///< none in a list that readers cannot narrow
};

/// How deep rows go in the fields that a line of the listing shows.
int depth_of_facts(const Site& site, const PlannedListing& listing) {
  int depth = 0;
  for (const std::uint16_t collection : listing.collections) {
    for (const Field& field : site.collections[collection].schema.fields) {
      if (field.facet) depth = std::max(depth, depth_of_rows(std::span(&field, 1)));
    }
  }
  return depth;
}

}  // namespace

void add_listing_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                      std::vector<Member>& members) {
  members.push_back({"listing"_name, ListingDataBuilder(context, key, arena, notes).build()});
}

void add_listing_shape(const PageContext& context, const PageKey& key, DataShape& shape) {
  DataShape line = DataShape::map({});
  for (const char* name : {"id", "title", "former", "summary", "address", "kind", "known_claims", "all_claims",
                           "finder_choices", "finder_claims", "finder_place"}) {
    line.set(name, DataShape::text());
  }
  line.set("has_known_claims", DataShape::boolean());
  line.set("is_example", DataShape::boolean());
  line.set("date", texts_shape({"text", "iso"}));
  line.set("visit", visit_shape());
  line.set("moment", moment_shape(context.site));
  line.set("facts", DataShape::list(any_item_shape(depth_of_facts(context.site, context.plan.listings[key.group]))));
  DataShape group = DataShape::map({});
  for (const char* name : {"id", "label", "month", "help", "address", "count"}) group.set(name, DataShape::text());
  group.set("entries", DataShape::list(std::move(line)));
  DataShape value = DataShape::map({});
  for (const char* name : {"text", "address", "count"}) value.set(name, DataShape::text());
  value.set("is_current", DataShape::boolean());
  const DataShape values =
      DataShape::map({{"label", DataShape::text()}, {"values", DataShape::list(std::move(value))}});
  shape.set("listing", DataShape::map({{"count", DataShape::text()},
                                       {"is_empty", DataShape::boolean()},
                                       {"groups", DataShape::list(std::move(group))},
                                       {"months", DataShape::list(texts_shape({"id", "text"}))},
                                       {"moments", moments_shape()},
                                       {"values", DataShape::list(values)},
                                       {"no_results", DataShape::list(texts_shape({"text", "address"}))},
                                       {"coverage", coverage_shape()},
                                       {"finder", finder_shape()}}));
}

}  // namespace wegwijs
