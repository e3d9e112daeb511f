#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what a template is told about one kind of support at all entries of its collection: `topic`.
void add_topic_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                    std::vector<Member>& members);
void add_topic_shape(const ShapeScope& scope, DataShape& shape);

/// The way to every topic of the site, by group of its schema, as seen from the page at `address`.
Data topic_links(const PageContext& context, std::string_view address, DataArena& arena);
DataShape topic_links_shape(const ShapeScope& scope);

}  // namespace wegwijs
