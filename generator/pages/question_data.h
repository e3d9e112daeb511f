#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what a collection can tell of support, by group of the schema, with the question to ask where nothing is known:
/// `question_groups`.
void add_question_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                       std::vector<Member>& members);
void add_question_shape(const ShapeScope& scope, DataShape& shape);

}  // namespace wegwijs
