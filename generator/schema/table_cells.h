#pragma once

#include <vector>

#include "schema/table.h"
#include "source/csv.h"

namespace wegwijs {

/// Warns of cells that can be read and can hardly be right: a percentage that is no part of a whole, what a spreadsheet
/// made of a text (1-mrt, #REF!), markup, and a row that is given twice. `places` says where each column of the
/// description stands in the file.
void check_cells(const Table& table, const std::vector<std::size_t>& places, const CsvFile& csv,
                 Diagnostics& diagnostics);

}  // namespace wegwijs
