#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// A cell with its place. An empty cell has an empty span.
struct CsvCell {
  std::string text;  ///< without its quotes
  SourceSpan where;  ///< as written, quotes included
};

struct CsvFile {
  std::vector<CsvCell> header;             ///< names of columns, different from each other
  std::vector<std::vector<CsvCell>> rows;  ///< each with a cell for every column
  char separator = ',';      ///< of cells: a comma, or a semicolon or tab as spreadsheets in Dutch write it
  std::size_t left_out = 0;  ///< lines that were reported for their number of cells
};

/// Reads a data file: RFC 4180 in UTF-8 (or in Windows-1252, with a warning; then the places are those of the text as
/// utf8_from_windows_1252 gives it), the first line naming the columns. A line ends in LF or CRLF. Cells are
/// separated by the one of comma, semicolon and tab that the first line holds outside quotes, or that a line `sep=;`
/// above it names; more than one of them is reported. Empty cells after the last column, which spreadsheets leave, are
/// not cells.
///
/// Stricter than the RFC in one thing: a cell is one line, also in quotes, so that a forgotten quote is reported where
/// it is. An empty line is no row. A line that cannot be read, or has another number of cells than the
/// first, is reported and left out. Empty when there is no table to speak of: bytes of another encoding, a broken first
/// line, or more than the limits below.
std::optional<CsvFile> read_csv(std::string_view bytes, FileId file, Diagnostics& diagnostics);

/// What one page can show, and more than any table of a report holds (the largest of ours has 20 rows and 10 columns).
inline constexpr std::size_t csv_size_limit = 128 * 1024;  ///< bytes
inline constexpr std::size_t csv_row_limit = 1'000;
inline constexpr std::size_t csv_column_limit = 40;
inline constexpr std::size_t csv_cell_limit = 500;  ///< bytes

}  // namespace wegwijs
