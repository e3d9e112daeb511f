#include "pages/table_data.h"

#include <algorithm>

#include "model/read_tables.h"
#include "pages/told.h"
#include "views/chart.h"
#include "views/table.h"

namespace wegwijs {
namespace {

constexpr std::size_t columns_on_a_phone = 3;

/// Tells about one table and its chart.
struct TableTeller : Teller {
  TableTeller(const Table& one, const Field& its_field, EntryNumber entry, const PageContext& page_context,
              DataArena& data_arena)
      : Teller(page_context, data_arena), table(one), field(its_field), number(entry), unit(common_unit(one)) {}

  bool is_of_numbers(std::size_t column) const { return table.columns[column].kind != ColumnKind::text; }

  const Table& table;
  const Field& field;
  EntryNumber number;
  std::string unit;  ///< of all columns with numbers; empty: they have none, or several
};

/// A data file that readers can take with them.
struct Download {
  std::string address;
  std::uint64_t bytes = 0;
};

constexpr Told<TableTeller, Download> download_members[] = {
    {"address", as_text, given<&Download::address>},
    {"size", as_text,
     [](TableTeller& one, const Download& file) {
       return one.count(std::max<std::uint64_t>(1, (file.bytes + 512) / 1024));
     }},
};

Data download(TableTeller& one) {
  const std::string address = data_file_address(one.site, one.number, one.table);
  if (address.empty() || one.table.data_file == no_file) return {};
  return tell(download_members, one, Download{address, one.context.sources.file(one.table.data_file).size});
}

constexpr Told<TableTeller, TableColumn> table_column_members[] = {
    {"title", as_text, [](TableTeller&, const TableColumn& column) { return Data::text(column.title); }},
    {"unit", as_text,
     [](TableTeller& one, const TableColumn& column) { return one.unit.empty() ? one.text(column.unit) : Data(); }},
    {"is_number", as_yes_no,
     [](TableTeller&, const TableColumn& column) { return Data::boolean(column.kind != ColumnKind::text); }},
};

struct PlacedCell {
  const TableCell& cell;
  std::size_t column;
};

constexpr Told<TableTeller, PlacedCell> table_cell_members[] = {
    {"text", as_text,
     [](TableTeller& one, const PlacedCell& cell) {
       return one.text(cell_in_words(cell.cell, one.table.columns[cell.column].kind, one.language()));
     }},
    {"is_header", as_yes_no,
     [](TableTeller& one, const PlacedCell& cell) { return Data::boolean(cell.column == one.table.name_column); }},
    {"is_number", as_yes_no,
     [](TableTeller& one, const PlacedCell& cell) { return Data::boolean(one.is_of_numbers(cell.column)); }},
};

using TableRow = std::vector<TableCell>;

constexpr Told<TableTeller, TableRow> table_row_members[] = {
    {"cells", as_list<table_cell_members>,
     [](TableTeller& one, const TableRow& row) {
       std::vector<PlacedCell> cells;
       for (std::size_t column = 0; column < row.size(); ++column) cells.push_back({row[column], column});
       return tell_each(table_cell_members, one, cells);
     }},
};

constexpr Told<TableTeller, ChartBar> bar_members[] = {
    {"label", as_text, given<&ChartBar::label>},
    {"amount", as_text, given<&ChartBar::amount>},
    {"share", as_text, given<&ChartBar::share>},
    {"width", as_text, [](TableTeller& one, const ChartBar& bar) { return one.text(length_in_percent(bar.permille)); }},
};

constexpr Told<TableTeller, ChartRow> chart_row_members[] = {
    {"name", as_text, given<&ChartRow::name>},
    {"bars", as_list<bar_members>,
     [](TableTeller& one, const ChartRow& row) { return tell_each(bar_members, one, row.bars); }},
};

constexpr Told<TableTeller, ChartSentence> sentence_members[] = {
    {"name", as_text, given<&ChartSentence::name>},
    {"from", as_map<bar_members>,
     [](TableTeller& one, const ChartSentence& sentence) { return tell(bar_members, one, *sentence.from); }},
    {"to", as_map<bar_members>,
     [](TableTeller& one, const ChartSentence& sentence) {
       return sentence.to == nullptr ? Data() : tell(bar_members, one, *sentence.to);
     }},
};

constexpr Told<TableTeller, Chart> chart_members[] = {
    {"title", as_text, [](TableTeller& one, const Chart&) { return Data::text(one.table.chart->title); }},
    {"is_shares", as_yes_no,
     [](TableTeller&, const Chart& chart) { return Data::boolean(chart.kind == ChartKind::shares); }},
    {"whole", as_text, given<&Chart::whole>},
    {"column", as_text, given<&Chart::column>},
    {"rows", as_list<chart_row_members>,
     [](TableTeller& one, const Chart& chart) { return tell_each(chart_row_members, one, chart.rows); }},
    {"sentences", as_list<sentence_members>,
     [](TableTeller& one, const Chart& chart) { return tell_each(sentence_members, one, sentences_of(chart)); }},
};

constexpr Told<TableTeller> table_members[] = {
    {"id", as_text, [](TableTeller& one) { return one.text(one.site.entry(one.number).slug + "-" + one.field.id); }},
    {"title", as_text,
     [](TableTeller& one) { return Data::text(title_of(one.site.entry(one.number), one.site.schema(one.number))); }},
    {"unit", as_text, [](TableTeller& one) { return one.text(one.unit); }},
    {"is_wide", as_yes_no,
     [](TableTeller& one) { return Data::boolean(one.table.columns.size() > columns_on_a_phone); }},
    {"download", as_map<download_members>, download},
    {"columns", as_list<table_column_members>,
     [](TableTeller& one) { return tell_each(table_column_members, one, one.table.columns); }},
    {"rows", as_list<table_row_members>,
     [](TableTeller& one) { return tell_each(table_row_members, one, one.table.rows); }},
    {"chart", as_map<chart_members>,
     [](TableTeller& one) {
       return one.table.chart ? tell(chart_members, one, chart_of(one.table, one.language())) : Data();
     }},
};

}  // namespace

Data table_data(const Table& table, const Field& field, EntryNumber entry, const PageContext& context,
                DataArena& arena) {
  TableTeller teller(table, field, entry, context, arena);
  return tell(table_members, teller);
}

DataShape table_shape(const ShapeScope& scope) {
  return as_map<table_members>(scope);
}

}  // namespace wegwijs
