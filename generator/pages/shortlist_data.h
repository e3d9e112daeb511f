#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds where readers take the entries of a collection that they put on their list: `shortlist`. Null when the
/// collection has no page to compare them on.
void add_shortlist_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                        std::vector<Member>& members);
void add_shortlist_shape(DataShape& shape);

}  // namespace wegwijs
