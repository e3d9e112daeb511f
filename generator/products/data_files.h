#pragma once

#include "products/product.h"

namespace wegwijs {

/// The data files of all tables that have a page, as their authors wrote them, below that page
/// ("/tabellen/onderzoeken/onderzoeken.csv").
void plan_data_files(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
