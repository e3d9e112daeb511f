#include "products/static_files.h"

#include "files/theme_files.h"
#include "source/web_address.h"

namespace wegwijs {

void plan_static_files(const ProductContext& context, std::vector<Product>& products) {
  for (ThemeFile& file : theme_files(context.sources)) {
    std::string address = address_of_path(file.path);
    const SourceSpan origin{file.parts.front(), 0, 0};
    const auto make = [&sources = context.sources, file = std::move(file)] { return published_bytes(sources, file); };
    products.push_back({std::move(address), origin, make, false, FilesRead::of_theme});
  }
}

}  // namespace wegwijs
