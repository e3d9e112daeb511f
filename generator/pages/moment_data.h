#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// What a template is told of one dated entry that has no page of its own: when, where, and the fields of its groups.
Data moment_data(const PageContext& context, EntryNumber number, DataArena& arena, PageNotes& notes);
DataShape moment_shape(const ShapeScope& scope);

/// What holds for all dated entries of a collection: who said so, when that was read, and their calendar file.
Data moments_data(const PageContext& context, std::uint16_t collection, DataArena& arena);
DataShape moments_shape(const ShapeScope& scope);

/// The dated entries of other collections that are shown on the page of `entry`, by collection. A collection that is
/// switched off is left out; one without entries here is told, with an empty list.
Data moments_here(const PageContext& context, EntryNumber entry, DataArena& arena, PageNotes& notes);
DataShape moments_here_shape(const ShapeScope& scope);

}  // namespace wegwijs
