#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// What the partial of a table is told, as themes/README.md describes it: the table in `field` of `entry`.
Data table_data(const Table& table, const Field& field, EntryNumber entry, const PageContext& context,
                DataArena& arena);
DataShape table_shape(const ShapeScope& scope);

}  // namespace wegwijs
