#pragma once

#include "products/product.h"

namespace wegwijs {

/// The calendar files of every collection with `agenda` in the settings: one per entry with a date
/// ("/kalender/aanmelden.ics"), and one with all dates that are not past ("/kalender/alles.ics"),
/// when there are any.
void plan_calendar_files(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
