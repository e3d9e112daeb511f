#pragma once

#include <string_view>

#include "model/settings.h"
#include "model/site.h"

namespace wegwijs {

/// The postcode from which readers reckon their distance to an entry. Null: the finder asks for none, or the entry has
/// none.
const WrittenText* postcode_of(const Entry& entry, const Schema& schema, const FinderRule& finder);

/// What says where a postcode lies, as the tables of places have it: "1017" of "1017 RV".
std::string_view place_of_postcode(std::string_view postcode);

}  // namespace wegwijs
