#include "pages/shortlist_data.h"

#include <algorithm>

#include "pages/field_data.h"

namespace wegwijs {

void add_shortlist_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                        std::vector<Member>& members) {
  const CollectionRule& rule = *context.site.collections[collection].rule;
  const auto comparison = std::find_if(rule.comparisons.begin(), rule.comparisons.end(),
                                       [](const ComparisonRule& one) { return !one.index_address.text.empty(); });
  if (comparison == rule.comparisons.end()) {
    members.push_back({"shortlist"_name, {}});
    return;
  }
  const auto finder = std::find_if(rule.listings.begin(), rule.listings.end(),
                                   [](const ListingRule& one) { return one.finder.has_value(); });
  const auto text = [](const std::string& address) { return address.empty() ? Data() : Data::text(address); };
  members.push_back(
      {"shortlist"_name,
       arena.map({{"entry_address"_name, text(rule.address.text)},
                  {"comparison_address"_name, text(comparison->index_address.text)},
                  {"questions_address"_name, text(rule.questions.address.text)},
                  {"finder_address"_name, finder == rule.listings.end() ? Data() : text(finder->address.text)}})});
}

void add_shortlist_shape(DataShape& shape) {
  shape.set("shortlist", texts_shape({"entry_address", "comparison_address", "questions_address", "finder_address"}));
}

}  // namespace wegwijs
