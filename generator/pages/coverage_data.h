#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// What a template is told of how much is known of a collection, by topic and level and by area and level, for the team
/// that fills it: `listing.coverage`. Null for a collection without topics or levels.
Data coverage_data(const PageContext& context, std::uint16_t collection, DataArena& arena);
DataShape coverage_shape(const ShapeScope& scope);

}  // namespace wegwijs
