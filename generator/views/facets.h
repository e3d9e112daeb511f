#pragma once

#include <span>
#include <vector>

#include "model/site.h"

namespace wegwijs {

struct FacetOption {
  std::uint16_t option = 0;
  std::size_t entries = 0;
};

/// A field with options by which a list can be narrowed.
struct ChoiceFacet {
  FieldIndex field = 0;
  std::vector<FacetOption> options;  ///< all of them, in the order of the schema, also those that no entry has
  std::size_t not_looked_at = 0;     ///< entries that do not give the field
};

/// A kind of support by which a list can be narrowed.
struct ClaimFacet {
  FieldIndex field = 0;
  std::size_t stated = 0;   ///< entries of which a source says ja or deels, or mentions it, for any pupils
  std::size_t spoken = 0;   ///< entries of which a source says anything, "no" too
  std::size_t unknown = 0;  ///< entries to which it applies: nobody looked, or a source was read and is silent
};

struct Facets {
  std::vector<ChoiceFacet> choices;
  std::vector<ClaimFacet> claims;
};

/// What the entries of one collection can be narrowed by, in the order of the schema: the fields with `facet: true`,
/// and the topics of support that at least `least_stated` entries state; with 0, those of which any entry says
/// something.
Facets facets(const Site& site, std::span<const EntryNumber> entries, std::uint16_t collection,
              std::size_t least_stated);

}  // namespace wegwijs
