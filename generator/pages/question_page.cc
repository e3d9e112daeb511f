#include "pages/page_kind.h"
#include "pages/question_data.h"
#include "pages/status_data.h"

namespace wegwijs {
namespace {

/// What to ask the entries of a collection, where nothing is known.
class QuestionPage final : public PageKind {
 public:
  std::string_view name() const override { return "questions"; }
  BilingualText in_words() const override { return {"de pagina met vragen", "the page with questions"}; }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 1> members{"question_groups"};
    return members;
  }

  void plan(PagePlanner& planner) const override {
    for (std::size_t number = 0; number < planner.site().collections.size(); ++number) {
      const SettingText& address = planner.site().collections[number].rule->questions.address;
      if (!address.text.empty()) planner.add({this, static_cast<std::uint16_t>(number), 0, no_part}, address.where);
    }
  }

  std::string address(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return rule(site, key).address.text;
  }
  NamedTemplate page_template(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return {rule(site, key).page_template.text, rule(site, key).page_template.where};
  }
  std::string title(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return rule(site, key).title;
  }
  std::string summary(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return rule(site, key).summary;
  }
  SourceSpan origin(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return rule(site, key).address.where;
  }
  std::optional<std::uint16_t> collection(const PagePlan& /*plan*/, const PageKey& key) const override {
    return key.group;
  }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& /*notes*/,
                std::vector<Member>& members) const override {
    add_question_data(context, key.group, arena, members);
    add_status_data(context, key.group, arena, members);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_question_shape(scope, shape);
    add_status_shape(scope, shape);
  }

 private:
  static const QuestionsRule& rule(const Site& site, const PageKey& key) {
    return site.collections[key.group].rule->questions;
  }
};

}  // namespace

const PageKind& question_page() {
  static const QuestionPage kind;
  return kind;
}

}  // namespace wegwijs
