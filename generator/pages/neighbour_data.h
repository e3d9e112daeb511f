#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds the entry beside those of the same level in the same area, ready to read: `neighbours`. Null when no comparison
/// of its collection has neighbours, or when this entry has none.
void add_neighbour_data(const PageContext& context, EntryNumber number, DataArena& arena, PageNotes& notes,
                        std::vector<Member>& members);
void add_neighbour_shape(const ShapeScope& scope, DataShape& shape);

}  // namespace wegwijs
