#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what the page of a form is told: every topic with what the site says of the entry now. `key` is of the kind
/// `form`; its number is `no_part` for an entry that is not here yet.
void add_form_data(const PageContext& context, const PageKey& key, DataArena& arena, std::vector<Member>& members);
void add_form_shape(const ShapeScope& scope, DataShape& shape);

}  // namespace wegwijs
