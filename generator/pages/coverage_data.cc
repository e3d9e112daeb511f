#include "pages/coverage_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "views/coverage.h"
#include "views/listing.h"
#include "views/open_data_address.h"

namespace wegwijs {
namespace {

class CoverageDataBuilder {
 public:
  CoverageDataBuilder(const PageContext& context, std::uint16_t collection, DataArena& arena)
      : site_(context.site),
        schema_(context.site.collections[collection].schema),
        fields_(coverage_fields(context.site.collections[collection])),
        all_(entries_of(context.site, collection)),
        topics_(topics_of(schema_)),
        table_(data_file_of(context.site.collections[collection], coverage_table_ending)),
        arena_(arena) {}

  Data build() {
    if (!fields_.level || topics_.empty() || all_.empty()) return {};
    const std::vector<Option>& levels = schema_.fields[*fields_.level].options;
    for (std::size_t option = 0; option < levels.size(); ++option) {
      const auto number = static_cast<std::uint16_t>(option);
      std::vector<EntryNumber> entries = entries_of_part(site_, all_, fields_.level, number);
      if (!entries.empty()) columns_.push_back({&levels[option], std::move(entries)});
    }
    std::vector<Data> names;
    for (const Column& column : columns_)
      names.push_back(
          arena_.map({{"text"_name, words(column.option->label)}, {"count"_name, count(column.entries.size())}}));
    return arena_.map({{"columns"_name, arena_.list(names)},
                       {"total"_name, count(all_.size())},
                       {"table"_name, table_.empty() ? Data() : arena_.text(table_)},
                       {"topics"_name, topics()},
                       {"areas"_name, areas()}});
  }

 private:
  struct Column {
    const Option* option;
    std::vector<EntryNumber> entries;
  };

  Data words(const Label& label) { return Data::text(label.in(site_.settings.language)); }
  Data count(std::size_t number) { return arena_.text(std::to_string(number)); }

  Data cell(const Coverage& one) {
    return arena_.map({{"known"_name, count(one.known)},
                       {"all"_name, count(one.all)},
                       {"has_any"_name, Data::boolean(one.known > 0)},
                       {"applies"_name, Data::boolean(one.all > 0)}});
  }

  Data topics() {
    std::vector<Data> rows;
    for (const FieldIndex topic : topics_) {
      std::vector<Data> cells{cell(coverage(site_, all_, topic))};
      for (const Column& column : columns_) cells.push_back(cell(coverage(site_, column.entries, topic)));
      rows.push_back(row(words(schema_.fields[topic].plain_or_label()), cells));
    }
    return arena_.list(rows);
  }

  Data row(Data name, const std::vector<Data>& cells) {
    return arena_.map({{"text"_name, name}, {"cells"_name, arena_.list(cells)}});
  }

  /// How full the profiles of an area are, all topics taken together; the entries without an area last, without a name.
  Data areas() {
    if (!fields_.area) return {};
    const std::vector<Option>& options = schema_.fields[*fields_.area].options;
    std::vector<Data> rows;
    for (std::size_t option = 0; option < options.size(); ++option) {
      if (const std::vector<Data> cells = area_cells(static_cast<std::uint16_t>(option)); !cells.empty())
        rows.push_back(row(words(options[option].label), cells));
    }
    if (const std::vector<Data> cells = area_cells(std::nullopt); !cells.empty()) rows.push_back(row({}, cells));
    return arena_.list(rows);
  }

  std::vector<Data> area_cells(std::optional<std::uint16_t> option) {
    const std::vector<EntryNumber> here = entries_of_part(site_, all_, fields_.area, option);
    if (here.empty()) return {};
    std::vector<Data> cells{cell(all_topics(here))};
    for (const Column& column : columns_)
      cells.push_back(cell(all_topics(entries_of_part(site_, column.entries, fields_.area, option))));
    return cells;
  }

  Coverage all_topics(std::span<const EntryNumber> entries) const {
    Coverage sum;
    for (const FieldIndex topic : topics_) {
      const Coverage one = coverage(site_, entries, topic);
      sum.known += one.known;
      sum.all += one.all;
    }
    return sum;
  }

  const Site& site_;
  const Schema& schema_;
  CoverageFields fields_;
  std::vector<EntryNumber> all_;
  std::vector<FieldIndex> topics_;
  std::string table_;  ///< address of the file with the same; empty: there is none
  DataArena& arena_;
  std::vector<Column> columns_;
};

}  // namespace

Data coverage_data(const PageContext& context, std::uint16_t collection, DataArena& arena) {
  return CoverageDataBuilder(context, collection, arena).build();
}

DataShape coverage_shape() {
  DataShape cell = texts_shape({"known", "all"});
  cell.set("has_any", DataShape::boolean());
  cell.set("applies", DataShape::boolean());
  DataShape row = texts_shape({"text"});
  row.set("cells", DataShape::list(std::move(cell)));
  DataShape shape = texts_shape({"total", "table"});
  shape.set("columns", DataShape::list(texts_shape({"text", "count"})));
  shape.set("topics", DataShape::list(row));
  shape.set("areas", DataShape::list(std::move(row)));
  return shape;
}

}  // namespace wegwijs
