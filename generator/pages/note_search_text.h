#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Fills `notes.search` from the page itself: title, summary, the fields with `search: true` in the words that readers
/// see, and the names of the glossary terms that lead to it. The text of the body is already there when the data of the
/// page were made.
///
/// Left empty for pages that nobody looks for: redirects, comparisons of one level (their overview is found), lists of
/// more than one collection, the home page and pages outside the folders of the site.
void note_search_text(const PageContext& context, const PageKey& key, PageNotes& notes);

}  // namespace wegwijs
