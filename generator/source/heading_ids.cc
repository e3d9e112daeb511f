#include "source/heading_ids.h"

#include <algorithm>

#include "text/slug.h"

namespace wegwijs {

std::string HeadingIds::id_for(std::string_view heading) {
  std::string slug = slug_for(heading);
  if (slug.empty()) slug = "kop";
  // The ids of footnotes begin so; a heading "Voetnoot 1" must not take one of them.
  const bool is_reserved = slug.starts_with("voetnoot") || slug.starts_with("bij-voetnoot") ||
                           (targets_ != nullptr && targets_->is_reserved_id(slug));
  if (is_reserved) slug.insert(0, "kop-");
  std::string id = slug;
  // Counts on from the last number: thousands of equal headings would else be tried one by one for each.
  for (int& number = last_numbers_[slug]; !ids_.insert(id).second;) {
    number = std::max(number, 1) + 1;
    id = slug + "-" + std::to_string(number);
  }
  return id;
}

}  // namespace wegwijs
