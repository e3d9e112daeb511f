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

/// The items of one group, sorted out.
struct GroupItems {
  const Group* group = nullptr;
  std::vector<Data> known, open, not_applicable;
  std::vector<Data> to_ask;  ///< what is open, and of what is known that which is not there, or in part
  bool has_claims = false;
};

/// How much is known of one group of topics.
struct KnownGroup {
  const Group* group = nullptr;
  std::size_t topics = 0;
};

/// Tells about one entry on its own page.
struct EntryTeller : Teller {
  EntryTeller(const PageContext& page_context, EntryNumber entry_number, std::string_view page_template,
              DataArena& data_arena, PageNotes& page_notes)
      : Teller(page_context, data_arena),
        number(entry_number),
        notes(page_notes),
        schema(site.schema(entry_number)),
        entry(site.entry(entry_number)),
        items(page_context, data_arena, entry_number, page_notes),
        by_id(items.items_by_id(schema.fields, entry.record)),
        claims(count_claims(entry.record, schema)),
        undated(count_undated()) {
    const auto found =
        context.shown == nullptr ? ShownByTemplate::const_iterator() : context.shown->find(page_template);
    if (context.shown != nullptr && found != context.shown->end()) shown = &found->second;
    other_facts = facts_beside_template();
  }

  /// The last day on which the school itself looked at anything that is said here.
  Data confirmed_on() const {
    std::optional<AsOf> last;
    for (const FieldValue& value : entry.record.values()) {
      for (const Claim& claim : entry.record.claims(value.field)) {
        if (!claim.checked || !claim.checked->by_own || !claim.checked->on.is_known()) continue;
        if (!last || claim.checked->on.last_day() > last->last_day()) last = claim.checked->on;
      }
    }
    return last ? text(as_of_in_words(*last, language())) : Data();
  }

  bool has_claims() const {
    const std::span<const FieldValue> values = entry.record.values();
    return std::any_of(values.begin(), values.end(),
                       [&](const FieldValue& value) { return is_claim(schema.fields[value.field]); });
  }

  std::size_t count_undated() const {
    std::size_t without_date = 0;
    for (const FieldValue& value : entry.record.values()) {
      const Claims* all = is_topic(schema.fields[value.field]) ? std::get_if<Claims>(&value.value) : nullptr;
      without_date += all != nullptr && std::none_of(all->claims.begin(), all->claims.end(),
                                                     [](const Claim& claim) { return claim.as_of.is_known(); });
    }
    return without_date;
  }

  /// The groups that hold anything, in the order of the schema.
  std::vector<GroupItems> groups() {
    std::vector<GroupItems> sorted(schema.groups.size());
    for (std::size_t index = 0; index < sorted.size(); ++index) sorted[index].group = &schema.groups[index];
    for (std::size_t index = 0; index < schema.fields.size(); ++index) {
      const Field& field = schema.fields[index];
      if (is_shown_in_group(field)) sort_in(field, static_cast<FieldIndex>(index), sorted[*field.group]);
    }
    std::erase_if(sorted, [](const GroupItems& group) { return group.known.empty() && group.open.empty(); });
    return sorted;
  }

  /// What the template does not show by itself: a field that is new in the schema is on the page at once.
  std::vector<Data> facts_beside_template() const {
    if (shown == nullptr) return {};
    std::vector<Data> facts;
    for (const FieldValue& value : entry.record.values()) {
      const Field& field = schema.fields[value.field];
      const bool may_be_shown =
          is_fact(field.role) && field.type != FieldType::source_list && field.id != schema.claims.level_field;
      if (!may_be_shown || !field.on_page || use_of(value.field) == FieldUse::shown ||
          (shown->groups && is_in_group_of_claims(field)))
        continue;
      if (const Data* item = by_id.find(Name(field.id))) facts.push_back(*item);
    }
    return facts;
  }

  FieldUse use_of(FieldIndex field) const { return shown->fields[number.collection][field]; }

  /// A template for another schema asks for rows where this one has a text: it would show a heading with nothing below
  /// it. It is told that the field is not there, and the field is among the other facts.
  Data as_template_expects() const {
    const auto is_of_other_type = [&](const FieldValue& value) {
      return use_of(value.field) == FieldUse::of_other_type;
    };
    const std::span<const FieldValue> values = entry.record.values();
    if (shown == nullptr || std::none_of(values.begin(), values.end(), is_of_other_type)) return by_id;
    std::vector<Member> members(by_id.members().begin(), by_id.members().end());
    for (std::size_t index = 0; index < members.size(); ++index) {
      if (use_of(static_cast<FieldIndex>(index)) == FieldUse::of_other_type) members[index].value = Data();
    }
    return arena.map(members);
  }

  bool is_in_group_of_claims(const Field& field) const {
    return field.group && std::any_of(schema.fields.begin(), schema.fields.end(), [&](const Field& other) {
             return other.group == field.group && is_claim(other);
           });
  }

