#include "schema/table_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "schema/meant_value.h"
#include "schema/table_cells.h"
#include "schema/table_rules.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

Argument word_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::text:
      return "tekst";
    case ColumnKind::number:
      return "getal";
    case ColumnKind::euro:
      return "euro";
    case ColumnKind::percent:
      return "procent";
  }
  return "";
}

/// Where each column of the description stands in the file; columns that do not are taken out of the description.
std::vector<std::size_t> match_columns(Table& table, const CsvFile& csv, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const TableColumn& column : table.columns) known.push_back(column.id);
  // A column that the file has already is not what another one was meant to be.
  std::vector<std::string_view> absent;
  std::copy_if(known.begin(), known.end(), std::back_inserter(absent), [&](std::string_view id) {
    return std::none_of(csv.header.begin(), csv.header.end(), [&](const CsvCell& cell) { return cell.text == id; });
  });
  for (const CsvCell& cell : csv.header) {
    if (std::find(known.begin(), known.end(), cell.text) != known.end()) continue;
    diagnostics.report(table_column_unknown, cell.where, {cell.text}, nearest_word(cell.text, absent).value_or(""));
  }
  std::vector<std::size_t> places;
  for (const TableColumn& column : table.columns) {
    const auto found =
        std::find_if(csv.header.begin(), csv.header.end(), [&](const CsvCell& cell) { return cell.text == column.id; });
    if (found == csv.header.end())
      diagnostics.report(table_column_missing, column.where, {column.id, table.file.text});
    else
      places.push_back(static_cast<std::size_t>(found - csv.header.begin()));
  }
  return places;
}

constexpr std::size_t most_cells_told = 50;  // of one table; finding the line of each takes a walk through the file

/// A number as a spreadsheet in Dutch writes it ("€ 1.234,50", "12,5%"), in our form; as it stands when it is none.
std::string from_dutch(std::string_view text, ColumnKind kind) {
  const auto without = [&](std::string_view sign) {
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
    if (text.ends_with(sign)) text.remove_suffix(sign.size());
  };
  without(" ");
  if (kind == ColumnKind::euro) without("€");
  if (kind == ColumnKind::percent) without("%");
  without(" ");
  without(hard_space);
  const std::size_t comma = text.find(',');
  const std::string_view whole = text.substr(0, comma);
  const auto points = std::count(whole.begin(), whole.end(), '.');
  // One point and no comma may be either: it stays as it is, and is reported when it can be a thousand.
  if (comma == std::string_view::npos && points < 2) return std::string(text);
  std::string number;
  std::size_t digits = 0;
  bool is_first_group = true;
  for (const char c : whole) {
    if (c != '.') {
      digits += is_digit(c) ? 1U : 0U;
      number += c;
      continue;
    }
    if (digits == 0 || digits > 3 || (!is_first_group && digits != 3)) return std::string(text);
    is_first_group = false;
    digits = 0;
  }
  if (!is_first_group && digits != 3) return std::string(text);
  if (comma == std::string_view::npos) return number;
  return number + "." + std::string(text.substr(comma + 1));
}

std::optional<Number> read_number_cell(const CsvCell& cell, const TableColumn& column, bool is_dutch,
                                       Diagnostics& diagnostics) {
  const std::string text = is_dutch ? from_dutch(cell.text, column.kind) : cell.text;
  std::optional<Number> number = read_number(text);
  const bool has_decimal_comma = is_dutch && cell.text.find(',') != std::string::npos;
  const bool is_good = cell.text.empty() || (number && (has_decimal_comma || !is_ambiguous_number(text)));
  if (is_good || diagnostics.count(Severity::error) >= most_cells_told) return number;
  if (number)
    diagnostics.report(table_number_ambiguous, cell.where, {cell.text});
  else
    diagnostics.report(table_not_a_number, cell.where, {cell.text, column.id, word_of(column.kind)},
                       is_ambiguous_number(meant_number(cell.text)) ? "" : meant_number(cell.text));
  return number;
}

std::vector<TableCell> read_row(const Table& table, const std::vector<std::size_t>& places,
                                const std::vector<CsvCell>& line, bool is_dutch, Diagnostics& diagnostics) {
  std::vector<TableCell> row;
  for (std::size_t index = 0; index < places.size(); ++index) {
    const TableColumn& column = table.columns[index];
    const CsvCell& cell = line[places[index]];
    if (index == table.name_column && cell.text.empty())
      diagnostics.report(table_row_nameless, line.front().where, {column.id});
    if (column.kind == ColumnKind::text)
      row.push_back({cell.text, std::nullopt});
    else
      row.push_back({"", read_number_cell(cell, column, is_dutch, diagnostics)});
  }
  return row;
}

/// Works out which cells a chart draws, and whether they can be drawn honestly.
class ChartCheck {
 public:
  ChartCheck(const Table& table, ChartRule& chart, Diagnostics& diagnostics)
      : table_(table), chart_(chart), diagnostics_(diagnostics) {}

  /// False when it was reported.
  bool is_good() {
    const bool named = find_columns() && find_rows();
    if (!named) return false;
    if (chart_.drawn_columns.empty() || chart_.drawn_rows.empty())
      return refuse({"er is niets te tekenen", "there is nothing to draw"});
    if (chart_.drawn_columns.size() > chart_column_limit || chart_.drawn_rows.size() > chart_row_limit)
      return refuse({"meer dan 12 rijen of 12 kolommen is geen plaatje meer",
                     "more than 12 rows or 12 columns is no picture any more"});
    if (!has_one_unit())
      return refuse({"de kolommen tellen niet in dezelfde eenheid", "the columns do not count in the same unit"});
    if (has_negative_number())
      return refuse({"een staaf begint bij nul, en er is een getal onder nul",
                     "a bar begins at zero, and there is a number below zero"});
    return chart_.kind == ChartKind::bars || shares_are_good();
  }

