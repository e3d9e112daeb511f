#pragma once

#include "pages/page_data.h"
#include "views/facets.h"

namespace wegwijs {

/// What a template is told of the choices by which readers narrow a list of `collection`: `listing.finder`.
Data finder_data(const PageContext& context, std::uint16_t collection, const FinderRule& rule, const Facets& facets,
                 DataArena& arena);
DataShape finder_shape(const ShapeScope& scope);

/// What an entry has of the facets, for a script that narrows the list without asking the server: `finder_choices`,
/// "niveaus:havo gebied:zuid"; and `finder_claims`, "stated: dyslexie:ja:havo,vwo:o lift:deels open: dyslexie@vwo
/// excluded: lwo": by what it answers its rows, and the rows at levels of its own where the answer is another one
/// there; a row that is not named is open. Each row has its claims, by position: status, the levels that the claim is
/// limited to, and marks: `v` sources differ, `o` old, `j` limited to some years.
std::string finder_choices(const Site& site, EntryNumber number, const Facets& facets);
std::string finder_claims(const Site& site, EntryNumber number, const Facets& facets, Date today);

}  // namespace wegwijs
