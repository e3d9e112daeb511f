#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// The pages of other collections that refer to an entry, by collection: the way back. An entry that refers out of a
/// row also tells what else stands in that row: a result beside the target that it refers to.
Data referred_by(const PageContext& context, EntryNumber entry, DataArena& arena, PageNotes& notes);
DataShape referred_by_shape(const ShapeScope& scope);

}  // namespace wegwijs
