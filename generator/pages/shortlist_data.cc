#include "pages/shortlist_data.h"

#include <algorithm>

#include "pages/told.h"
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

/// Tells where the reader's own list leads.
struct ShortlistTeller : Teller {
  ShortlistTeller(const PageContext& page_context, const Collection& compared_collection, DataArena& data_arena)
      : Teller(page_context, data_arena),
        compared(compared_collection),
        rule(*compared_collection.rule),
        comparison(*comparison_of(compared_collection)) {
    const auto found = std::find_if(rule.listings.begin(), rule.listings.end(),
                                    [](const ListingRule& one) { return one.finder.has_value(); });
    if (found != rule.listings.end()) finder = &*found;
  }

  /// Points into the site.
  static Data address(const SettingText& address) { return address.text.empty() ? Data() : Data::text(address.text); }
  /// The id of the field with a role; null when the schema has none.
  Data field_with(Role role) const {
    const std::optional<FieldIndex> field = compared.schema.find(role);
    return field ? Data::text(compared.schema.fields[*field].id) : Data();
  }

  const Collection& compared;
  const CollectionRule& rule;
  const ComparisonRule& comparison;
  const ListingRule* finder = nullptr;  ///< null when no list can be narrowed
};

constexpr Told<ShortlistTeller> shortlist_members[] = {
    {"entry_address", as_text, [](ShortlistTeller& one) { return one.address(one.rule.address); }},
    {"comparison_address", as_text, [](ShortlistTeller& one) { return one.address(one.comparison.index_address); }},
    {"questions_address", as_text, [](ShortlistTeller& one) { return one.address(one.rule.questions.address); }},
    {"finder_address", as_text,
     [](ShortlistTeller& one) { return one.finder == nullptr ? Data() : one.address(one.finder->address); }},
    {"places_address", as_text,
     [](ShortlistTeller& one) {
       return one.finder == nullptr ? Data() : one.address(one.finder->finder->places_address);
     }},
    {"calendar_address", as_text,
     [](ShortlistTeller& one) { return one.text(calendar_of(one.context, one.compared)); }},
    {"name_field", as_text, [](ShortlistTeller& one) { return one.field_with(Role::title); }},
    {"short_name_field", as_text, [](ShortlistTeller& one) { return one.field_with(Role::short_name); }},
};

/// The data of every page.
constexpr Told<Teller> shortlist_page_members[] = {
    {"shortlist", as_map<shortlist_members>,
     [](Teller& page) {
       const std::vector<Collection>& all = page.site.collections;
       const auto compared =
           std::find_if(all.begin(), all.end(), [](const Collection& one) { return comparison_of(one) != nullptr; });
       if (compared == all.end()) return Data();
       ShortlistTeller teller(page.context, *compared, page.arena);
       return tell(shortlist_members, teller);
     }},
};

}  // namespace

void add_shortlist_data(const PageContext& context, DataArena& arena, std::vector<Member>& members) {
  Teller teller(context, arena);
  add_told(shortlist_page_members, members, teller);
}

void add_shortlist_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(shortlist_page_members, scope, shape);
}

}  // namespace wegwijs
