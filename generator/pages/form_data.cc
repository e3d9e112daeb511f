#include "pages/form_data.h"

#include "pages/told.h"
#include "text/ascii.h"
#include "views/form_rows.h"

namespace wegwijs {
namespace {

using IdAndLabel = std::pair<std::string, std::string>;

std::string capitalised(std::string words) {
  if (!words.empty()) words[0] = to_upper(words[0]);
  return words;
}

/// Tells what the form of an entry asks.
struct FormTeller : Teller {
  FormTeller(const PageContext& page_context, const PageKey& key, DataArena& data_arena)
      : Teller(page_context, data_arena),
        collection(site.collections[key.group]),
        schema(collection.schema),
        entry(key.number == no_part ? nullptr : &collection.entries[key.number]),
        groups(form_rows(schema, entry, site, context.today)),
        levels(form_levels(schema, entry)) {
    for (const FormGroup& group : groups) {
      for (const FormRow& row : group.rows) {
        ++total;
        known += row.now.empty() ? 0U : 1U;
      }
    }
  }

  /// The id of the field with a role, under which a new entry gives it; null when the schema has none.
  Data key_of(std::optional<FieldIndex> field) const { return field ? Data::text(schema.fields[*field].id) : Data(); }

  const Collection& collection;
  const Schema& schema;
  const Entry* entry;  ///< null for one that is not here yet
  std::vector<FormGroup> groups;
  std::vector<IdAndLabel> levels;
  std::size_t total = 0;  ///< topics
  std::size_t known = 0;  ///< of which the site says anything
};

/// What a topic can be answered with.
constexpr Told<FormTeller, const ClaimStatus*> form_answer_members[] = {
    {"value", as_text, [](FormTeller& /*one*/, const ClaimStatus* const& status) { return Data::text(status->id); }},
    {"label", as_text, [](FormTeller& one, const ClaimStatus* const& status) { return one.words(status->label); }},
    {"needs_text", as_yes_no,
     [](FormTeller& /*one*/, const ClaimStatus* const& status) {
       return Data::boolean(needs_explanation(status->means));
     }},
};

/// Where an answer can be read.
constexpr Told<FormTeller, IdAndLabel> form_source_kind_members[] = {
    {"value", as_text, given<&IdAndLabel::first>},
    {"label", as_text, given<&IdAndLabel::second>},
};

constexpr Told<FormTeller, IdAndLabel> form_level_members[] = {
    {"id", as_text, given<&IdAndLabel::first>},
    {"label", as_text, given<&IdAndLabel::second>},
};

constexpr Told<FormTeller, FormRow> form_row_members[] = {
    {"id", as_text, given<&FormRow::id>},
    {"topic", as_text, given<&FormRow::topic>},
    {"term", as_text, given<&FormRow::term>},
    {"help", as_text, given<&FormRow::help>},
    {"now", as_text, given<&FormRow::now>},
    {"seen", as_text, given<&FormRow::seen>},
    {"is_text", as_yes_no, given<&FormRow::is_text>},
    {"is_old", as_yes_no, given<&FormRow::is_old>},
};

constexpr Told<FormTeller, FormGroup> form_group_members[] = {
    {"id", as_text, given<&FormGroup::id>},
    {"title", as_text, given<&FormGroup::title>},
    {"count", as_text, [](FormTeller& one, const FormGroup& group) { return one.count(group.rows.size()); }},
    {"is_first", as_yes_no,
     [](FormTeller& one, const FormGroup& group) { return Data::boolean(&group == &one.groups.front()); }},
    {"rows", as_list<form_row_members>,
     [](FormTeller& one, const FormGroup& group) { return tell_each(form_row_members, one, group.rows); }},
};

constexpr Told<FormTeller> form_members[] = {
    {"collection", as_text, [](FormTeller& one) { return Data::text(one.collection.rule->name); }},
    {"entry", as_text, [](FormTeller& one) { return one.entry == nullptr ? Data() : Data::text(one.entry->slug); }},
    {"name", as_text,
     [](FormTeller& one) { return one.entry == nullptr ? Data() : Data::text(title_of(*one.entry, one.schema)); }},
    {"version", as_text, [](FormTeller& one) { return Data::text(one.schema.version); }},
    {"is_new", as_yes_no, [](FormTeller& one) { return Data::boolean(one.entry == nullptr); }},
    {"made", as_text, [](FormTeller& one) { return one.text(date_in_words(one.context.today, one.language())); }},
    {"total", as_text, [](FormTeller& one) { return one.count(one.total); }},
    {"known", as_text, [](FormTeller& one) { return one.count(one.known); }},
    {"limit", as_text, [](FormTeller& one) { return one.count(form_text_limit()); }},
    {"answers", as_list<form_answer_members>,
     [](FormTeller& one) { return tell_each(form_answer_members, one, one.schema.claims.form_answers()); }},
    {"source_kinds", as_list<form_source_kind_members>,
     [](FormTeller& one) {
       return tell_each(form_source_kind_members, one, form_source_kinds(one.schema, one.language()));
     }},
    {"has_planned", as_yes_no,
     [](FormTeller& one) { return Data::boolean(one.schema.claims.first(Meaning::planned).has_value()); }},
    {"level_key", as_text, [](FormTeller& one) { return Data::text(one.schema.claims.level_field); }},
    {"year_key", as_text, [](FormTeller& one) { return Data::text(one.schema.claims.years.key); }},
    {"years", as_text, [](FormTeller& one) { return one.text(capitalised(years_asked(one.schema, one.language()))); }},
    {"example_years", as_text, [](FormTeller& one) { return one.text(example_years(one.schema)); }},
    {"levels_label", as_text,
     [](FormTeller& one) { return one.text(capitalised(levels_asked(one.schema, one.language()))); }},
    {"website_field", as_text, [](FormTeller& one) { return one.key_of(one.schema.find(Role::web_address)); }},
    {"level_field", as_text, [](FormTeller& one) { return one.key_of(one.schema.level_field()); }},
    {"has_levels", as_yes_no, [](FormTeller& one) { return Data::boolean(!one.levels.empty()); }},
    {"levels", as_list<form_level_members>,
     [](FormTeller& one) { return tell_each(form_level_members, one, one.levels); }},
    {"groups", as_list<form_group_members>,
     [](FormTeller& one) { return tell_each(form_group_members, one, one.groups); }},
};

constexpr Told<FormTeller> form_page_members[] = {
    {"form", as_map<form_members>, [](FormTeller& one) { return tell(form_members, one); }},
};

}  // namespace

void add_form_data(const PageContext& context, const PageKey& key, DataArena& arena, std::vector<Member>& members) {
  FormTeller teller(context, key, arena);
  add_told(form_page_members, members, teller);
}

void add_form_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(form_page_members, scope, shape);
}

}  // namespace wegwijs
