#include "views/table.h"

#include "views/claims.h"

namespace wegwijs {

std::string cell_in_words(const TableCell& cell, ColumnKind kind, Language language) {
  if (kind == ColumnKind::text) return cell.text;
  if (!cell.number) return "";
  std::string number = number_in_words(*cell.number, language);
  switch (kind) {
    case ColumnKind::text:
    case ColumnKind::number:
      return number;
    case ColumnKind::euro:
      return "\u20AC\u00A0" + number;
    case ColumnKind::percent:
      return number + "%";
  }
  return number;
}

std::string common_unit(const Table& table) {
  const TableColumn* first = nullptr;
  for (const TableColumn& column : table.columns) {
    if (column.kind == ColumnKind::text) continue;
    if (first == nullptr) first = &column;
    if (column.unit != first->unit) return "";
  }
  return first == nullptr ? "" : first->unit;
}

}  // namespace wegwijs
