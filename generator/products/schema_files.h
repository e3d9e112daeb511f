#pragma once

#include "products/product.h"

namespace wegwijs {

/// JSON Schemas (draft-07): `/schema/<collection>.json` of the source files of each collection, for editors, and
/// `/schema/data/<collection>.json` of what is published as data.
void plan_schema_files(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