  /// The groups of support of which sources say most, the fullest first.
  std::vector<KnownGroup> most_known() const {
    std::vector<KnownGroup> known;
    for (const Group& group : schema.groups) known.push_back({&group});
    for (const FieldValue& value : entry.record.values()) {
      const Claims* all = is_topic(schema.fields[value.field]) ? std::get_if<Claims>(&value.value) : nullptr;
      if (all != nullptr && !known_statuses(all->claims).empty()) ++known[*schema.fields[value.field].group].topics;
    }
    std::erase_if(known, [](const KnownGroup& group) { return group.topics == 0; });
    std::stable_sort(known.begin(), known.end(),
                     [](const KnownGroup& left, const KnownGroup& right) { return left.topics > right.topics; });
    known.resize(std::min(known.size(), groups_in_short));
    return known;
  }

  void sort_in(const Field& field, FieldIndex index, GroupItems& group) {
    const Value* value = entry.record.value(index);
    group.has_claims = group.has_claims || is_claim(field);
    if (value == nullptr && !is_claim(field)) return;
    const Data item = items.item(field, index, value);
    const bool is_open = value == nullptr && applies(field, index, entry.record);
    auto& list = value != nullptr ? group.known : is_open ? group.open : group.not_applicable;
    list.push_back(item);
    const std::span<const Claim> said = entry.record.claims(index);
    if (is_open || (!said.empty() && !is_settled(said))) group.to_ask.push_back(item);
  }

  EntryNumber number;
  PageNotes& notes;
  const Schema& schema;
  const Entry& entry;
  FieldDataBuilder items;
  Data by_id;  ///< the items of its fields
  ClaimCount claims;
  std::size_t undated;
  const ShownOfEntry* shown = nullptr;  ///< null: the theme was not read
  std::vector<Data> other_facts;
};

/// The items of any field of the entries of the page.
DataShape as_items_of_entry(const ShapeScope& scope) {
  const Schema& schema = scope.context.site.collections[scope.key.group].schema;
  return DataShape::list(any_item_shape(scope, depth_of_rows(schema.fields)));
}

DataShape fields_shape(const ShapeScope& scope) {
  return items_by_id_shape(scope, scope.context.site.collections[scope.key.group].schema.fields);
}

DataShape roles_shape(const ShapeScope& scope) {
  return items_by_role_shape(scope, scope.context.site.collections[scope.key.group].schema);
}

constexpr Told<EntryTeller, GroupItems> entry_group_members[] = {
    {"id", as_text, [](EntryTeller&, const GroupItems& one) { return Data::text(one.group->id); }},
    {"label", as_text, [](EntryTeller& teller, const GroupItems& one) { return teller.words(one.group->label); }},
    {"plain", as_text, [](EntryTeller& teller, const GroupItems& one) { return teller.label_of(*one.group); }},
    {"help", as_text, [](EntryTeller& teller, const GroupItems& one) { return teller.words(one.group->help); }},
    {"known", as_items_of_entry,
     [](EntryTeller& teller, const GroupItems& one) { return teller.arena.list(one.known); }},
    {"open", as_items_of_entry, [](EntryTeller& teller, const GroupItems& one) { return teller.arena.list(one.open); }},
    {"to_ask", as_items_of_entry,
     [](EntryTeller& teller, const GroupItems& one) { return teller.arena.list(one.to_ask); }},
    {"ask_count", as_text, [](EntryTeller& teller, const GroupItems& one) { return teller.count(one.to_ask.size()); }},
    {"not_applicable", as_items_of_entry,
     [](EntryTeller& teller, const GroupItems& one) { return teller.arena.list(one.not_applicable); }},
    {"has_claims", as_yes_no, given<&GroupItems::has_claims>},
    {"known_count", as_text, [](EntryTeller& teller, const GroupItems& one) { return teller.count(one.known.size()); }},
    {"open_count", as_text, [](EntryTeller& teller, const GroupItems& one) { return teller.count(one.open.size()); }},
    {"claim_count", as_text,
     [](EntryTeller& teller, const GroupItems& one) { return teller.count(one.known.size() + one.open.size()); }},
};

constexpr Told<EntryTeller, KnownGroup> known_group_members[] = {
    {"id", as_text, [](EntryTeller&, const KnownGroup& one) { return Data::text(one.group->id); }},
    {"text", as_text, [](EntryTeller& teller, const KnownGroup& one) { return teller.label_of(*one.group); }},
    {"count", as_text, [](EntryTeller& teller, const KnownGroup& one) { return teller.count(one.topics); }},
};

