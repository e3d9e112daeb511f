#include "pages/entry_data.h"

#include <algorithm>
#include <iterator>

#include "pages/field_data.h"
#include "pages/form_page.h"
#include "pages/moment_data.h"
#include "pages/visit_data.h"
#include "pages/way_back.h"
#include "schema/field_types.h"
#include "schema/role_words.h"
#include "views/claims.h"
#include "views/open_data_address.h"

namespace wegwijs {
namespace {

constexpr std::size_t headings_for_contents = 3;
constexpr std::size_t groups_in_short = 3;  // as many as fit in a sentence

bool is_shown_in_groups(const Field& field) {
  return field.group.has_value() && field.role != Role::title && field.role != Role::summary;
}

/// The items of one group, sorted out.
struct GroupItems {
  std::vector<Data> known, open, not_applicable;
  bool has_claims = false;
};

class EntryDataBuilder {
 public:
  EntryDataBuilder(const PageContext& context, EntryNumber number, std::string_view page_template, DataArena& arena,
                   PageNotes& notes)
      : context_(context),
        number_(number),
        arena_(arena),
        notes_(notes),
        items_(context, arena, number, notes),
        schema_(context.site.schema(number)),
        entry_(context.site.entry(number)) {
    const auto found =
        context.shown == nullptr ? ShownByTemplate::const_iterator() : context.shown->find(page_template);
    if (context.shown != nullptr && found != context.shown->end()) shown_ = &found->second;
  }

  Data entry() {
    const ClaimCount claims = count_claims(entry_.record, schema_);
    const std::size_t undated = count_undated();
    const Data by_id = items_.items_by_id(schema_.fields, entry_.record);
    const std::vector<Data> others = other_facts(by_id);
    return arena_.map({{"id"_name, Data::text(entry_.slug)},
                       {"collection"_name, Data::text(schema_.label.in(language()))},
                       {"data_address"_name, data_address()},
                       {"form_address"_name, form_address()},
                       {"confirmed_on"_name, confirmed_on()},
                       {"is_example"_name, Data::boolean(is_example(entry_, schema_))},
                       {"fields"_name, as_template_expects(by_id)},
                       {"roles"_name, items_.items_by_role(schema_, by_id)},
                       {"groups"_name, groups()},
                       {"other_facts"_name, arena_.list(others)},
                       {"has_other_facts"_name, Data::boolean(!others.empty())},
                       {"has_claims"_name, Data::boolean(has_claims())},
                       {"most_known"_name, most_known()},
                       {"visit"_name, visit_data(context_, number_, arena_)},
                       {"referred_by"_name, referred_by(context_, number_, arena_, notes_)},
                       {"moments"_name, moments_here(context_, number_, arena_, notes_)},
                       {"known_claims"_name, count(claims.known)},
                       {"open_claims"_name, count(claims.all - claims.known)},
                       {"all_claims"_name, count(claims.all)},
                       {"has_known_claims"_name, Data::boolean(claims.known > 0)},
                       {"undated_claims"_name, count(undated)},
                       {"all_undated"_name, Data::boolean(claims.known > 0 && undated == claims.known)}});
  }

  void add_body(std::vector<Member>& members) {
    Data body;
    std::vector<Data> headings;
    if (entry_.body.end > entry_.body.begin) {
      const std::string bytes = context_.sources.read(entry_.file);
      const std::string_view text = std::string_view(bytes).substr(entry_.body.begin);
      MarkdownText markdown = read_markdown(text, entry_.file, entry_.body.begin, notes_.diagnostics,
                                            notes_.terms ? &*notes_.terms : nullptr, notes_.links);
      if (!markdown.html.empty()) body = arena_.html(markdown.html);
      for (const Heading& heading : markdown.headings) {
        if (heading.level != 2) continue;
        headings.push_back(
            arena_.map({{"id"_name, arena_.text(heading.id)}, {"text"_name, arena_.text(heading.text)}}));
      }
      std::move(markdown.addresses.begin(), markdown.addresses.end(), std::back_inserter(notes_.addresses));
      for (const Heading& heading : markdown.headings) notes_.search.headings += heading.text + '\n';
      notes_.search.body = std::move(markdown.plain_text);
    }
    members.push_back({"body"_name, body});
    members.push_back({"has_contents"_name, Data::boolean(headings.size() >= headings_for_contents)});
    members.push_back({"headings"_name, arena_.list(headings)});
  }

