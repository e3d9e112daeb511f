#pragma once

#include "schema/table.h"
#include "source/csv.h"

namespace wegwijs {

/// Gives `table` the rows of its data file, in the kinds of its columns, and works out what its chart draws.
///
/// Columns are matched by id. A column without description, a described one that is not there, a row without name and a
/// cell that is no number are reported at their place in the data file; the row or column is left out. A chart that
/// names what is not there, or that would mislead (negative numbers, different units, a total among the shares), is
/// reported and taken away.
void fill_table(Table& table, const CsvFile& csv, Diagnostics& diagnostics);

}  // namespace wegwijs
