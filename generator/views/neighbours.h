#pragma once

#include <vector>

#include "model/site.h"

namespace wegwijs {

/// At most this many entries are beside the one that a page is about: with it, four fit beside each other on a phone.
inline constexpr std::size_t most_neighbours = 3;

/// For every entry of a collection, by its number, the entries to compare it with: at most `most_neighbours`, that have
/// the same option in `area` and share an option of `level`. Those of which most is known come first, then those that
/// are first in the collection: an entry of which nothing is known has nothing to compare. An entry without an area
/// has none.
///
/// Takes time in proportion to the number of entries: every pair of area and level keeps its few best-known entries,
/// and an entry looks at those of its own levels only.
std::vector<std::vector<EntryNumber>> neighbours(const Site& site, std::uint16_t collection, FieldIndex level,
                                                 FieldIndex area);

}  // namespace wegwijs
