#pragma once

#include "products/product.h"

namespace wegwijs {

/// `sitemap.xml` (sitemaps.org protocol) with every page that readers can arrive at, and the `robots.txt` that names
/// it.
void plan_sitemap(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
