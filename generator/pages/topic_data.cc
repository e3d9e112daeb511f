#include "pages/topic_data.h"

#include "pages/comparison_row_data.h"
#include "pages/page_kind.h"
#include "views/claims.h"
#include "views/listing.h"

namespace wegwijs {
namespace {

constexpr Told<ComparisonRowTeller, ComparisonRow> topic_page_members[] = {
    {"topic", comparison_row_shape, [](ComparisonRowTeller& one, const ComparisonRow& row) { return one.row(row); }},
};

struct TopicLink {
  const Field* field;
  std::string address;
  std::size_t offering;
};

/// The topics with a page in one group of a schema.
struct TopicGroup {
  const Group* group;
  std::vector<TopicLink> links;
};

/// Tells the way to every topic.
struct TopicLinkTeller : Teller {
  TopicLinkTeller(const PageContext& page_context, std::string_view address, DataArena& data_arena)
      : Teller(page_context, data_arena), seen_from(address) {}

  /// Those in which a topic has a page.
  std::vector<TopicGroup> groups() const {
    std::vector<TopicGroup> all;
    for (std::size_t number = 0; number < context.plan.topics.size(); ++number) {
      const PlannedTopics& planned = context.plan.topics[number];
      const Schema& schema = site.collections[planned.collection].schema;
      const std::size_t first = all.size();
      for (const Group& group : schema.groups) all.push_back({&group, {}});
      for (std::size_t index = 0; index < planned.topics.size(); ++index) {
        const auto& [topic, offering] = planned.topics[index];
        const Field& field = schema.fields[topic];
        if (!field.group) continue;
        const PageKey page{&topic_page(), static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(index)};
        all[first + *field.group].links.push_back({&field, context.plan.address(site, page), offering});
      }
    }
    std::erase_if(all, [](const TopicGroup& group) { return group.links.empty(); });
    return all;
  }

  std::string_view seen_from;  ///< address of the page
};

constexpr Told<TopicLinkTeller, TopicLink> topic_link_members[] = {
    {"text", as_text,
     [](TopicLinkTeller& one, const TopicLink& link) { return one.words(link.field->plain_or_label()); }},
    {"address", as_text, given<&TopicLink::address>},
    {"is_current", as_yes_no,
     [](TopicLinkTeller& one, const TopicLink& link) { return Data::boolean(link.address == one.seen_from); }},
    {"count", as_text, [](TopicLinkTeller& one, const TopicLink& link) { return one.count(link.offering); }},
};

constexpr Told<TopicLinkTeller, TopicGroup> topic_group_members[] = {
    {"label", as_text, [](TopicLinkTeller& one, const TopicGroup& group) { return one.label_of(*group.group); }},
    {"items", as_list<topic_link_members>,
     [](TopicLinkTeller& one, const TopicGroup& group) { return tell_each(topic_link_members, one, group.links); }},
};

}  // namespace

void add_topic_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                    std::vector<Member>& members) {
  const PlannedTopics& planned = context.plan.topics[key.group];
  const FieldIndex field = planned.topics[key.number].field;
  const Field& declared = context.site.collections[planned.collection].schema.fields[field];
  std::vector<EntryNumber> entries = entries_of(context.site, planned.collection);
  // Of an entry for which the row has no meaning nobody can say that it was not looked at.
  std::erase_if(entries, [&](EntryNumber one) { return !applies(declared, field, context.site.entry(one).record); });
  ComparisonRowTeller teller(context, planned.collection, std::nullopt, entries.size(), arena, notes);
  add_told(topic_page_members, members, teller, compared_row(context.site, entries, field));
}

void add_topic_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(topic_page_members, scope, shape);
}

Data topic_links(const PageContext& context, std::string_view address, DataArena& arena) {
  TopicLinkTeller teller(context, address, arena);
  return tell_each(topic_group_members, teller, teller.groups());
}

DataShape topic_links_shape(const ShapeScope& scope) {
  return as_list<topic_group_members>(scope);
}

}  // namespace wegwijs
