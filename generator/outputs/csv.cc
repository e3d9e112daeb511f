#include "outputs/csv.h"

#include <string_view>

#include "text/ascii.h"

namespace wegwijs {
namespace {

std::string without_formula(const std::string& cell) {
  return begins_formula(cell) ? "'" + cell : cell;
}

void append_cell(std::string& csv, const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char character : cell) csv.append(character == '"' ? 2 : 1, character);
  csv += '"';
}

}  // namespace

bool begins_formula(std::string_view cell) {
  constexpr std::string_view dangerous = "=+-@\t\r\n'";
  if (cell.empty() || dangerous.find(cell.front()) == std::string_view::npos) return false;
  const bool is_negative_number = cell.size() > 1 && cell.front() == '-' && is_digit(cell[1]) &&
                                  cell.find_first_not_of("0123456789.", 1) == std::string_view::npos;
  return !is_negative_number;
}

void append_csv_record(std::string& csv, std::span<const std::string> cells) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) csv += ',';
    append_cell(csv, without_formula(cells[index]));
  }
  csv += "\r\n";
}

}  // namespace wegwijs
