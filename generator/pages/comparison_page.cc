#include "pages/comparison_data.h"
#include "pages/page_kind.h"
#include "views/comparison.h"
#include "views/neighbours.h"

namespace wegwijs {
namespace {

/// One group of the schema at the entries with one value: "extra ondersteuning in de klas, havo". The comparisons that
/// its pages are of are planned with their overviews.
class ComparisonPage final : public PageKind {
 public:
  std::string_view name() const override { return "comparison"; }
  BilingualText in_words() const override { return {"een vergelijking", "a comparison"}; }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 1> members{"comparison"};
    return members;
  }

  void plan(PagePlanner& planner) const override {
    for (std::size_t number = 0; number < planner.plan().comparisons.size(); ++number) {
      const PlannedComparison comparison = planner.plan().comparisons[number];
      for (const std::uint16_t group : comparison.groups) {
        for (const std::uint16_t option : comparison.options)
          planner.add({this, static_cast<std::uint16_t>(number), group, option}, comparison.rule->address.where);
      }
    }
  }

  std::string address(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    const ComparisonRule& rule = *plan.comparisons[key.group].rule;
    const std::string with_group =
        with_name_filled_in(rule.address.text, "groep", address_word(group(site, plan, key).id));
    return with_name_filled_in(with_group, rule.field(), option(site, plan, key).id);
  }
  NamedTemplate page_template(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    const SettingText& named = plan.comparisons[key.group].rule->page_template;
    return {named.text, named.where};
  }
  std::string title(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    return filled_in(site, plan, key, plan.comparisons[key.group].rule->title);
  }
  std::string summary(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    return filled_in(site, plan, key, plan.comparisons[key.group].rule->summary);
  }
  SourceSpan origin(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.comparisons[key.group].rule->address.where;
  }
  std::optional<AddressSetting> address_setting(const Site& /*site*/, const PagePlan& plan,
                                                const PageKey& key) const override {
    const auto& rule = *plan.comparisons[key.group].rule;
    return AddressSetting{rule.address, {"de vergelijking", "the comparison"}, rule.title};
  }
  std::optional<std::uint16_t> collection(const PagePlan& plan, const PageKey& key) const override {
    return plan.comparisons[key.group].collection;
  }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                std::vector<Member>& members) const override {
    add_comparison_data(context, key, arena, notes, members);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_comparison_shape(scope, shape);
  }

  /// Readers find its overview, and the rows.
  bool is_looked_for(const PageContext& /*context*/, const PageKey& /*key*/) const override { return false; }

 private:
  static const Group& group(const Site& site, const PagePlan& plan, const PageKey& key) {
    return site.collections[plan.comparisons[key.group].collection].schema.groups[key.number];
  }
  static const Option& option(const Site& site, const PagePlan& plan, const PageKey& key) {
    const PlannedComparison& comparison = plan.comparisons[key.group];
    return site.collections[comparison.collection].schema.fields[comparison.field].options[key.part];
  }

  static std::string filled_in(const Site& site, const PagePlan& plan, const PageKey& key, std::string_view text) {
    const Language language = site.settings.language;
    const Group& about = group(site, plan, key);
    const Label& words = about.plain.empty() ? about.label : about.plain;
    return with_name_filled_in(with_name_filled_in(text, "groep", words.in(language)),
                               plan.comparisons[key.group].rule->field(), option(site, plan, key).label.in(language));
  }
};

}  // namespace

const PageKind& comparison_page() {
  static const ComparisonPage kind;
  return kind;
}

}  // namespace wegwijs
