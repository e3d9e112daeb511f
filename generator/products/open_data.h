#pragma once

#include "products/product.h"

namespace wegwijs {

/// The data of every collection with `open_data` in the settings: each entry beside its page
/// ("/scholen/de-brug/index.json"), and all of them in one file ("/data/scholen.json").
void plan_open_data(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
