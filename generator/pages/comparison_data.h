#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what a template is told about one group of support at the entries with one value: `comparison`.
void add_comparison_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                         std::vector<Member>& members);
void add_comparison_shape(const ShapeScope& scope, DataShape& shape);

/// Adds the links to all comparisons of one rule, by group: `comparisons`.
void add_comparison_index_data(const PageContext& context, const PageKey& key, DataArena& arena,
                               std::vector<Member>& members);
void add_comparison_index_shape(const ShapeScope& scope, DataShape& shape);

}  // namespace wegwijs
