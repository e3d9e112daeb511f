#include "schema/table_cells.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "schema/table_rules.h"
#include "schema/value_rules.h"
#include "text/ascii.h"
#include "text/markup.h"

namespace wegwijs {
namespace {

constexpr std::size_t most_cells_warned = 50;  // of one table; finding the line of each takes a walk through the file

/// Words of a column whose numbers are no parts of a whole.
constexpr std::array<std::string_view, 9> changes{"groei",   "verschil", "verandering",  "stijging",  "daling",
                                                  "toename", "afname",   "ten opzichte", "realisatie"};
constexpr std::array<std::string_view, 16> month_abbreviations{"jan", "feb", "mrt", "mar", "maa", "apr", "mei", "may",
                                                               "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 14> error_values{"#n/a",     "#n/b",    "#ref!",  "#verw!",  "#value!",
                                                        "#waarde!", "#name?",  "#naam?", "#div/0!", "#deel/0!",
                                                        "#num!",    "#getal!", "#null!", "#leeg!"};

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_month(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  return std::find(month_abbreviations.begin(), month_abbreviations.end(), text) != month_abbreviations.end();
}

/// "1-mrt" and "1-mrt-25".
bool is_day_of_spreadsheet(std::string_view cell) {
  const std::size_t first = cell.find('-');
  if (first == std::string_view::npos || first > 2 || !is_number(cell.substr(0, first))) return false;
  const std::string_view rest = cell.substr(first + 1);
  const std::size_t second = std::min(rest.find('-'), rest.size());
  return is_month(rest.substr(0, second)) && (second == rest.size() || is_number(rest.substr(second + 1)));
}

/// "mrt-25", made of 3-25; more of them in one column are months that somebody typed.
bool is_month_of_spreadsheet(std::string_view cell) {
  const std::size_t dash = cell.find('-');
  return dash != std::string_view::npos && is_month(cell.substr(0, dash)) && is_number(cell.substr(dash + 1));
}

/// "1,23E+11".
bool is_power_of_ten(std::string_view cell) {
  const std::size_t power = cell.find("e+");
  return power != std::string_view::npos && power > 0 && is_number(cell.substr(power + 2)) &&
         cell.substr(0, power).find_first_not_of("0123456789.,") == std::string_view::npos;
}

bool is_change(const TableColumn& column) {
  const std::string words = lower_case(column.title + " " + column.unit);
  return std::any_of(changes.begin(), changes.end(),
                     [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

class CellCheck {
 public:
  CellCheck(const Table& table, const std::vector<std::size_t>& places, const CsvFile& csv)
      : table_(table), places_(places), csv_(csv) {}

  Diagnostics check() {
    for (std::size_t column = 0; column < places_.size(); ++column) check_column(column);
    check_names();
    return std::move(found_);
  }

 private:
  void report(const Rule& rule, SourceSpan where, std::vector<Argument> arguments) {
    if (found_.count(Severity::warning) < most_cells_warned) found_.report(rule, where, std::move(arguments));
  }

  void check_column(std::size_t index) {
    const TableColumn& column = table_.columns[index];
    const bool is_part = column.kind == ColumnKind::percent && !is_change(column);
    for (std::size_t row = 0; row < csv_.rows.size(); ++row) {
      const CsvCell& cell = csv_.rows[row][places_[index]];
      const std::optional<Number>& number = table_.rows[row][index].number;
      if (is_part && number && (number->value < 0 || number->value > 100))
        report(impossible_percentage, cell.where, {cell.text, column.id});
      if (column.kind == ColumnKind::text) check_text(cell);
    }
    if (column.kind == ColumnKind::text) check_single_month(places_[index]);
  }

  void check_text(const CsvCell& cell) {
    if (const std::optional<BilingualText> why = spreadsheet_made(cell.text))
      report(table_cell_changed, cell.where, {cell.text, *why});
    const std::string_view markup = first_markup(cell.text);
    if (!markup.empty()) report(markup_in_text, cell.where, {std::string(markup)});
  }

  void check_single_month(std::size_t place) {
    const CsvCell* only = nullptr;
    for (const std::vector<CsvCell>& row : csv_.rows) {
      if (!is_month_of_spreadsheet(lower_case(row[place].text))) continue;
      if (only != nullptr) return;
      only = &row[place];
    }
    if (only != nullptr)
      report(table_cell_changed, only->where,
             {only->text, BilingualText{"een maand, misschien van een breuk of een nummer",
                                        "a month, perhaps out of a fraction or a number"}});
  }

  /// A row is named by all its texts: "2024" may stand below each kind of support.
  void check_names() {
    std::set<std::string> names;
    for (std::size_t row = 0; row < csv_.rows.size(); ++row) {
      std::string name;
      for (std::size_t index = 0; index < places_.size(); ++index) {
        if (table_.columns[index].kind == ColumnKind::text) name += lower_case(table_.rows[row][index].text) + '\n';
      }
      const CsvCell& cell = csv_.rows[row][places_[table_.name_column]];
      if (!cell.text.empty() && !names.insert(name).second) report(table_row_repeated, cell.where, {cell.text});
    }
  }

  const Table& table_;
  const std::vector<std::size_t>& places_;
  const CsvFile& csv_;
  Diagnostics found_;
};

}  // namespace

std::optional<BilingualText> spreadsheet_made(std::string_view written) {
  const std::string cell = lower_case(written);
  if (is_day_of_spreadsheet(cell))
    return BilingualText{"een dag, misschien van een breuk of een nummer",
                         "a day, perhaps out of a fraction or a number"};
  if (cell.ends_with(" 00:00:00") || cell.ends_with(" 00:00"))
    return BilingualText{"een dag met een tijd", "a day with a time"};
  if (is_power_of_ten(cell)) return BilingualText{"een macht van tien", "a power of ten"};
  const bool is_hidden = cell.size() > 1 && cell.find_first_not_of('#') == std::string::npos;
  if (is_hidden || std::find(error_values.begin(), error_values.end(), cell) != error_values.end())
    return BilingualText{"een foutwaarde", "an error value"};
  if (written == "WAAR" || written == "ONWAAR" || written == "TRUE" || written == "FALSE")
    return BilingualText{"een waarheidswaarde", "a truth value"};
  if (cell.size() > 1 && cell.front() == '=' && (is_letter(cell[1]) || is_digit(cell[1])))
    return BilingualText{"een formule", "a formula"};
  if (cell.size() > 1 && cell.front() == '\'' && (is_digit(cell[1]) || cell[1] == '=' || cell[1] == '-'))
    return BilingualText{"een aanhalingsteken dat er een tekst van maakt", "a quote that makes it a text"};
  return std::nullopt;
}

void check_cells(const Table& table, const std::vector<std::size_t>& places, const CsvFile& csv,
                 Diagnostics& diagnostics) {
  diagnostics.append(CellCheck(table, places, csv).check());
}

}  // namespace wegwijs
