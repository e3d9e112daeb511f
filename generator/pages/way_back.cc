#include "pages/way_back.h"

#include <algorithm>

#include "pages/field_data.h"
#include "pages/told.h"

namespace wegwijs {
namespace {

/// An entry that refers here.
struct Referring {
  EntryNumber number;
  std::string address;
};

/// Those of one collection.
struct ReferringList {
  const Label& label;
  std::vector<Referring> entries;
};

/// Tells which pages refer to an entry.
struct WayBackTeller : Teller {
  WayBackTeller(const PageContext& page_context, EntryNumber number, DataArena& data_arena, PageNotes& page_notes)
      : Teller(page_context, data_arena), entry(number), notes(page_notes) {}

  std::vector<ReferringList> lists() const {
    std::vector<ReferringList> by_collection;
    std::optional<std::uint16_t> last;
    for (const EntryNumber from : site.referred_by[entry.collection][entry.entry]) {
      if (from.collection == entry.collection) continue;
      std::string address = address_of(site, from);
      if (address.empty()) continue;
      if (last != from.collection) by_collection.push_back({site.schema(from).label, {}});
      last = from.collection;
      by_collection.back().entries.push_back({from, std::move(address)});
    }
    return by_collection;
  }

  /// What stands beside the reference in the rows of `from`.
  Data notes_of(EntryNumber from) {
    std::vector<Data> items;
    const Schema& schema = site.schema(from);
    for (const FieldValue& value : site.entry(from).record.values()) {
      const auto* rows = std::get_if<Rows>(&value.value);
      if (rows == nullptr) continue;
      const std::span<const Field> fields = schema.fields[value.field].fields;
      for (const Record& row : rows->rows) {
        if (refers_here(row, fields)) add_others(from, row, fields, items);
      }
    }
    return arena.list(items);
  }

  bool refers_here(const Record& row, std::span<const Field> fields) const {
    return std::any_of(row.values().begin(), row.values().end(), [&](const FieldValue& value) {
      const auto* references = std::get_if<References>(&value.value);
      if (references == nullptr || site.find_collection(fields[value.field].target) != entry.collection) return false;
      return std::any_of(references->entries.begin(), references->entries.end(),
                         [&](const Reference& reference) { return reference.entry == entry.entry; });
    });
  }

  void add_others(EntryNumber from, const Record& row, std::span<const Field> fields, std::vector<Data>& items) {
    FieldDataBuilder builder(context, arena, from, notes);
    for (const FieldValue& value : row.values()) {
      const Field& field = fields[value.field];
      // References within references would go on without end, and so would rows within rows.
      if (!field.target.empty() || !field.fields.empty()) continue;
      items.push_back(builder.item(field, value.field, &value.value));
    }
  }

  EntryNumber entry;  ///< that they refer to
  PageNotes& notes;
};

DataShape referring_notes_shape(const ShapeScope& scope) {
  return DataShape::list(any_item_shape(scope, 0));
}

constexpr Told<WayBackTeller, Referring> referring_members[] = {
    {"text", as_text,
     [](WayBackTeller& one, const Referring& from) {
       return Data::text(title_of(one.site.entry(from.number), one.site.schema(from.number)));
     }},
    {"language", as_text,
     [](WayBackTeller& one, const Referring& from) { return one.text(language_of(one.site, from.number)); }},
    {"address", as_text, given<&Referring::address>},
    {"summary", as_text,
     [](WayBackTeller& one, const Referring& from) {
       return Data::text(text_of(one.site.entry(from.number), one.site.schema(from.number), Role::summary));
     }},
    {"notes", referring_notes_shape,
     [](WayBackTeller& one, const Referring& from) { return one.notes_of(from.number); }},
};

constexpr Told<WayBackTeller, ReferringList> referring_list_members[] = {
    {"label", as_text, [](WayBackTeller& one, const ReferringList& list) { return one.words(list.label); }},
    {"items", as_list<referring_members>,
     [](WayBackTeller& one, const ReferringList& list) { return tell_each(referring_members, one, list.entries); }},
};

}  // namespace

Data referred_by(const PageContext& context, EntryNumber entry, DataArena& arena, PageNotes& notes) {
  WayBackTeller teller(context, entry, arena, notes);
  return tell_each(referring_list_members, teller, teller.lists());
}

DataShape referred_by_shape(const ShapeScope& scope) {
  return as_list<referring_list_members>(scope);
}

}  // namespace wegwijs
