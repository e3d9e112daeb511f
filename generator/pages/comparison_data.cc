#include "pages/comparison_data.h"

#include "pages/comparison_row_data.h"
#include "pages/page_kind.h"
#include "views/listing.h"

namespace wegwijs {
namespace {

/// The way to another comparison of the same rule.
struct ComparisonLink {
  Data words;
  PageKey page;
  bool is_current;
};

/// Tells about one group of support at the entries with one value.
struct ComparisonTeller : Teller {
  ComparisonTeller(const PageContext& page_context, const PageKey& page_key, DataArena& data_arena,
                   PageNotes& page_notes)
      : Teller(page_context, data_arena),
        key(page_key),
        planned(context.plan.comparisons[key.group]),
        schema(site.collections[planned.collection].schema),
        entries(entries_with(site, planned.collection, planned.field, option())),
        compared(compare(site, entries, planned.collection, group(), planned.field, option())),
        rows(context, planned.collection, planned.split_by, entries.size(), data_arena, page_notes) {}

  std::uint16_t group() const { return static_cast<std::uint16_t>(key.number); }
  std::uint16_t option() const { return static_cast<std::uint16_t>(key.part); }
  Data label_of_value(std::uint16_t number) const { return words(schema.fields[planned.field].options[number].label); }

  Data row_list() {
    std::vector<Data> told;
    for (const ComparisonRow& one : compared.rows) told.push_back(rows.row(one));
    return arena.list(told);
  }

  /// Of each kind of support of which nothing is known its names.
  Data silent_list() {
    std::vector<Data> told;
    for (const FieldIndex field : compared.silent_rows) told.push_back(support_names(*this, schema.fields[field]));
    return arena.list(told);
  }

  /// The other groups for the same value.
  std::vector<ComparisonLink> groups() const {
    std::vector<ComparisonLink> links;
    for (const std::uint16_t other : planned.groups) {
      const PageKey page{&comparison_page(), key.group, other, key.part};
      links.push_back({label_of(schema.groups[other]), page, other == key.number});
    }
    return links;
  }

  /// The other values for the same group.
  std::vector<ComparisonLink> values() const {
    std::vector<ComparisonLink> links;
    for (const std::uint16_t other : planned.options) {
      const PageKey page{&comparison_page(), key.group, key.number, other};
      links.push_back({label_of_value(other), page, other == key.part});
    }
    return links;
  }

  const PageKey& key;
  const PlannedComparison& planned;
  const Schema& schema;
  std::vector<EntryNumber> entries;
  Comparison compared;
  ComparisonRowTeller rows;
};

constexpr Told<ComparisonTeller, ComparisonLink> comparison_link_members[] = {
    {"text", as_text, given<&ComparisonLink::words>},
    {"address", as_text,
     [](ComparisonTeller& one, const ComparisonLink& link) {
       return one.text(one.context.plan.address(one.site, link.page));
     }},
    {"is_current", as_yes_no, given<&ComparisonLink::is_current>},
};

constexpr Told<ComparisonTeller> comparison_members[] = {
    {"group", as_text, [](ComparisonTeller& one) { return one.label_of(one.schema.groups[one.group()]); }},
    {"value", as_text, [](ComparisonTeller& one) { return one.label_of_value(one.option()); }},
    {"count", as_text, [](ComparisonTeller& one) { return one.count(one.entries.size()); }},
    {"rows", as_list_of<comparison_row_shape>, [](ComparisonTeller& one) { return one.row_list(); }},
    {"silent", as_list_of<support_names_shape>, [](ComparisonTeller& one) { return one.silent_list(); }},
    {"silent_count", as_text, [](ComparisonTeller& one) { return one.count(one.compared.silent_rows.size()); }},
    {"groups", as_list<comparison_link_members>,
     [](ComparisonTeller& one) { return tell_each(comparison_link_members, one, one.groups()); }},
    {"values", as_list<comparison_link_members>,
     [](ComparisonTeller& one) { return tell_each(comparison_link_members, one, one.values()); }},
};

constexpr Told<ComparisonTeller> comparison_page_members[] = {
    {"comparison", as_map<comparison_members>, [](ComparisonTeller& one) { return tell(comparison_members, one); }},
};

/// One group of support at the entries with one value, as the index of all comparisons shows it.
struct IndexedValue {
  std::uint16_t group;
  std::uint16_t option;
  std::size_t entry_count;
  std::size_t known_rows;
};

/// Tells about all comparisons of one rule.
struct ComparisonIndexTeller : Teller {
  ComparisonIndexTeller(const PageContext& page_context, const PageKey& page_key, DataArena& data_arena)
      : Teller(page_context, data_arena),
        key(page_key),
        planned(context.plan.comparisons[key.group]),
        schema(site.collections[planned.collection].schema) {
    for (const std::uint16_t option : planned.options)
      entries.push_back(entries_with(site, planned.collection, planned.field, option));
  }

