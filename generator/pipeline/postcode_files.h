#pragma once

#include <string>
#include <vector>

#include "pipeline/reachable_places.h"
#include "products/content_files.h"
#include "products/product.h"

namespace wegwijs {

// The files that say where postcodes lie, one for each first digit. A page of a finder fetches them when a reader gives
// a postcode, and no page links to them.

/// Where they may be: "/bestanden/postcodes/1.csv" and so on for every finder of the site.
std::vector<std::string> postcode_addresses(const Site& site);

/// Reports a finder of which none of these files is there, what cannot be read in them, and the postcode of every entry
/// that stands in none of them: such an entry would have no distance, and nobody would know why.
void check_postcode_files(const ProductContext& context, const ReachablePlaces& places, const ContentFiles& content,
                          const FileTree& sources, Diagnostics& diagnostics);

}  // namespace wegwijs
