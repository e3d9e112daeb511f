#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// What a template is told of how to meet an entry: `phone`, `phone_link` and `is_shared_phone` (others of its
/// collection have the same number), and the first day that is still to come on which it can be visited (`day`, `iso`,
/// `title`, `from`). Each is absent when it is not known.
Data visit_data(const PageContext& context, EntryNumber number, DataArena& arena);
DataShape visit_shape(const ShapeScope& scope);

}  // namespace wegwijs