constexpr Told<EntryTeller> entry_members[] = {
    {"id", as_text, [](EntryTeller& one) { return Data::text(one.entry.slug); }},
    {"collection", as_text, [](EntryTeller& one) { return Data::text(one.schema.label.in(one.language())); }},
    {"data_address", as_text, [](EntryTeller& one) { return one.text(open_data_address_of(one.site, one.number)); }},
    {"form_address", as_text,
     [](EntryTeller& one) { return one.text(form_address_of(one.site, one.context.sources, one.number)); }},
    {"confirmed_on", as_text, [](EntryTeller& one) { return one.confirmed_on(); }},
    {"is_example", as_yes_no, [](EntryTeller& one) { return Data::boolean(is_example(one.entry, one.schema)); }},
    {"fields", fields_shape, [](EntryTeller& one) { return one.as_template_expects(); }},
    {"roles", roles_shape, [](EntryTeller& one) { return one.items.items_by_role(one.schema, one.by_id); }},
    {"groups", as_list<entry_group_members>,
     [](EntryTeller& one) { return tell_each(entry_group_members, one, one.groups()); }},
    {"other_facts", as_items_of_entry, [](EntryTeller& one) { return one.arena.list(one.other_facts); }},
    {"has_other_facts", as_yes_no, [](EntryTeller& one) { return Data::boolean(!one.other_facts.empty()); }},
    {"has_claims", as_yes_no, [](EntryTeller& one) { return Data::boolean(one.has_claims()); }},
    {"most_known", as_list<known_group_members>,
     [](EntryTeller& one) { return tell_each(known_group_members, one, one.most_known()); }},
    {"visit", visit_shape, [](EntryTeller& one) { return visit_data(one.context, one.number, one.arena); }},
    {"referred_by", referred_by_shape,
     [](EntryTeller& one) { return referred_by(one.context, one.number, one.arena, one.notes); }},
    {"moments", moments_here_shape,
     [](EntryTeller& one) { return moments_here(one.context, one.number, one.arena, one.notes); }},
    {"known_claims", as_text, [](EntryTeller& one) { return one.count(one.claims.known); }},
    {"open_claims", as_text, [](EntryTeller& one) { return one.count(one.claims.all - one.claims.known); }},
    {"all_claims", as_text, [](EntryTeller& one) { return one.count(one.claims.all); }},
    {"has_known_claims", as_yes_no, [](EntryTeller& one) { return Data::boolean(one.claims.known > 0); }},
    {"undated_claims", as_text, [](EntryTeller& one) { return one.count(one.undated); }},
    {"all_undated", as_yes_no,
     [](EntryTeller& one) { return Data::boolean(one.claims.known > 0 && one.undated == one.claims.known); }},
};

/// What stands on the page of an entry.
struct EntryOnPage {
  Data entry;
  Data body;
  std::vector<Heading> headings;  ///< that can stand in a list of contents
};

/// Fields come before the text on the page, and the first use of a term is explained: so they are told first.
EntryOnPage page_of(EntryTeller& one) {
  EntryOnPage page{tell(entry_members, one), {}, {}};
  if (one.entry.body.end <= one.entry.body.begin) return page;
  PageNotes& notes = one.notes;
  const std::string bytes = one.context.sources.read(one.entry.file);
  const std::string_view text = std::string_view(bytes).substr(one.entry.body.begin);
  MarkdownText markdown = read_markdown(text, one.entry.file, one.entry.body.begin, notes.diagnostics,
                                        notes.terms ? &*notes.terms : nullptr, notes.links);
  if (!markdown.html.empty()) page.body = one.arena.html(markdown.html);
  std::move(markdown.addresses.begin(), markdown.addresses.end(), std::back_inserter(notes.addresses));
  for (const Heading& heading : markdown.headings) notes.search.headings += heading.text + '\n';
  notes.search.body = std::move(markdown.plain_text);
  page.headings = std::move(markdown.headings);
  std::erase_if(page.headings, [](const Heading& heading) { return heading.level != 2; });
  return page;
}

constexpr Told<EntryTeller, Heading> heading_members[] = {
    {"id", as_text, given<&Heading::id>},
    {"text", as_text, given<&Heading::text>},
};

constexpr Told<EntryTeller, EntryOnPage> entry_page_members[] = {
    {"entry", as_map<entry_members>, given<&EntryOnPage::entry>},
    {"body", as_html, given<&EntryOnPage::body>},
    {"has_contents", as_yes_no,
     [](EntryTeller&, const EntryOnPage& page) {
       return Data::boolean(page.headings.size() >= headings_for_contents);
     }},
    {"headings", as_list<heading_members>,
     [](EntryTeller& one, const EntryOnPage& page) { return tell_each(heading_members, one, page.headings); }},
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
  EntryTeller teller(context, number, page_template, arena, notes);
  add_told(entry_page_members, members, teller, page_of(teller));
}

void add_entry_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(entry_page_members, scope, shape);
}

}  // namespace wegwijs
