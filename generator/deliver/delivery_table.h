#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "deliver/delivery.h"

namespace wegwijs {

/// A cell of a sheet as text.
struct SheetCell {
  std::string text;
  bool is_formula = false;
  bool is_merged = false;  ///< it is one with other cells, of which only the first holds the text
};

/// One sheet: by row and column, both from 0; empty cells are left out.
struct Sheet {
  std::string name;
  std::map<std::size_t, std::map<std::size_t, SheetCell>> rows;
};

/// Reads a form out of the sheet that has its table: a row with the heads below. The sheet may have another name, and
/// the columns another order.
Delivery read_delivery_sheets(const std::vector<Sheet>& sheets, const Site& site);

/// The same of a CSV file: cells between semicolons, commas or tabs, in UTF-8 or Windows-1252.
Delivery read_delivery_csv(std::string_view bytes, const Site& site);

/// Text of another program as UTF-8: without its byte order mark, from UTF-16 where such a mark says so
/// ("Unicode-tekst" of Excel), and from Windows-1252 where it is no UTF-8.
std::string utf8_of_export(std::string_view bytes);

/// The cells of a CSV file of any program: the separator is the one of ; , and tab that the first line holds most of,
/// lines end in any way, and quotes may hold line breaks.
Sheet sheet_of_export(std::string_view bytes);

/// "C12", as spreadsheets name a cell.
std::string cell_name(std::size_t row, std::size_t column);

/// What is written in the workbook of a form (form_workbook.h) and looked for here.
namespace form_heads {
inline constexpr std::string_view topic = "Onderwerp";
inline constexpr std::string_view now = "Nu op de site";
inline constexpr std::string_view answer = "Antwoord";
inline constexpr std::string_view explanation = "Uitleg";
inline constexpr std::string_view for_which = "Voor welke ";  ///< before `levels_asked` and `years_asked`
inline constexpr std::string_view amount = "Aantal";
inline constexpr std::string_view unit = "Eenheid";
inline constexpr std::string_view from = "Vanaf";
inline constexpr std::string_view page = "Bladzijde";
inline constexpr std::string_view key = "sleutel";
inline constexpr std::string_view seen = "gezien";

inline constexpr std::string_view form = "Formulier";  ///< the cell after it: "wegwijs 1 scholen de-brug 1 2026-11-28"
inline constexpr std::string_view school = "School";
inline constexpr std::string_view role = "Uw functie";
inline constexpr std::string_view document = "Waar staat dit?";
inline constexpr std::string_view title = "Naam van het document";
inline constexpr std::string_view address = "Adres op internet";
inline constexpr std::string_view filled_in_on = "Ingevuld op";
}  // namespace form_heads

/// The text of a cell without the white space around it.
std::string trimmed_cell(std::string_view text);

}  // namespace wegwijs
