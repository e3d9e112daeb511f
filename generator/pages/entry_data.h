#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what the template called `page_template` is told about one entry: `entry`, `body`, `headings`, `has_contents`.
void add_entry_data(const PageContext& context, EntryNumber number, std::string_view page_template, DataArena& arena,
                    PageNotes& notes, std::vector<Member>& members);
void add_entry_shape(const ShapeScope& scope, DataShape& shape);

/// Whether the entry says of itself that it is invented.
bool is_example(const Entry& entry, const Schema& schema);

}  // namespace wegwijs
