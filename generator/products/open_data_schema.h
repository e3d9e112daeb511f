#pragma once

#include <string>

#include "model/site.h"

namespace wegwijs {

/// The form of the published data of one collection as a JSON Schema (draft-07): of one entry as `open_data_entry`
/// writes it, and, under `definitions/bestand`, of the file of all entries.
std::string open_data_schema(const Site& site, const Collection& collection, std::string_view address);

}  // namespace wegwijs
