#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// What every page is told, whatever its kind.
std::vector<Member> frame_data(const PageContext& context, const PageKey& key, DataArena& arena);
DataShape frame_shape(const ShapeScope& scope);

}  // namespace wegwijs
