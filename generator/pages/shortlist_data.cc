#include "pages/shortlist_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "views/moments.h"

namespace wegwijs {
namespace {

/// The comparison of which readers fill the columns; null when there is none.
const ComparisonRule* comparison_of(const Collection& collection) {
  const std::vector<ComparisonRule>& rules = collection.rule->comparisons;
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [](const ComparisonRule& one) { return !one.index_address.text.empty(); });
  return found == rules.end() ? nullptr : &*found;
}

/// The calendar file with the days of all entries of `compared` that are still to come; empty when there are none.
std::string calendar_of(const PageContext& context, const Collection& compared) {
  const Site& site = context.site;
  const auto place = static_cast<std::uint16_t>(&compared - site.collections.data());
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    const Collection& one = site.collections[index];
    const auto collection = static_cast<std::uint16_t>(index);
    if (one.is_switched_off() || !is_shown_in(site, collection, place)) continue;
    const bool has_days = std::any_of(one.entries.begin(), one.entries.end(), [&](const Entry& entry) {
      return date_of(entry, one.schema, Role::date).value_or(Date{}) >= context.today;
    });
    if (has_days) return calendar_file_of_all(site, collection);
  }
  return {};
}

/// The id of the field with a role; null when the schema has none.
Data field_with(const Schema& schema, Role role) {
  const std::optional<FieldIndex> field = schema.find(role);
  return field ? Data::text(schema.fields[*field].id) : Data();
}

}  // namespace

void add_shortlist_data(const PageContext& context, DataArena& arena, std::vector<Member>& members) {
  const auto compared = std::find_if(context.site.collections.begin(), context.site.collections.end(),
                                     [](const Collection& one) { return comparison_of(one) != nullptr; });
  if (compared == context.site.collections.end()) {
    members.push_back({"shortlist"_name, {}});
    return;
  }
  const CollectionRule& rule = *compared->rule;
  const ComparisonRule* comparison = comparison_of(*compared);
  const std::string calendar = calendar_of(context, *compared);
  const auto finder = std::find_if(rule.listings.begin(), rule.listings.end(),
                                   [](const ListingRule& one) { return one.finder.has_value(); });
  const auto text = [](const std::string& address) { return address.empty() ? Data() : Data::text(address); };
  members.push_back(
      {"shortlist"_name,
       arena.map(
           {{"entry_address"_name, text(rule.address.text)},
            {"comparison_address"_name, text(comparison->index_address.text)},
            {"questions_address"_name, text(rule.questions.address.text)},
            {"finder_address"_name, finder == rule.listings.end() ? Data() : text(finder->address.text)},
            {"places_address"_name, finder == rule.listings.end() ? Data() : text(finder->finder->places_address.text)},
            {"calendar_address"_name, calendar.empty() ? Data() : arena.text(calendar)},
            {"name_field"_name, field_with(compared->schema, Role::title)},
            {"short_name_field"_name, field_with(compared->schema, Role::short_name)}})});
}

void add_shortlist_shape(DataShape& shape) {
  shape.set("shortlist", texts_shape({"entry_address", "comparison_address", "questions_address", "finder_address",
                                      "places_address", "calendar_address", "name_field", "short_name_field"}));
}

}  // namespace wegwijs
