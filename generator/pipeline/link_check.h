#pragma once

#include <functional>
#include <string>
#include <vector>

#include "files/digest.h"
#include "pipeline/findings.h"
#include "pipeline/reachable_places.h"
#include "products/product.h"

namespace wegwijs {

/// Gives the ids of the headings and other places on the page at an address.
using IdsOfPage = std::function<std::vector<std::string>(const std::string& address)>;

/// What a check of links knows for the next one. A remembered block (`BlockLinks::is_remembered`) has the number that
/// it had.
struct JudgedLinks {
  Digest reached;                ///< `ReachablePlaces::digest`
  std::vector<bool> remarkable;  ///< by block of links: whether something was to be said, or could have been
};

/// Reports every link within the site that leads to nothing in `places`. `ids_of` is asked for pages that a link to a
/// missing place leads to. Links to what could not be read are left out (unread_pages.h). A dead link in the menu is
/// reported once, at its line in the settings. A link to a page that is absent today is a warning, and one to a page
/// that leaves soon a note. `before`: what the last check of the same plan left; a remembered block that was nothing
/// then is nothing now when what links may reach is the same.
JudgedLinks check_links(const PageFindings& findings, const ProductContext& context, const ReachablePlaces& places,
                        const IdsOfPage& ids_of, const JudgedLinks& before, Diagnostics& diagnostics);

/// The same for the texts of entries that are not published today (`withheld`), whose mistakes are at most warnings.
void check_links_of_withheld(PageFindings withheld, const ProductContext& context, const ReachablePlaces& places,
                             const IdsOfPage& ids_of, Diagnostics& diagnostics);

}  // namespace wegwijs
