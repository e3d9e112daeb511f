#include <array>

#include "products/calendar_files.h"
#include "products/data_files.h"
#include "products/feed.h"
#include "products/open_data.h"
#include "products/schema_files.h"
#include "products/server_files.h"
#include "products/sitemap.h"

namespace wegwijs {

std::vector<Product> plan_products(const ProductContext& context) {
  constexpr std::array kinds{plan_calendar_files, plan_open_data, plan_schema_files, plan_server_files,
                             plan_data_files,     plan_feeds,     plan_sitemap};
  std::vector<Product> products;
  for (const PlanProducts plan : kinds) {
    const std::size_t first = products.size();
    const RecordReads reads(context.site.records);
    plan(context, products);
    const auto planned_from = std::make_shared<const std::vector<RecordRange>>(reads.ranges());
    for (std::size_t number = first; number < products.size(); ++number) products[number].planned_from = planned_from;
  }
  return products;
}

}  // namespace wegwijs
