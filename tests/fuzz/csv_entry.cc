#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"
#include "schema/table_rows.h"
#include "source/csv.h"
#include "text/windows_1252.h"
#include "views/chart.h"

namespace wegwijs {
namespace {

/// Every column but the first holds numbers, and everything is drawn.
Table described(const CsvFile& csv, ChartKind kind) {
  Table table;
  for (const CsvCell& name : csv.header) {
    table.columns.push_back(
        {name.text, name.text, table.columns.empty() ? ColumnKind::text : ColumnKind::number, "", name.where});
  }
  table.chart = ChartRule{kind, "grafiek", {}, {}, csv.header.front().where, {}, {}};
  return table;
}

void draw(const CsvFile& csv, ChartKind kind, Diagnostics& diagnostics) {
  Table table = described(csv, kind);
  fill_table(table, csv, diagnostics);
  require(table.rows.size() == csv.rows.size(), "every line that was read is a row");
  if (!table.chart) return;
  for (const ChartRow& row : chart_of(table, Language::nl).rows) {
    for (const ChartBar& bar : row.bars) require(bar.permille >= 0 && bar.permille <= 1000, "a bar fits in its room");
  }
}

}  // namespace

void read_any_csv(std::string_view bytes) {
  // A table in Windows-1252 is read as the text that it means, and places are those of that text.
  const std::optional<std::string> text = utf8_from_windows_1252(bytes);
  const FuzzedSource source(text ? std::string_view(*text) : bytes);
  Diagnostics diagnostics;
  if (const std::optional<CsvFile> csv = read_csv(bytes, FuzzedSource::id(), diagnostics)) {
    require(!csv->header.empty() && csv->header.size() <= csv_column_limit, "a table has columns, and not too many");
    require(csv->rows.size() <= csv_row_limit, "a table has not too many rows");
    for (const std::vector<CsvCell>& row : csv->rows) {
      require(row.size() == csv->header.size(), "every row has a cell for every column");
    }
    draw(*csv, ChartKind::bars, diagnostics);
    draw(*csv, ChartKind::shares, diagnostics);
  } else {
    require(diagnostics.has_errors(), "a data file that is refused is reported");
  }
  require_reportable(diagnostics, source);
}

}  // namespace wegwijs
