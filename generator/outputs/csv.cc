#include "outputs/csv.h"

#include <string_view>

namespace wegwijs {
namespace {

std::string without_formula(const std::string& cell) {
  constexpr std::string_view dangerous = "=+-@\t\r'";
  const bool is_dangerous = !cell.empty() && dangerous.find(cell.front()) != std::string_view::npos;
  return is_dangerous ? "'" + cell : cell;
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

void append_csv_record(std::string& csv, std::span<const std::string> cells) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) csv += ',';
    append_cell(csv, without_formula(cells[index]));
  }
  csv += "\r\n";
}

}  // namespace wegwijs
