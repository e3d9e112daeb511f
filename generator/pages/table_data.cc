#include "pages/table_data.h"

#include <algorithm>

#include "model/read_tables.h"
#include "pages/field_data.h"
#include "views/chart.h"
#include "views/table.h"

namespace wegwijs {
namespace {

constexpr std::size_t columns_on_a_phone = 3;

class TableDataBuilder {
 public:
  TableDataBuilder(const Table& table, const Field& field, EntryNumber entry, const PageContext& context,
                   DataArena& arena)
      : table_(table),
        field_(field),
        context_(context),
        number_(entry),
        entry_(context.site.entry(entry)),
        schema_(context.site.schema(entry)),
        language_(context.site.settings.language),
        arena_(arena) {}

  Data build() {
    const std::string unit = common_unit(table_);
    std::vector<Data> columns;
    for (const TableColumn& column : table_.columns) columns.push_back(column_data(column, unit));
    std::vector<Data> rows;
    for (const std::vector<TableCell>& row : table_.rows) rows.push_back(row_data(row));
    return arena_.map({{"id"_name, text(entry_.slug + "-" + field_.id)},
                       {"title"_name, Data::text(title_of(entry_, schema_))},
                       {"unit"_name, text(unit)},
                       {"is_wide"_name, Data::boolean(table_.columns.size() > columns_on_a_phone)},
                       {"download"_name, download()},
                       {"columns"_name, arena_.list(columns)},
                       {"rows"_name, arena_.list(rows)},
                       {"chart"_name, table_.chart ? chart_data(chart_of(table_, language_)) : Data()}});
  }

 private:
  Data text(std::string_view text) { return text.empty() ? Data() : arena_.text(text); }

  Data download() {
    const std::string address = data_file_address(context_.site, number_, table_);
    if (address.empty() || table_.data_file == no_file) return {};
    const std::uint64_t size = context_.sources.file(table_.data_file).size;
    return arena_.map({{"address"_name, arena_.text(address)},
                       {"size"_name, arena_.text(std::to_string(std::max<std::uint64_t>(1, (size + 512) / 1024)))}});
  }

  Data column_data(const TableColumn& column, std::string_view unit) {
    return arena_.map({{"title"_name, Data::text(column.title)},
                       {"unit"_name, unit.empty() ? text(column.unit) : Data()},
                       {"is_number"_name, Data::boolean(column.kind != ColumnKind::text)}});
  }

  Data row_data(const std::vector<TableCell>& row) {
    std::vector<Data> cells;
    for (std::size_t index = 0; index < row.size(); ++index) {
      const ColumnKind kind = table_.columns[index].kind;
      const std::string words = cell_in_words(row[index], kind, language_);
      cells.push_back(arena_.map({{"text"_name, text(words)},
                                  {"is_header"_name, Data::boolean(index == table_.name_column)},
                                  {"is_number"_name, Data::boolean(kind != ColumnKind::text)}}));
    }
    return arena_.map({{"cells"_name, arena_.list(cells)}});
  }

  Data chart_data(const Chart& chart) {
    std::vector<Data> rows;
    for (const ChartRow& row : chart.rows) {
      std::vector<Data> bars;
      for (const ChartBar& bar : row.bars) bars.push_back(bar_data(bar));
      rows.push_back(arena_.map({{"name"_name, text(row.name)}, {"bars"_name, arena_.list(bars)}}));
    }
    std::vector<Data> sentences;
    for (const ChartSentence& sentence : sentences_of(chart)) {
      sentences.push_back(arena_.map({{"name"_name, text(sentence.name)},
                                      {"from"_name, bar_data(*sentence.from)},
                                      {"to"_name, sentence.to == nullptr ? Data() : bar_data(*sentence.to)}}));
    }
    return arena_.map({{"title"_name, Data::text(table_.chart->title)},
                       {"is_shares"_name, Data::boolean(chart.kind == ChartKind::shares)},
                       {"whole"_name, text(chart.whole)},
                       {"column"_name, text(chart.column)},
                       {"rows"_name, arena_.list(rows)},
                       {"sentences"_name, arena_.list(sentences)}});
  }

  Data bar_data(const ChartBar& bar) {
    return arena_.map({{"label"_name, text(bar.label)},
                       {"amount"_name, text(bar.amount)},
                       {"share"_name, text(bar.share)},
                       {"width"_name, arena_.text(length_in_percent(bar.permille))}});
  }

  const Table& table_;
  const Field& field_;
  const PageContext& context_;
  EntryNumber number_;
  const Entry& entry_;
  const Schema& schema_;
  Language language_;
  DataArena& arena_;
};

DataShape chart_shape() {
  const DataShape bar = texts_shape({"label", "amount", "share", "width"});
  DataShape row = texts_shape({"name"});
  row.set("bars", DataShape::list(bar));
  DataShape sentence = texts_shape({"name"});
  sentence.set("from", bar);
  sentence.set("to", bar);
  DataShape shape = texts_shape({"title", "whole", "column"});
  shape.set("is_shares", DataShape::boolean());
  shape.set("rows", DataShape::list(std::move(row)));
  shape.set("sentences", DataShape::list(std::move(sentence)));
  return shape;
}

}  // namespace

Data table_data(const Table& table, const Field& field, EntryNumber entry, const PageContext& context,
                DataArena& arena) {
  return TableDataBuilder(table, field, entry, context, arena).build();
}

DataShape table_shape() {
  DataShape column = texts_shape({"title", "unit"});
  column.set("is_number", DataShape::boolean());
  DataShape cell = texts_shape({"text"});
  cell.set("is_header", DataShape::boolean());
  cell.set("is_number", DataShape::boolean());
  DataShape shape = texts_shape({"id", "title", "unit"});
  shape.set("is_wide", DataShape::boolean());
  shape.set("download", texts_shape({"address", "size"}));
  shape.set("columns", DataShape::list(std::move(column)));
  shape.set("rows", DataShape::list(DataShape::map({{"cells", DataShape::list(std::move(cell))}})));
  shape.set("chart", chart_shape());
  return shape;
}

}  // namespace wegwijs
