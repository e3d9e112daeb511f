#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// Of how many entries a source says something on a topic, and to how many it applies.
struct Coverage {
  std::size_t known = 0;
  std::size_t all = 0;
};

/// By which fields the coverage of a collection is divided: the levels that claims can be limited to, and the field that
/// divides the long lists of its comparisons. Empty: it is not divided so.
struct CoverageFields {
  std::optional<FieldIndex> level;
  std::optional<FieldIndex> area;
};
CoverageFields coverage_fields(const Collection& collection);

/// The topics of a collection, in the order of its schema.
std::vector<FieldIndex> topics_of(const Schema& schema);

/// One topic at some entries.
Coverage coverage(const Site& site, std::span<const EntryNumber> entries, FieldIndex topic);

/// The entries with one option of a field; without `option` those of which the field is not known; without `field` all.
std::vector<EntryNumber> entries_of_part(const Site& site, std::span<const EntryNumber> entries,
                                         std::optional<FieldIndex> field, std::optional<std::uint16_t> option);

}  // namespace wegwijs
