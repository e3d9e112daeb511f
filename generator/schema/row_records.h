#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/record.h"
#include "source/csv.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// A row of a data file, read as what a whole file says elsewhere.
struct RowRecord {
  Record record;
  std::string id;    ///< as the `made_of` of the field with the role `id` makes it, or as its own cell gives it
  SourceSpan where;  ///< from its first cell to its last
};

/// Reads the rows of a data file whose columns are fields of `schema`. `common` (may be null) holds the values that are
/// the same for every row; a cell goes before it. An empty cell is a field that is not given.
///
/// Dates and times may have the form in which a Dutch spreadsheet saves them (11-2-2027, 17:30:00), and a reference may
/// be the title of the entry instead of its id. Several options or references in one cell have commas between them.
/// Empty when the columns do not fit the schema, which is reported once and not at every row.
std::optional<std::vector<RowRecord>> read_row_records(const CsvFile& csv, const YamlNode* common, const Schema& schema,
                                                       Diagnostics& diagnostics);

}  // namespace wegwijs