 private:
  bool refuse(BilingualText why) {
    diagnostics_.report(chart_impossible, chart_.where, {why});
    return false;
  }

  bool find_columns() {
    if (chart_.columns.empty()) {
      for (std::size_t index = 0; index < table_.columns.size(); ++index) {
        if (table_.columns[index].kind != ColumnKind::text) chart_.drawn_columns.push_back(index);
      }
      return true;
    }
    std::vector<std::string_view> known;
    for (const TableColumn& column : table_.columns) known.push_back(column.id);
    bool good = true;
    for (const WrittenText& name : chart_.columns)
      good = find(name, known, {"kolom", "column"}, chart_.drawn_columns) && good;
    if (!good) return false;
    const bool has_text =
        std::any_of(chart_.drawn_columns.begin(), chart_.drawn_columns.end(),
                    [&](std::size_t column) { return table_.columns[column].kind == ColumnKind::text; });
    return !has_text || refuse({"een kolom met tekst heeft geen getallen", "a column of text has no numbers"});
  }

  bool find_rows() {
    std::vector<std::string_view> known;
    for (const std::vector<TableCell>& row : table_.rows) known.push_back(row[table_.name_column].text);
    if (chart_.rows.empty()) {
      for (std::size_t index = 0; index < known.size(); ++index) chart_.drawn_rows.push_back(index);
      return true;
    }
    bool good = true;
    for (const WrittenText& name : chart_.rows) good = find(name, known, {"rij", "row"}, chart_.drawn_rows) && good;
    return good;
  }

  bool find(const WrittenText& name, const std::vector<std::string_view>& known, BilingualText what,
            std::vector<std::size_t>& found) {
    const auto place = std::find(known.begin(), known.end(), name.text);
    if (place == known.end()) {
      diagnostics_.report(chart_name_unknown, name.where, {name.text, what},
                          nearest_word(name.text, known).value_or(""));
      return false;
    }
    if (std::count(known.begin(), known.end(), name.text) > 1) {
      const std::string quoted = "'" + name.text + "'";
      diagnostics_.report(chart_impossible, name.where,
                          {Argument(quoted + " staat twee keer in de tabel", quoted + " stands twice in the table")});
      return false;
    }
    found.push_back(static_cast<std::size_t>(place - known.begin()));
    return true;
  }

  bool has_one_unit() const {
    const TableColumn& first = table_.columns[chart_.drawn_columns.front()];
    return std::all_of(chart_.drawn_columns.begin(), chart_.drawn_columns.end(), [&](std::size_t column) {
      return table_.columns[column].kind == first.kind && table_.columns[column].unit == first.unit;
    });
  }

  std::optional<double> number_at(std::size_t row, std::size_t column) const {
    const std::optional<Number>& number = table_.rows[row][column].number;
    return number ? std::optional(number->value) : std::nullopt;
  }

  bool has_negative_number() const {
    for (const std::size_t row : chart_.drawn_rows) {
      for (const std::size_t column : chart_.drawn_columns) {
        if (number_at(row, column).value_or(0) < 0) return true;
      }
    }
    return false;
  }

  bool shares_are_good() {
    if (chart_.drawn_columns.size() != 1)
      return refuse({"aandelen zijn er van precies één kolom", "shares are of exactly one column"});
    double sum = 0;
    double largest = 0;
    for (const std::size_t row : chart_.drawn_rows) {
      const std::optional<double> number = number_at(row, chart_.drawn_columns.front());
      if (!number) return refuse({"een aandeel zonder getal is er niet", "a share without a number does not exist"});
      sum += *number;
      largest = std::max(largest, *number);
    }
    if (sum <= 0) return refuse({"alle getallen samen zijn nul", "all numbers together are zero"});
    constexpr double rounding = 0.001;
    const bool has_total = chart_.drawn_rows.size() > 2 && std::abs(sum - 2 * largest) < rounding * sum;
    return !has_total || refuse({"een van de rijen is de som van de andere, dus geen deel van het geheel",
                                 "one of the rows is the sum of the others, so no part of the whole"});
  }

  const Table& table_;
  ChartRule& chart_;
  Diagnostics& diagnostics_;
};

}  // namespace

void fill_table(Table& table, const CsvFile& csv, Diagnostics& diagnostics) {
  const std::vector<std::size_t> places = match_columns(table, csv, diagnostics);
  if (places.size() != table.columns.size()) {
    table.chart.reset();
    return;
  }
  Diagnostics found;
  for (const std::vector<CsvCell>& line : csv.rows) {
    // Only where a comma separates no cells can it be a decimal mark.
    table.rows.push_back(read_row(table, places, line, csv.separator != ',', found));
  }
  check_cells(table, places, csv, found);
  // A chart of rows that are not right yet would only tell the same once more.
  const bool rows_are_good = !found.has_errors();
  diagnostics.append(std::move(found));
  if (table.chart && !(rows_are_good && ChartCheck(table, *table.chart, diagnostics).is_good())) table.chart.reset();
}

}  // namespace wegwijs
