#include "pipeline/told_as_declared.h"

#include <stdexcept>

#include "pages/page_kind.h"

namespace wegwijs {

void ToldAsDeclared::require(const PageContext& context, const PageKey& key, const Data& data) {
  const auto known = shapes_.try_emplace({key.kind, key.group}, DataShape::text());
  DataShape& shape = known.first->second;
  if (known.second) shape = page_shape(context, key);
  const std::string page = context.plan.address(context.site, key);
  if (const std::optional<std::string> path = first_unset(data, shape))
    throw std::logic_error("the template of " + page + " is not told what is declared: " + *path);
  if (const std::optional<std::string> path = first_mismatch(data, shape))
    throw std::logic_error("the template of " + page + " is told what is not declared: " + *path);
}

}  // namespace wegwijs
