#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds where readers take the entries that they put on their list: `shortlist`. Null when the site has no page
/// to compare them on.
void add_shortlist_data(const PageContext& context, DataArena& arena, std::vector<Member>& members);
void add_shortlist_shape(const ShapeScope& scope, DataShape& shape);

}  // namespace wegwijs
