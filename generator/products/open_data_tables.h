#pragma once

#include <string>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// A column of a published table, as documented beside it.
struct PublishedColumn {
  std::string name;
  std::string description;
};

/// A collection as a table: RFC 4180, UTF-8, the first record holds the names of the columns.
struct PublishedTable {
  std::vector<PublishedColumn> columns;
  std::string csv;
};

/// One record per entry: its id, page and every field that is neither a claim nor a list of rows or sources. A field
/// that is not given is an empty cell.
PublishedTable entries_table(const Site& site, std::uint16_t collection);

/// One record per claim: whose it is, on which row, what its source says, and the source. A row that nobody looked at
/// has no record.
PublishedTable claims_table(const Site& site, std::uint16_t collection, Date today);

/// One record per topic, level and area: of how many entries a source says something, and to how many it applies. An empty
/// level or area means all of them, `-` for the entries of which it is not known.
PublishedTable coverage_table(const Site& site, std::uint16_t collection);

}  // namespace wegwijs
