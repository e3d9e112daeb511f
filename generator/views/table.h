#pragma once

#include <string>

#include "schema/table.h"

namespace wegwijs {

/// A cell as a reader sees it: "1.234", "€ 84.671.600", "75%"; empty when the source gives nothing there. The space in
/// an amount of money does not break.
std::string cell_in_words(const TableCell& cell, ColumnKind kind, Language language);

/// The unit of every column with numbers, when it is the same for all: then it is shown once, above the table. Empty
/// otherwise.
std::string common_unit(const Table& table);

}  // namespace wegwijs
