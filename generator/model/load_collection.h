#pragma once

#include <vector>

#include "files/file_tree.h"
#include "model/load_site.h"
#include "model/site.h"

namespace wegwijs {

/// Reads the schema of the collection of `rule` and all its entries, in their order. Those that are not published today
/// are told in `withheld`. Every mistake is reported. `memory` may be null.
Collection load_collection(const FileTree& sources, const BuildFacts& facts, const CollectionRule& rule,
                           const LoadMemory* memory, std::vector<WithheldEntry>& withheld, Diagnostics& diagnostics);

}  // namespace wegwijs
