#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what a template is told about a list of entries: `listing`.
void add_listing_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                      std::vector<Member>& members);
void add_listing_shape(const ShapeScope& scope, DataShape& shape);

}  // namespace wegwijs
