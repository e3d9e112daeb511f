#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "schema/table.h"
#include "source/csv.h"

namespace wegwijs {

/// What a spreadsheet most likely made of the text of a cell, in words: a day, a formula, an error value. Nothing for a
/// text that somebody typed.
std::optional<BilingualText> spreadsheet_made(std::string_view written);

/// Warns of cells that can be read and can hardly be right: a percentage that is no part of a whole, what a spreadsheet
/// made of a text (1-mrt, #REF!), markup, and a row that is given twice. `places` says where each column of the
/// description stands in the file.
void check_cells(const Table& table, const std::vector<std::size_t>& places, const CsvFile& csv,
                 Diagnostics& diagnostics);

}  // namespace wegwijs