 private:
  Language language() const { return context_.site.settings.language; }
  Data data_address() {
    const std::string address = open_data_address_of(context_.site, number_);
    return address.empty() ? Data() : arena_.text(address);
  }
  Data form_address() {
    const std::string address = form_address_of(context_.site, context_.sources, number_);
    return address.empty() ? Data() : arena_.text(address);
  }
  /// The last day on which the school itself looked at anything that is said here.
  Data confirmed_on() {
    std::optional<AsOf> last;
    for (const FieldValue& value : entry_.record.values()) {
      for (const Claim& claim : entry_.record.claims(value.field)) {
        if (!claim.checked || !claim.checked->by_own || !claim.checked->on.is_known()) continue;
        if (!last || claim.checked->on.last_day() > last->last_day()) last = claim.checked->on;
      }
    }
    return last ? arena_.text(as_of_in_words(*last, language())) : Data();
  }
  Data count(std::size_t number) { return arena_.text(std::to_string(number)); }
  Data label(const Label& one) { return one.empty() ? Data() : Data::text(one.in(language())); }

  bool has_claims() const {
    const std::span<const FieldValue> values = entry_.record.values();
    return std::any_of(values.begin(), values.end(),
                       [&](const FieldValue& value) { return is_claim(schema_.fields[value.field]); });
  }

  std::size_t count_undated() const {
    std::size_t undated = 0;
    for (const FieldValue& value : entry_.record.values()) {
      const Claims* claims = is_topic(schema_.fields[value.field]) ? std::get_if<Claims>(&value.value) : nullptr;
      undated += claims != nullptr && std::none_of(claims->claims.begin(), claims->claims.end(),
                                                   [](const Claim& claim) { return claim.as_of.is_known(); });
    }
    return undated;
  }

  Data groups() {
    std::vector<GroupItems> sorted(schema_.groups.size());
    for (std::size_t index = 0; index < schema_.fields.size(); ++index) {
      const Field& field = schema_.fields[index];
      if (is_shown_in_groups(field)) sort_in(field, static_cast<FieldIndex>(index), sorted[*field.group]);
    }
    std::vector<Data> groups;
    for (std::size_t index = 0; index < sorted.size(); ++index) {
      const GroupItems& items = sorted[index];
      if (items.known.empty() && items.open.empty()) continue;
      groups.push_back(group(schema_.groups[index], items));
    }
    return arena_.list(groups);
  }

  /// What the template does not show by itself: a field that is new in the schema is on the page at once.
  std::vector<Data> other_facts(const Data& by_id) {
    if (shown_ == nullptr) return {};
    std::vector<Data> facts;
    for (const FieldValue& value : entry_.record.values()) {
      const Field& field = schema_.fields[value.field];
      const bool may_be_shown =
          is_fact(field.role) && field.type != FieldType::source_list && field.id != schema_.claims.level_field;
      if (!may_be_shown || !field.on_page || use_of(value.field) == FieldUse::shown ||
          (shown_->groups && is_in_group_of_claims(field)))
        continue;
      if (const Data* item = by_id.find(Name(field.id))) facts.push_back(*item);
    }
    return facts;
  }

  FieldUse use_of(FieldIndex field) const { return shown_->fields[number_.collection][field]; }

  /// A template for another schema asks for rows where this one has a text: it would show a heading with nothing below
  /// it. It is told that the field is not there, and the field is among the other facts.
  Data as_template_expects(const Data& by_id) {
    const auto is_of_other_type = [&](const FieldValue& value) {
      return use_of(value.field) == FieldUse::of_other_type;
    };
    const std::span<const FieldValue> values = entry_.record.values();
    if (shown_ == nullptr || std::none_of(values.begin(), values.end(), is_of_other_type)) return by_id;
    std::vector<Member> members(by_id.members().begin(), by_id.members().end());
    for (std::size_t index = 0; index < members.size(); ++index) {
      if (use_of(static_cast<FieldIndex>(index)) == FieldUse::of_other_type) members[index].value = Data();
    }
    return arena_.map(members);
  }

  bool is_in_group_of_claims(const Field& field) const {
    return field.group && std::any_of(schema_.fields.begin(), schema_.fields.end(), [&](const Field& other) {
             return other.group == field.group && is_claim(other);
           });
  }

