#pragma once

#include "pages/page_data.h"
#include "pipeline/findings.h"

namespace wegwijs {

/// Reads the texts of the entries that are not published today and finds what a page of theirs would: the mistakes in
/// them, and their links within the site. Links to a place on the same page are left out, because that page is not
/// made.
PageFindings read_withheld_texts(const PageContext& context);

}  // namespace wegwijs
