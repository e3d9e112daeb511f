#pragma once

#include "products/product.h"

namespace wegwijs {

/// Adds the static files of the theme ("/css/wegwijs.css"), joined from their parts (files/theme_files.h).
void plan_static_files(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
