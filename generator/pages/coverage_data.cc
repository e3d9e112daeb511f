#include "pages/coverage_data.h"

#include "pages/told.h"
#include "views/coverage.h"
#include "views/listing.h"
#include "views/open_data_address.h"

namespace wegwijs {
namespace {

/// The entries of one level.
struct CoverageColumn {
  const Option& option;
  std::vector<EntryNumber> entries;
};

/// A topic or an area, with how full it is: at all entries, then by level.
struct CoverageRow {
  Data name;  ///< null for the entries without an area
  std::vector<Coverage> cells;
};

/// Tells how much is known of a collection.
struct CoverageTeller : Teller {
  CoverageTeller(const PageContext& page_context, std::uint16_t collection, DataArena& data_arena)
      : Teller(page_context, data_arena),
        schema(site.collections[collection].schema),
        fields(coverage_fields(site.collections[collection])),
        all(entries_of(site, collection)),
        topics(topics_of(schema)),
        table(data_file_of(site.collections[collection], coverage_table_ending)) {
    if (!is_divided()) return;
    const std::vector<Option>& levels = schema.fields[*fields.level].options;
    for (std::size_t option = 0; option < levels.size(); ++option) {
      std::vector<EntryNumber> entries = entries_of_part(site, all, fields.level, static_cast<std::uint16_t>(option));
      if (!entries.empty()) columns.push_back({levels[option], std::move(entries)});
    }
  }

  /// Whether there is anything to tell.
  bool is_divided() const { return fields.level && !topics.empty() && !all.empty(); }

  std::vector<CoverageRow> topic_rows() const {
    std::vector<CoverageRow> rows;
    for (const FieldIndex topic : topics) {
      std::vector<Coverage> cells{coverage(site, all, topic)};
      for (const CoverageColumn& column : columns) cells.push_back(coverage(site, column.entries, topic));
      rows.push_back({words(schema.fields[topic].plain_or_label()), std::move(cells)});
    }
    return rows;
  }

  /// How full the profiles of an area are, all topics taken together; the entries without an area last, without a name.
  std::vector<CoverageRow> area_rows() const {
    const std::vector<Option>& options = schema.fields[*fields.area].options;
    std::vector<CoverageRow> rows;
    for (std::size_t option = 0; option < options.size(); ++option)
      rows.push_back({words(options[option].label), area_cells(static_cast<std::uint16_t>(option))});
    rows.push_back({Data(), area_cells(std::nullopt)});
    std::erase_if(rows, [](const CoverageRow& row) { return row.cells.empty(); });
    return rows;
  }

  /// Empty for an area without entries.
  std::vector<Coverage> area_cells(std::optional<std::uint16_t> option) const {
    const std::vector<EntryNumber> here = entries_of_part(site, all, fields.area, option);
    if (here.empty()) return {};
    std::vector<Coverage> cells{all_topics(here)};
    for (const CoverageColumn& column : columns)
      cells.push_back(all_topics(entries_of_part(site, column.entries, fields.area, option)));
    return cells;
  }

  Coverage all_topics(std::span<const EntryNumber> entries) const {
    Coverage sum;
    for (const FieldIndex topic : topics) {
      const Coverage one = coverage(site, entries, topic);
      sum.known += one.known;
      sum.all += one.all;
    }
    return sum;
  }

  const Schema& schema;
  CoverageFields fields;
  std::vector<EntryNumber> all;
  std::vector<FieldIndex> topics;
  std::string table;  ///< address of the file with the same; empty: there is none
  std::vector<CoverageColumn> columns;
};

constexpr Told<CoverageTeller, CoverageColumn> coverage_column_members[] = {
    {"text", as_text, [](CoverageTeller& one, const CoverageColumn& column) { return one.words(column.option.label); }},
    {"count", as_text,
     [](CoverageTeller& one, const CoverageColumn& column) { return one.count(column.entries.size()); }},
};

constexpr Told<CoverageTeller, Coverage> coverage_cell_members[] = {
    {"known", as_text, [](CoverageTeller& one, const Coverage& cell) { return one.count(cell.known); }},
    {"all", as_text, [](CoverageTeller& one, const Coverage& cell) { return one.count(cell.all); }},
    {"has_any", as_yes_no, [](CoverageTeller& /*one*/, const Coverage& cell) { return Data::boolean(cell.known > 0); }},
    {"applies", as_yes_no, [](CoverageTeller& /*one*/, const Coverage& cell) { return Data::boolean(cell.all > 0); }},
};

constexpr Told<CoverageTeller, CoverageRow> coverage_row_members[] = {
    {"text", as_text, given<&CoverageRow::name>},
    {"cells", as_list<coverage_cell_members>,
     [](CoverageTeller& one, const CoverageRow& row) { return tell_each(coverage_cell_members, one, row.cells); }},
};

constexpr Told<CoverageTeller> coverage_members[] = {
    {"columns", as_list<coverage_column_members>,
     [](CoverageTeller& one) { return tell_each(coverage_column_members, one, one.columns); }},
    {"total", as_text, [](CoverageTeller& one) { return one.count(one.all.size()); }},
    {"table", as_text, [](CoverageTeller& one) { return one.text(one.table); }},
    {"topics", as_list<coverage_row_members>,
     [](CoverageTeller& one) { return tell_each(coverage_row_members, one, one.topic_rows()); }},
    {"areas", as_list<coverage_row_members>,
     [](CoverageTeller& one) {
       return one.fields.area ? tell_each(coverage_row_members, one, one.area_rows()) : Data();
     }},
};

}  // namespace

Data coverage_data(const PageContext& context, std::uint16_t collection, DataArena& arena) {
  CoverageTeller teller(context, collection, arena);
  return teller.is_divided() ? tell(coverage_members, teller) : Data();
}

DataShape coverage_shape(const ShapeScope& scope) {
  return as_map<coverage_members>(scope);
}

}  // namespace wegwijs
