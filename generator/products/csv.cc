#include "products/csv.h"

#include <string_view>
#include <vector>

namespace wegwijs {
namespace {

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
  return !cell.empty() && dangerous.find(cell.front()) != std::string_view::npos;
}

std::string without_formula(const std::string& cell) {
  return begins_formula(cell) ? "'" + cell : cell;
}

void append_csv_record_as_it_is(std::string& csv, std::span<const std::string> cells) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) csv += ',';
    append_cell(csv, cells[index]);
  }
  csv += "\r\n";
}

void append_csv_record(std::string& csv, std::span<const std::string> cells) {
  std::vector<std::string> guarded;
  for (const std::string& cell : cells) guarded.push_back(without_formula(cell));
  append_csv_record_as_it_is(csv, guarded);
}

}  // namespace wegwijs
