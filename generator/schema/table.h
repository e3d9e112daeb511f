#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/written.h"

namespace wegwijs {

/// What the cells of a column hold.
enum class ColumnKind : std::uint8_t { text, number, euro, percent };

struct TableColumn {
  std::string id;  ///< stands in the first line of the data file
  std::string title;
  ColumnKind kind = ColumnKind::text;
  std::string unit;  ///< what is counted ("leerlingen"); may be empty
  SourceSpan where;
};

struct TableCell {
  std::string text;              ///< of a column of text
  std::optional<Number> number;  ///< of the other kinds; none: the source gives no number here, which is not zero
};

enum class ChartKind : std::uint8_t {
  bars,    ///< a row of bars for each row, one bar a column
  shares,  ///< of each row its share of the sum of one column
};

/// Which numbers of a table are drawn. A chart never stands without its table.
struct ChartRule {
  ChartKind kind = ChartKind::bars;
  std::string title;
  std::vector<WrittenText> rows;     ///< by the text of their first cell; empty: all
  std::vector<WrittenText> columns;  ///< by id; empty: all with numbers
  SourceSpan where;
  std::vector<std::size_t> drawn_rows;     ///< the same as positions, once the data file is read
  std::vector<std::size_t> drawn_columns;  ///< likewise
};

/// A data file with its description. Const after reading (table_rows.h).
struct Table {
  WrittenText file;            ///< its name; it stands in the folder of the entry
  FileId data_file = no_file;  ///< that file, once it is found
  std::vector<TableColumn> columns;
  std::size_t name_column = 0;  ///< the first one of text: it names the rows
  std::optional<ChartRule> chart;
  std::vector<std::vector<TableCell>> rows;  ///< in the order of the file, each with a cell for every column
};

/// A chart of more than this is no picture any more; the table shows the rest.
inline constexpr std::size_t chart_row_limit = 12;
inline constexpr std::size_t chart_column_limit = 12;

}  // namespace wegwijs
