#pragma once

#include <string>
#include <vector>

#include "pipeline/findings.h"
#include "pipeline/reachable_places.h"
#include "products/product.h"

namespace wegwijs {

/// Reports what a finder wants to fetch, the files that say where postcodes lie, when none of them is there.
void check_fetched_files(const ProductContext& context, const ReachablePlaces& places, Diagnostics& diagnostics);

/// Notes every picture and document that no page links to and no finder fetches.
void note_unlinked_files(const ContentFiles& content, const FileTree& sources, const Site& site,
                         const PageFindings& findings, Diagnostics& diagnostics);

}  // namespace wegwijs
