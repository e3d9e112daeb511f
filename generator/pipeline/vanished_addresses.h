#pragma once

#include <string>
#include <vector>

#include "products/product.h"

namespace wegwijs {

/// Reports the addresses of readers that were published before (`previous`, paths of files as in the manifest) and that
/// neither a page, a redirect nor a file answers now, with what to write so that old links keep working. What is only
/// not published today (a draft, an expired page) is left out. `files` are the addresses beside the pages, sorted.
void report_vanished_addresses(const std::vector<std::string>& previous, const ProductContext& context,
                               const std::vector<std::string>& files, Diagnostics& diagnostics);

}  // namespace wegwijs
