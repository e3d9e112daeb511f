#pragma once

#include "pages/page_data.h"
#include "views/facets.h"

namespace wegwijs {

/// What a template is told of the choices by which readers narrow a list of `collection`: `listing.finder`.
Data finder_data(const PageContext& context, std::uint16_t collection, const FinderRule& rule, const Facets& facets,
                 DataArena& arena);
DataShape finder_shape();

/// What an entry has of the facets, for a script that narrows the list without asking the server: `finder_choices`,
/// "niveaus:havo gebied:zuid", and `finder_claims`, "dyslexie:ja:havo,vwo:o lift:nee" with, by position, row, status,
/// the levels that the claim is limited to, and marks: `v` sources differ, `o` old, `j` limited to some years. A row
/// that does not apply to the entry is "lwo:nvt"; one that nobody looked at is absent.
std::string finder_choices(const Site& site, EntryNumber number, const Facets& facets);
std::string finder_claims(const Site& site, EntryNumber number, const Facets& facets, Date today);

}  // namespace wegwijs
