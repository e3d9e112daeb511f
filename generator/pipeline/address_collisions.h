#pragma once

#include "products/product.h"

namespace wegwijs {

/// Reports what could not be written: two made files at one path, or a file where another one needs a folder. `made`
/// are the products, `copied` the files that are published as they are, and `of_search` the addresses of the search.
/// After this every path of the site can be written.
void report_address_collisions(const ProductContext& context, const std::vector<Product>& made,
                               const std::vector<Product>& copied, const std::vector<std::string>& of_search,
                               Diagnostics& diagnostics);

}  // namespace wegwijs
