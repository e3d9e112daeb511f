#include "pages/page_kind.h"
#include "pages/topic_data.h"
#include "views/comparison.h"

namespace wegwijs {
namespace {

/// One kind of support at all entries of its collection.
class TopicPage final : public PageKind {
 public:
  std::string_view name() const override { return "topic"; }
  BilingualText in_words() const override { return {"een onderwerp", "a topic"}; }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 1> members{"topic"};
    return members;
  }

  void plan(PagePlanner& planner) const override {
    for (std::size_t collection = 0; collection < planner.site().collections.size(); ++collection) {
      for (const TopicRule& rule : planner.site().collections[collection].rule->topics)
        plan_topics(rule, static_cast<std::uint16_t>(collection), planner);
    }
  }

  std::string address(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    return with_name_filled_in(plan.topics[key.group].rule->address.text, "onderwerp",
                               address_word(field(site, plan, key).id));
  }
  NamedTemplate page_template(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    const SettingText& named = plan.topics[key.group].rule->page_template;
    return {named.text, named.where};
  }
  std::string title(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    return filled_in(site, plan, key, plan.topics[key.group].rule->title);
  }
  std::string summary(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    return filled_in(site, plan, key, plan.topics[key.group].rule->summary);
  }
  SourceSpan origin(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.topics[key.group].rule->address.where;
  }
  std::optional<AddressSetting> address_setting(const Site& /*site*/, const PagePlan& plan,
                                                const PageKey& key) const override {
    const auto& rule = *plan.topics[key.group].rule;
    return AddressSetting{rule.address, {"de reeks onderwerpen", "the topics"}, rule.title};
  }
  std::optional<std::uint16_t> collection(const PagePlan& plan, const PageKey& key) const override {
    return plan.topics[key.group].collection;
  }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                std::vector<Member>& members) const override {
    add_topic_data(context, key, arena, notes, members);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_topic_shape(scope, shape);
  }

  /// Found by the name of the row in the words of the field, and by what to ask.
  void note_search_text(const PageContext& context, const PageKey& key, PageNotes& notes) const override {
    const Field& about = field(context.site, context.plan, key);
    const auto add = [&](const Label& label, SearchField where, bool is_shown) {
      const std::string_view text = label.in(context.site.settings.language);
      if (!text.empty()) notes.search.lines.push_back({std::string(text), where, is_shown});
    };
    add(about.help, SearchField::heading, true);
    add(about.question, SearchField::line, true);
    add(about.label, SearchField::title, false);
    add(about.plain_or_label(), SearchField::title, false);
  }

 private:
  static const Field& field(const Site& site, const PagePlan& plan, const PageKey& key) {
    const PlannedTopics& planned = plan.topics[key.group];
    return site.collections[planned.collection].schema.fields[planned.topics[key.number].field];
  }

  static std::string filled_in(const Site& site, const PagePlan& plan, const PageKey& key, std::string_view text) {
    return with_name_filled_in(text, "onderwerp", field(site, plan, key).plain_or_label().in(site.settings.language));
  }

  void plan_topics(const TopicRule& rule, std::uint16_t collection, PagePlanner& planner) const {
    const Schema& schema = planner.site().collections[collection].schema;
    PlannedTopics planned{&rule, collection, {}};
    for (std::size_t index = 0; index < schema.fields.size(); ++index) {
      const auto field = static_cast<FieldIndex>(index);
      if (!schema.fields[index].compare) continue;
      const std::size_t offering = count_offering(planner.site(), collection, field);
      if (offering >= rule.at_least) {
        planned.topics.push_back({field, offering});
      } else {
        note_absent(rule, schema.fields[index], offering, planner.plan());
      }
    }
    if (!planner.has_room_for(planned.topics.size(), rule.address.where)) return;
    std::vector<PlannedTopics>& all = planner.plan().topics;
    const auto number = static_cast<std::uint16_t>(all.size());
    const auto count = static_cast<std::uint32_t>(planned.topics.size());
    all.push_back(std::move(planned));
    for (std::uint32_t topic = 0; topic < count; ++topic)
      planner.add({this, number, topic, no_part}, rule.address.where);
  }

  static void note_absent(const TopicRule& rule, const Field& topic, std::size_t offering, PagePlan& plan) {
    const std::string count = std::to_string(offering);
    const std::string needed = std::to_string(rule.at_least);
    plan.absent.add(
        with_name_filled_in(rule.address.text, "onderwerp", address_word(topic.id)),
        {nullptr,
         {"'" + topic.label.nl + "' (" + count + " van de " + needed + " die nodig zijn)",
          "'" + std::string(topic.label.in(Language::en)) + "' (" + count + " of the " + needed + " needed)"}});
  }
};

}  // namespace

const PageKind& topic_page() {
  static const TopicPage kind;
  return kind;
}

}  // namespace wegwijs