  /// The groups of support of which sources say most, the fullest first.
  Data most_known() {
    std::vector<std::pair<std::size_t, std::size_t>> known;  // how many topics, and which group
    for (std::size_t index = 0; index < schema_.groups.size(); ++index) known.emplace_back(0, index);
    for (const FieldValue& value : entry_.record.values()) {
      const Claims* claims = is_topic(schema_.fields[value.field]) ? std::get_if<Claims>(&value.value) : nullptr;
      if (claims != nullptr && !known_statuses(claims->claims).empty())
        ++known[*schema_.fields[value.field].group].first;
    }
    std::stable_sort(known.begin(), known.end(),
                     [](const auto& left, const auto& right) { return left.first > right.first; });
    std::vector<Data> groups;
    for (std::size_t index = 0; index < std::min(known.size(), groups_in_short); ++index) {
      if (known[index].first == 0) break;
      const Group& group = schema_.groups[known[index].second];
      groups.push_back(arena_.map({{"id"_name, Data::text(group.id)},
                                   {"text"_name, label(group.plain.empty() ? group.label : group.plain)},
                                   {"count"_name, count(known[index].first)}}));
    }
    return arena_.list(groups);
  }

  void sort_in(const Field& field, FieldIndex index, GroupItems& group) {
    const Value* value = entry_.record.value(index);
    group.has_claims = group.has_claims || is_claim(field);
    if (value != nullptr) {
      group.known.push_back(items_.item(field, index, value));
    } else if (is_claim(field)) {
      auto& list = applies(field, index, entry_.record) ? group.open : group.not_applicable;
      list.push_back(items_.item(field, index, nullptr));
    }
  }

  Data group(const Group& group, const GroupItems& items) {
    return arena_.map({{"id"_name, Data::text(group.id)},
                       {"label"_name, label(group.label)},
                       {"plain"_name, label(group.plain.empty() ? group.label : group.plain)},
                       {"help"_name, label(group.help)},
                       {"known"_name, arena_.list(items.known)},
                       {"open"_name, arena_.list(items.open)},
                       {"not_applicable"_name, arena_.list(items.not_applicable)},
                       {"has_claims"_name, Data::boolean(items.has_claims)},
                       {"known_count"_name, count(items.known.size())},
                       {"open_count"_name, count(items.open.size())},
                       {"claim_count"_name, count(items.known.size() + items.open.size())}});
  }

  const PageContext& context_;
  EntryNumber number_;
  DataArena& arena_;
  PageNotes& notes_;
  FieldDataBuilder items_;
  const Schema& schema_;
  const Entry& entry_;
  const ShownOfEntry* shown_ = nullptr;  ///< null: the theme was not read
};

}  // namespace

bool is_example(const Entry& entry, const Schema& schema) {
  const std::optional<FieldIndex> field = schema.find(Role::example);
  const YesNo* value = field ? entry.record.get<YesNo>(*field) : nullptr;
  return value != nullptr && value->value;
}

void add_entry_data(const PageContext& context, EntryNumber number, std::string_view page_template, DataArena& arena,
                    PageNotes& notes, std::vector<Member>& members) {
  notes.terms.emplace(context.site.terms, address_of(context.site, number));
  EntryDataBuilder builder(context, number, page_template, arena, notes);
  members.push_back({"entry"_name, builder.entry()});
  builder.add_body(members);
}

void add_entry_shape(const PageContext& context, std::uint16_t collection, DataShape& shape) {
  const Schema& schema = context.site.collections[collection].schema;
  const int depth = depth_of_rows(schema.fields);
  DataShape group = DataShape::map({});
  for (const char* name : {"id", "label", "plain", "help", "known_count", "open_count", "claim_count"}) {
    group.set(name, DataShape::text());
  }
  for (const char* name : {"known", "open", "not_applicable"}) group.set(name, DataShape::list(any_item_shape(depth)));
  group.set("has_claims", DataShape::boolean());
  DataShape entry = DataShape::map({});
  for (const char* name : {"id", "collection", "data_address", "form_address", "confirmed_on", "known_claims",
                           "open_claims", "all_claims", "undated_claims"}) {
    entry.set(name, DataShape::text());
  }
  for (const char* name : {"is_example", "has_known_claims", "all_undated", "has_other_facts", "has_claims"})
    entry.set(name, DataShape::boolean());
  entry.set("fields", items_by_id_shape(context.site, schema.fields));
  entry.set("roles", items_by_role_shape(context.site, schema));
  entry.set("groups", DataShape::list(std::move(group)));
  entry.set("other_facts", DataShape::list(any_item_shape(depth)));
  entry.set("most_known", DataShape::list(texts_shape({"id", "text", "count"})));
  entry.set("visit", visit_shape());
  entry.set("referred_by", referred_by_shape());
  entry.set("moments", moments_here_shape(context.site));
  shape.set("entry", std::move(entry));
  shape.set("body", DataShape::html());
  shape.set("has_contents", DataShape::boolean());
  shape.set("headings", DataShape::list(DataShape::map({{"id", DataShape::text()}, {"text", DataShape::text()}})));
}

}  // namespace wegwijs
