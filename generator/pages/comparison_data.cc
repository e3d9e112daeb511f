#include "pages/comparison_data.h"

#include "pages/comparison_row_data.h"
#include "pages/field_data.h"
#include "pages/page_kind.h"
#include "views/comparison.h"
#include "views/listing.h"

namespace wegwijs {
namespace {

class ComparisonDataBuilder {
 public:
  ComparisonDataBuilder(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes)
      : context_(context),
        site_(context.site),
        key_(key),
        planned_(context.plan.comparisons[key.group]),
        schema_(site_.collections[planned_.collection].schema),
        arena_(arena),
        entries_(entries_with(site_, planned_.collection, planned_.field, static_cast<std::uint16_t>(key.part))),
        rows_(context, planned_.collection, planned_.split_by, entries_.size(), arena, notes) {}

  Data build() {
    const Comparison comparison = compare(site_, entries_, planned_.collection, static_cast<std::uint16_t>(key_.number),
                                          planned_.field, static_cast<std::uint16_t>(key_.part));
    std::vector<Data> rows;
    for (const ComparisonRow& one : comparison.rows) rows.push_back(rows_.row(one));
    std::vector<Data> silent;
    for (const FieldIndex field : comparison.silent_rows)
      silent.push_back(arena_.map(rows_.names_of(schema_.fields[field])));
    const Option& option = schema_.fields[planned_.field].options[key_.part];
    const Group& group = schema_.groups[key_.number];
    return arena_.map({{"group"_name, Data::text((group.plain.empty() ? group.label : group.plain).in(language()))},
                       {"value"_name, Data::text(option.label.in(language()))},
                       {"count"_name, number(entries_.size())},
                       {"rows"_name, arena_.list(rows)},
                       {"silent"_name, arena_.list(silent)},
                       {"silent_count"_name, number(silent.size())},
                       {"groups"_name, groups()},
                       {"values"_name, values()}});
  }

 private:
  Language language() const { return site_.settings.language; }
  Data number(std::size_t value) { return arena_.text(std::to_string(value)); }

  Data link(std::string_view words, const PageKey& page, bool is_current) {
    return arena_.map({{"text"_name, arena_.text(words)},
                       {"address"_name, arena_.text(context_.plan.address(site_, page))},
                       {"is_current"_name, Data::boolean(is_current)}});
  }

  /// The other groups for the same value.
  Data groups() {
    std::vector<Data> links;
    for (const std::uint16_t group : planned_.groups) {
      const Group& one = schema_.groups[group];
      const PageKey page{&comparison_page(), key_.group, group, key_.part};
      links.push_back(link((one.plain.empty() ? one.label : one.plain).in(language()), page, group == key_.number));
    }
    return arena_.list(links);
  }

  /// The other values for the same group.
  Data values() {
    std::vector<Data> links;
    for (const std::uint16_t option : planned_.options) {
      const PageKey page{&comparison_page(), key_.group, key_.number, option};
      const Option& one = schema_.fields[planned_.field].options[option];
      links.push_back(link(one.label.in(language()), page, option == key_.part));
    }
    return arena_.list(links);
  }

  const PageContext& context_;
  const Site& site_;
  const PageKey& key_;
  const PlannedComparison& planned_;
  const Schema& schema_;
  DataArena& arena_;
  std::vector<EntryNumber> entries_;
  ComparisonRowDataBuilder rows_;
};

}  // namespace

void add_comparison_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                         std::vector<Member>& members) {
  members.push_back({"comparison"_name, ComparisonDataBuilder(context, key, arena, notes).build()});
}

void add_comparison_shape(DataShape& shape) {
  DataShape link = texts_shape({"text", "address"});
  link.set("is_current", DataShape::boolean());
  DataShape comparison = texts_shape({"group", "value", "count", "silent_count"});
  comparison.set("rows", DataShape::list(comparison_row_shape()));
  comparison.set("silent", DataShape::list(comparison_names_shape()));
  comparison.set("groups", DataShape::list(link));
  comparison.set("values", DataShape::list(link));
  shape.set("comparison", std::move(comparison));
}

void add_comparison_index_data(const PageContext& context, const PageKey& key, DataArena& arena,
                               std::vector<Member>& members) {
  const Site& site = context.site;
  const Language language = site.settings.language;
  const PlannedComparison& planned = context.plan.comparisons[key.group];
  const Schema& schema = site.collections[planned.collection].schema;
  std::vector<Data> groups;
  for (const std::uint16_t group : planned.groups) {
    std::vector<Data> values;
    for (const std::uint16_t option : planned.options) {
      const auto entries = entries_with(site, planned.collection, planned.field, option);
      const Comparison comparison = compare(site, entries, planned.collection, group, planned.field, option);
      const PageKey page{&comparison_page(), key.group, group, option};
      values.push_back(
          arena.map({{"text"_name, Data::text(schema.fields[planned.field].options[option].label.in(language))},
                     {"address"_name, arena.text(context.plan.address(site, page))},
                     {"count"_name, arena.text(std::to_string(entries.size()))},
                     {"known_rows"_name, arena.text(std::to_string(comparison.rows.size()))},
                     {"has_known"_name, Data::boolean(!comparison.rows.empty())}}));
    }
    const Group& one = schema.groups[group];
    groups.push_back(arena.map({{"label"_name, Data::text((one.plain.empty() ? one.label : one.plain).in(language))},
                                {"help"_name, one.help.empty() ? Data() : Data::text(one.help.in(language))},
                                {"values"_name, arena.list(values)}}));
  }
  members.push_back({"comparisons"_name, arena.list(groups)});
}

void add_comparison_index_shape(DataShape& shape) {
  DataShape value = texts_shape({"text", "address", "count", "known_rows"});
  value.set("has_known", DataShape::boolean());
  DataShape group = texts_shape({"label", "help"});
  group.set("values", DataShape::list(std::move(value)));
  shape.set("comparisons", DataShape::list(std::move(group)));
}

}  // namespace wegwijs
