#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what readers find the page of an entry by: the fields with `search: true`, the names of the terms that refer to
/// it, and the days that are shown on it. A text with the mistakes of its Markdown is read once for the page and for
/// the search.
void note_entry_search_text(const PageContext& context, EntryNumber number, PageNotes& notes);

}  // namespace wegwijs
