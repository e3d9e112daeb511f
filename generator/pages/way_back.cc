#include "pages/way_back.h"

#include <algorithm>

#include "pages/field_data.h"

namespace wegwijs {
namespace {

class WayBackBuilder {
 public:
  WayBackBuilder(const PageContext& context, EntryNumber entry, DataArena& arena, PageNotes& notes)
      : context_(context), site_(context.site), entry_(entry), arena_(arena), notes_(notes) {}

  Data build() {
    std::vector<Data> lists;
    std::vector<Data> items;
    const std::vector<EntryNumber>& all = site_.referred_by[entry_.collection][entry_.entry];
    for (std::size_t index = 0; index < all.size(); ++index) {
      const EntryNumber from = all[index];
      const std::string address = from.collection == entry_.collection ? std::string() : address_of(site_, from);
      if (!address.empty()) items.push_back(item(from, address));
      const bool is_last = index + 1 == all.size() || all[index + 1].collection != from.collection;
      if (!is_last || items.empty()) continue;
      const Label& label = site_.schema(from).label;
      lists.push_back(arena_.map(
          {{"label"_name, Data::text(label.in(site_.settings.language))}, {"items"_name, arena_.list(items)}}));
      items.clear();
    }
    return arena_.list(lists);
  }

 private:
  Data item(EntryNumber from, std::string_view address) {
    const Entry& entry = site_.entry(from);
    const Schema& schema = site_.schema(from);
    return arena_.map({{"text"_name, Data::text(title_of(entry, schema))},
                       {"address"_name, arena_.text(address)},
                       {"summary"_name, Data::text(text_of(entry, schema, Role::summary))},
                       {"notes"_name, notes_of(from)}});
  }

  /// What stands beside the reference in the rows of `from`.
  Data notes_of(EntryNumber from) {
    std::vector<Data> items;
    const Schema& schema = site_.schema(from);
    for (const FieldValue& value : site_.entry(from).record.values()) {
      const auto* rows = std::get_if<Rows>(&value.value);
      if (rows == nullptr) continue;
      const std::span<const Field> fields = schema.fields[value.field].fields;
      for (const Record& row : rows->rows) {
        if (refers_here(row, fields)) add_others(from, row, fields, items);
      }
    }
    return arena_.list(items);
  }

  bool refers_here(const Record& row, std::span<const Field> fields) const {
    return std::any_of(row.values().begin(), row.values().end(), [&](const FieldValue& value) {
      const auto* references = std::get_if<References>(&value.value);
      if (references == nullptr || site_.find_collection(fields[value.field].target) != entry_.collection) return false;
      return std::any_of(references->entries.begin(), references->entries.end(),
                         [&](const Reference& reference) { return reference.entry == entry_.entry; });
    });
  }

  void add_others(EntryNumber from, const Record& row, std::span<const Field> fields, std::vector<Data>& items) {
    FieldDataBuilder builder(context_, arena_, from, notes_);
    for (const FieldValue& value : row.values()) {
      const Field& field = fields[value.field];
      // References within references would go on without end, and so would rows within rows.
      if (!field.target.empty() || !field.fields.empty()) continue;
      items.push_back(builder.item(field, value.field, &value.value));
    }
  }

  const PageContext& context_;
  const Site& site_;
  EntryNumber entry_;
  DataArena& arena_;
  PageNotes& notes_;
};

}  // namespace

Data referred_by(const PageContext& context, EntryNumber entry, DataArena& arena, PageNotes& notes) {
  return WayBackBuilder(context, entry, arena, notes).build();
}

DataShape referred_by_shape() {
  DataShape item = texts_shape({"text", "address", "summary"});
  item.set("notes", DataShape::list(any_item_shape(0)));
  return DataShape::list(DataShape::map({{"label", DataShape::text()}, {"items", DataShape::list(std::move(item))}}));
}

}  // namespace wegwijs
