#pragma once

#include "products/product.h"

namespace wegwijs {

/// Adds the static files of the theme ("/css/wegwijs.css"): scripts and style sheets without their comments
/// (text/comment_lines.h), all others as they are.
void plan_static_files(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
