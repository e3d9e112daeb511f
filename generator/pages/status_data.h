#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds `statuses`: the words in which the entries of a collection say what sources say, for legends and scripts.
void add_status_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                     std::vector<Member>& members);
void add_status_shape(const ShapeScope& scope, DataShape& shape);

}  // namespace wegwijs