  std::vector<IndexedValue> values_of(std::uint16_t group) const {
    std::vector<IndexedValue> values;
    for (std::size_t index = 0; index < entries.size(); ++index) {
      const std::uint16_t option = planned.options[index];
      const Comparison compared = compare(site, entries[index], planned.collection, group, planned.field, option);
      values.push_back({group, option, entries[index].size(), compared.rows.size()});
    }
    return values;
  }

  const PageKey& key;
  const PlannedComparison& planned;
  const Schema& schema;
  std::vector<std::vector<EntryNumber>> entries;  ///< those with each of the planned options
};

constexpr Told<ComparisonIndexTeller, IndexedValue> indexed_value_members[] = {
    {"text", as_text,
     [](ComparisonIndexTeller& one, const IndexedValue& value) {
       return one.words(one.schema.fields[one.planned.field].options[value.option].label);
     }},
    {"address", as_text,
     [](ComparisonIndexTeller& one, const IndexedValue& value) {
       const PageKey page{&comparison_page(), one.key.group, value.group, value.option};
       return one.text(one.context.plan.address(one.site, page));
     }},
    {"count", as_text,
     [](ComparisonIndexTeller& one, const IndexedValue& value) { return one.count(value.entry_count); }},
    {"known_rows", as_text,
     [](ComparisonIndexTeller& one, const IndexedValue& value) { return one.count(value.known_rows); }},
    {"has_known", as_yes_no,
     [](ComparisonIndexTeller& /*one*/, const IndexedValue& value) { return Data::boolean(value.known_rows > 0); }},
};

/// By the number of the group.
constexpr Told<ComparisonIndexTeller, std::uint16_t> indexed_group_members[] = {
    {"label", as_text,
     [](ComparisonIndexTeller& one, const std::uint16_t& group) { return one.label_of(one.schema.groups[group]); }},
    {"help", as_text,
     [](ComparisonIndexTeller& one, const std::uint16_t& group) { return one.words(one.schema.groups[group].help); }},
    {"values", as_list<indexed_value_members>,
     [](ComparisonIndexTeller& one, const std::uint16_t& group) {
       return tell_each(indexed_value_members, one, one.values_of(group));
     }},
};

constexpr Told<ComparisonIndexTeller> comparison_index_page_members[] = {
    {"comparisons", as_list<indexed_group_members>,
     [](ComparisonIndexTeller& one) { return tell_each(indexed_group_members, one, one.planned.groups); }},
};

}  // namespace

void add_comparison_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                         std::vector<Member>& members) {
  ComparisonTeller teller(context, key, arena, notes);
  add_told(comparison_page_members, members, teller);
}

void add_comparison_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(comparison_page_members, scope, shape);
}

void add_comparison_index_data(const PageContext& context, const PageKey& key, DataArena& arena,
                               std::vector<Member>& members) {
  ComparisonIndexTeller teller(context, key, arena);
  add_told(comparison_index_page_members, members, teller);
}

void add_comparison_index_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(comparison_index_page_members, scope, shape);
}

}  // namespace wegwijs
