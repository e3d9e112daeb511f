#include "source/csv.h"

#include <catch2/catch.hpp>
#include <string>

namespace wegwijs {
namespace {

std::string cells_in_words(const std::vector<CsvCell>& cells) {
  std::string words;
  for (const CsvCell& cell : cells) words += "<" + cell.text + ">";
  return words;
}

/// One line for each line of the file, each cell in < >; empty when there is no table.
std::string read_in_words(std::string_view bytes) {
  Diagnostics diagnostics;
  const std::optional<CsvFile> csv = read_csv(bytes, FileId{0}, diagnostics);
  if (!csv) return "";
  std::string words = cells_in_words(csv->header);
  for (const auto& row : csv->rows) words += "\n" + cells_in_words(row);
  return words;
}

TEST_CASE("a data file is read cell by cell, with quotes around what holds a comma or a quote", "[source][csv]") {
  CHECK(read_in_words("soort,aantal\nLINK,31\n\"Ziek, thuis\",\"zei \"\"ja\"\"\"\n") ==
        "<soort><aantal>\n<LINK><31>\n<Ziek, thuis><zei \"ja\">");
  CHECK(read_in_words("a\n") == "<a>");
  CHECK(read_in_words("a,b\n,\n\"\",\"\"") == "<a><b>\n<><>\n<><>");
}

TEST_CASE("a data file may have a byte order mark and the line ends of any system", "[source][csv]") {
  CHECK(read_in_words("\xEF\xBB\xBF"
                      "a,b\r\n1,2\r\n") == "<a><b>\n<1><2>");
  CHECK(read_in_words("a,b\r1,2") == "<a><b>\n<1><2>");
}

TEST_CASE("a line without anything is no row; a line with an empty cell in quotes is one", "[source][csv]") {
  CHECK(read_in_words("a,b\n\n1,2\n\n\n") == "<a><b>\n<1><2>");
  CHECK(read_in_words("a\n\"\"\n\n") == "<a>\n<>");
}

TEST_CASE("spaces in a cell are part of it", "[source][csv]") {
  CHECK(read_in_words("a, b\n 1,2 \n") == "<a>< b>\n< 1><2 >");
}

TEST_CASE("a cell knows where it stands, quotes included", "[source][csv]") {
  Diagnostics diagnostics;
  const std::optional<CsvFile> csv = read_csv("a,b\n\"één\",2\n", FileId{7}, diagnostics);
  REQUIRE(csv);
  CHECK(csv->rows[0][0].where == SourceSpan{FileId{7}, 4, 11});
  CHECK(csv->rows[0][1].where == SourceSpan{FileId{7}, 12, 13});
}

TEST_CASE("a line that is wrong is told and left out; the others are read", "[source][csv]") {
  Diagnostics diagnostics;
  const std::optional<CsvFile> csv = read_csv("a,b\n1,2,3\n\"x,2\n4,5\n", FileId{0}, diagnostics);
  REQUIRE(csv);
  REQUIRE(csv->rows.size() == 1);
  CHECK(cells_in_words(csv->rows[0]) == "<4><5>");
  CHECK(diagnostics.count(Severity::error) == 2);
}

TEST_CASE("a data file at every limit is read, and one beyond it is refused", "[source][csv]") {
  const auto columns = [](std::size_t number) {
    std::string line;
    for (std::size_t index = 0; index < number; ++index) line += (index == 0 ? "k" : ",k") + std::to_string(index);
    return line + "\n";
  };
  const auto rows = [](std::size_t number) {
    std::string bytes = "a\n";
    for (std::size_t index = 0; index < number; ++index) bytes += "1\n";
    return bytes;
  };
  CHECK_FALSE(read_in_words(columns(csv_column_limit)).empty());
  CHECK(read_in_words(columns(csv_column_limit + 1)).empty());
  CHECK_FALSE(read_in_words(rows(csv_row_limit)).empty());
  CHECK(read_in_words(rows(csv_row_limit + 1)).empty());
  CHECK(read_in_words("a\n" + std::string(csv_cell_limit, 'x') + "\n").size() > csv_cell_limit);
  CHECK(read_in_words("a\n" + std::string(csv_cell_limit + 1, 'x') + "\n") == "<a>");
  CHECK(read_in_words("a\n" + std::string(csv_size_limit, '\n')).empty());
}

}  // namespace
}  // namespace wegwijs
