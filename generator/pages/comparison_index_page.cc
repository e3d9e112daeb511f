#include "pages/comparison_data.h"
#include "pages/page_kind.h"
#include "pages/question_data.h"
#include "pages/status_data.h"
#include "text/distinct_words.h"
#include "views/comparison.h"
#include "views/neighbours.h"

namespace wegwijs {
namespace {

/// The overview of the comparisons of one collection, where readers choose entries and rows of their own.
class ComparisonIndexPage final : public PageKind {
 public:
  std::string_view name() const override { return "comparison-index"; }
  BilingualText in_words() const override {
    return {"het overzicht van vergelijkingen", "the overview of comparisons"};
  }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 1> members{"comparisons"};
    return members;
  }

  void plan(PagePlanner& planner) const override {
    for (std::size_t collection = 0; collection < planner.site().collections.size(); ++collection) {
      for (const ComparisonRule& rule : planner.site().collections[collection].rule->comparisons)
        plan_comparison(rule, static_cast<std::uint16_t>(collection), planner);
    }
  }

  std::string address(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.comparisons[key.group].rule->index_address.text;
  }
  NamedTemplate page_template(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    const SettingText& named = plan.comparisons[key.group].rule->index_template;
    return {named.text, named.where};
  }
  std::string title(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.comparisons[key.group].rule->index_title;
  }
  std::string summary(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.comparisons[key.group].rule->index_summary;
  }
  SourceSpan origin(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.comparisons[key.group].rule->index_address.where;
  }
  std::optional<std::uint16_t> collection(const PagePlan& plan, const PageKey& key) const override {
    return plan.comparisons[key.group].collection;
  }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& /*notes*/,
                std::vector<Member>& members) const override {
    add_comparison_index_data(context, key, arena, members);
    add_question_data(context, *collection(context.plan, key), arena, members);
    add_status_data(context, *collection(context.plan, key), arena, members);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_comparison_index_shape(scope, shape);
    add_question_shape(scope, shape);
    add_status_shape(scope, shape);
  }

  /// The rows that a comparison can show.
  void note_search_text(const PageContext& context, const PageKey& key, PageNotes& notes) const override {
    const Language language = context.site.settings.language;
    for (const Field& field : context.site.collections[*collection(context.plan, key)].schema.fields) {
      if (!field.compare) continue;
      append_separated(notes.search.headings, "\n", field.label.in(language));
      append_separated(notes.search.headings, "\n", field.plain_or_label().in(language));
    }
  }

 private:
  void plan_comparison(const ComparisonRule& rule, std::uint16_t collection, PagePlanner& planner) const {
    const Site& site = planner.site();
    const Schema& schema = site.collections[collection].schema;
    if (schema.fields.empty() || rule.field().empty()) return;
    const std::optional<FieldIndex> field =
        planner.field_with_options(collection, {std::string(rule.field()), rule.address.where});
    if (!field) return;
    PlannedComparison comparison{&rule, collection, *field, {}, {}, planner.options_in_use(collection, *field), {}};
    if (!rule.split_by.text.empty()) comparison.split_by = planner.field_with_options(collection, rule.split_by);
    if (!rule.neighbours_by.text.empty()) {
      const std::optional<FieldIndex> shared = planner.field_with_options(collection, rule.neighbours_by);
      if (shared) comparison.neighbours = neighbours(site, collection, *field, *shared);
    }
    for (std::size_t group = 0; group < schema.groups.size(); ++group) {
      if (is_compared(schema, static_cast<std::uint16_t>(group)))
        comparison.groups.push_back(static_cast<std::uint16_t>(group));
    }
    for (const std::uint16_t group : comparison.groups) {
      const std::string pattern =
          with_name_filled_in(rule.address.text, "groep", address_word(schema.groups[group].id));
      planner.note_unused_options(pattern, rule.field(), collection, *field, comparison.options);
    }
    if (!planner.has_room_for(comparison.groups.size() * comparison.options.size(), rule.address.where)) return;
    std::vector<PlannedComparison>& comparisons = planner.plan().comparisons;
    const auto number = static_cast<std::uint16_t>(comparisons.size());
    comparisons.push_back(std::move(comparison));
    if (!rule.index_address.text.empty()) planner.add({this, number, 0, no_part}, rule.index_address.where);
  }
};

}  // namespace

const PageKind& comparison_index_page() {
  static const ComparisonIndexPage kind;
  return kind;
}

}  // namespace wegwijs
