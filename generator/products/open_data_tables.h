#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// A column of a published table, as documented beside it.
struct PublishedColumn {
  std::string name;
  std::string description;
};

/// A kind of table of a collection. What its columns are follows from the schema alone, so that the description of the
/// tables need not make them.
struct PublishedTable {
  std::string_view ending;  ///< of its file, after the name of the collection
  std::vector<PublishedColumn> (*columns)(const Site& site, std::uint16_t collection);
  /// Adds the records below the names of the columns.
  void (*append_records)(const Site& site, std::uint16_t collection, Date today, std::string& csv);
};

/// One record per entry: its id, page and every field that is neither a claim nor a list of rows or sources. A field
/// that is not given is an empty cell.
extern const PublishedTable entries_table;

/// One record per claim: whose it is, on which row, what its source says, and the source. A row that nobody looked at
/// has no record.
extern const PublishedTable claims_table;

/// One record per topic, level and area: of how many entries a source says something, and to how many it applies. An empty
/// level or area means all of them, `-` for the entries of which it is not known.
extern const PublishedTable coverage_table;

/// The table as a file: RFC 4180, UTF-8, the first record holds the names of the columns.
std::string csv_of(const PublishedTable& table, const Site& site, std::uint16_t collection, Date today);

}  // namespace wegwijs
