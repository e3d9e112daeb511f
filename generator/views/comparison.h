#pragma once

#include <vector>

#include "model/site.h"

namespace wegwijs {

/// A claim of one entry that counts in a comparison.
struct ComparedClaim {
  EntryNumber entry;
  const Claim* claim = nullptr;
  bool sources_differ = false;  ///< another claim of the same entry says otherwise for the same pupils
};

/// The entries whose claims have one status.
struct ComparedStatus {
  StatusIndex status = 0;
  std::vector<ComparedClaim> claims;  ///< in the order of the entries
};

/// One kind of support over all compared entries.
struct ComparisonRow {
  FieldIndex field = 0;
  std::vector<ComparedStatus> statuses;  ///< those that occur, in the order of the schema
  std::size_t known = 0;                 ///< entries with a claim that counts
  std::size_t unknown = 0;               ///< entries that nobody looked at
};

struct Comparison {
  std::vector<ComparisonRow> rows;      ///< on which at least one entry has a claim, in the order of the schema
  std::vector<FieldIndex> silent_rows;  ///< on which none has
};

/// Compares `entries` of one collection side by side in the fields of one group of the schema that are compared.
///
/// `chosen_field` and `chosen_option` are what the entries have in common (the level): a claim that is limited to other
/// levels does not count, and a row that does not apply to the option is left out. An entry without a claim counts as
/// unknown, never as "nee". Rows point into the site.
Comparison compare(const Site& site, const std::vector<EntryNumber>& entries, std::uint16_t collection,
                   std::uint16_t group, FieldIndex chosen_field, std::uint16_t chosen_option);

/// One kind of support over `entries`, whatever their level.
ComparisonRow compared_row(const Site& site, const std::vector<EntryNumber>& entries, FieldIndex field);

/// How many entries of the collection have a claim that says yes or partly.
std::size_t count_offering(const Site& site, std::uint16_t collection, FieldIndex field);

/// A few entries side by side, for every field that is compared.
struct SideBySide {
  struct Row {
    FieldIndex field = 0;
    bool differs = false;  ///< two entries give different answers; one of which nothing is known gives none
  };
  std::vector<Row> rows;                ///< on which at least one entry has a claim, in the order of the schema
  std::vector<FieldIndex> silent_rows;  ///< on which none has, though it applies to at least one
};
SideBySide side_by_side(const Site& site, const std::vector<EntryNumber>& entries, std::uint16_t collection);

/// Whether the schema compares anything in this group.
bool is_compared(const Schema& schema, std::uint16_t group);

}  // namespace wegwijs
