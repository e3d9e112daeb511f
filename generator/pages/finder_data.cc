#include "pages/finder_data.h"

#include <array>

#include "pages/told.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

/// A choice of a field, with how many entries have it.
struct FinderOption {
  const Field& field;
  const Option& option;
  std::size_t entries;
};

/// The rows of one group of the schema.
struct FinderGroup {
  Data label;  ///< null for the rows without a group
  std::span<const ClaimFacet> rows;
};

/// Tells by what readers narrow a list.
struct FinderTeller : Teller {
  FinderTeller(const PageContext& page_context, std::uint16_t collection, const FinderRule& finder_rule,
               const Facets& list_facets, DataArena& data_arena)
      : Teller(page_context, data_arena),
        schema(site.collections[collection].schema),
        rule(finder_rule),
        facets(list_facets) {}

  const Field& field_of(const ChoiceFacet& facet) const { return schema.fields[facet.field]; }
  const Field& field_of(const ClaimFacet& facet) const { return schema.fields[facet.field]; }

  std::vector<FinderOption> options_of(const ChoiceFacet& facet) const {
    const Field& field = field_of(facet);
    std::vector<FinderOption> options;
    for (const FacetOption& one : facet.options) options.push_back({field, field.options[one.option], one.entries});
    return options;
  }

  /// The rows by group of the schema, so that a long list stays readable.
  std::vector<FinderGroup> claim_groups() const {
    const std::span<const ClaimFacet> all = facets.claims;
    std::vector<FinderGroup> groups;
    std::size_t first = 0;
    for (std::size_t index = 0; index < all.size(); ++index) {
      const std::optional<std::uint16_t> group = field_of(all[index]).group;
      const bool is_last = index + 1 == all.size() || field_of(all[index + 1]).group != group;
      if (!is_last) continue;
      groups.push_back({group ? label_of(schema.groups[*group]) : Data(), all.subspan(first, index + 1 - first)});
      first = index + 1;
    }
    return groups;
  }

  const Schema& schema;
  const FinderRule& rule;
  const Facets& facets;
};

constexpr Told<FinderTeller, FinderOption> finder_option_members[] = {
    {"id", as_text, [](FinderTeller& /*one*/, const FinderOption& option) { return Data::text(option.option.id); }},
    {"field", as_text, [](FinderTeller& /*one*/, const FinderOption& option) { return Data::text(option.field.id); }},
    {"text", as_text, [](FinderTeller& one, const FinderOption& option) { return one.words(option.option.label); }},
    {"count", as_text, [](FinderTeller& one, const FinderOption& option) { return one.count(option.entries); }},
    {"has_entries", as_yes_no,
     [](FinderTeller& /*one*/, const FinderOption& option) { return Data::boolean(option.entries > 0); }},
};

constexpr Told<FinderTeller, ChoiceFacet> finder_choice_members[] = {
    {"id", as_text, [](FinderTeller& one, const ChoiceFacet& facet) { return Data::text(one.field_of(facet).id); }},
    {"plain", as_text,
     [](FinderTeller& one, const ChoiceFacet& facet) { return one.words(one.field_of(facet).plain_or_label()); }},
    {"help", as_text, [](FinderTeller& one, const ChoiceFacet& facet) { return one.words(one.field_of(facet).help); }},
    {"limits_claims", as_yes_no,
     [](FinderTeller& one, const ChoiceFacet& facet) {
       return Data::boolean(one.schema.level_field() == facet.field);
     }},
    {"options", as_list<finder_option_members>,
     [](FinderTeller& one, const ChoiceFacet& facet) {
       return tell_each(finder_option_members, one, one.options_of(facet));
     }},
    {"not_looked_at", as_text,
     [](FinderTeller& one, const ChoiceFacet& facet) { return one.count(facet.not_looked_at); }},
    {"has_not_looked_at", as_yes_no,
     [](FinderTeller& /*one*/, const ChoiceFacet& facet) { return Data::boolean(facet.not_looked_at > 0); }},
};

constexpr Told<FinderTeller, ClaimFacet> finder_row_members[] = {
    {"id", as_text, [](FinderTeller& one, const ClaimFacet& facet) { return Data::text(one.field_of(facet).id); }},
    {"plain", as_text,
     [](FinderTeller& one, const ClaimFacet& facet) { return one.words(one.field_of(facet).plain_or_label()); }},
    {"label", as_text, [](FinderTeller& one, const ClaimFacet& facet) { return one.words(one.field_of(facet).label); }},
    {"help", as_text, [](FinderTeller& one, const ClaimFacet& facet) { return one.words(one.field_of(facet).help); }},
    {"count", as_text, [](FinderTeller& one, const ClaimFacet& facet) { return one.count(facet.stated); }},
    {"open_count", as_text, [](FinderTeller& one, const ClaimFacet& facet) { return one.count(facet.unknown); }},
    {"has_open", as_yes_no,
     [](FinderTeller& /*one*/, const ClaimFacet& facet) { return Data::boolean(facet.unknown > 0); }},
    {"has_entries", as_yes_no,
     [](FinderTeller& /*one*/, const ClaimFacet& facet) { return Data::boolean(facet.stated > 0); }},
};

constexpr Told<FinderTeller, FinderGroup> finder_group_members[] = {
    {"label", as_text, given<&FinderGroup::label>},
    {"rows", as_list<finder_row_members>,
     [](FinderTeller& one, const FinderGroup& group) { return tell_each(finder_row_members, one, group.rows); }},
};

constexpr Told<FinderTeller> finder_members[] = {
    {"choices", as_list<finder_choice_members>,
     [](FinderTeller& one) { return tell_each(finder_choice_members, one, one.facets.choices); }},
    {"claim_groups", as_list<finder_group_members>,
     [](FinderTeller& one) { return tell_each(finder_group_members, one, one.claim_groups()); }},
    {"answers", as_text, [](FinderTeller& /*one*/) { return Data::text(answer_order()); }},
    {"places", as_text, [](FinderTeller& one) { return one.text(one.rule.places_address.text); }},
};

std::string marks_of(const Claim& claim, bool differs, Date today) {
  std::string marks;
  if (differs) marks += 'v';
  if (is_old(claim, today)) marks += 'o';
  if (!claim.scope.years.empty()) marks += 'j';
  return marks;
}

/// " dyslexie:ja:havo,vwo:o dyslexie:nee": the claims on a row.
std::string claims_in_words(const Schema& schema, const std::string& row, std::span<const Claim> claims, Date today) {
  std::string words;
  const bool differs = sources_differ(claims);
  for (const Claim& claim : claims) {
    std::string levels;
    for (const std::string& level : claim.scope.levels) levels += (levels.empty() ? "" : ",") + level;
    // Shown as its meaning is, with the word of the schema, which is added where it is another.
    const std::string look(look_of(claim.means));
    const std::string& id = status_of(schema, claim).id;
    std::string word = look + ":" + levels + ":" + marks_of(claim, differs, today) + ":" + (id == look ? "" : id);
    word.erase(word.find_last_not_of(':') + 1);
    words += " " + row + ":" + word;
  }
  return words;
}

}  // namespace

Data finder_data(const PageContext& context, std::uint16_t collection, const FinderRule& rule, const Facets& facets,
                 DataArena& arena) {
  FinderTeller teller(context, collection, rule, facets, arena);
  return tell(finder_members, teller);
}

DataShape finder_shape(const ShapeScope& scope) {
  return as_map<finder_members>(scope);
}

std::string finder_choices(const Site& site, EntryNumber number, const Facets& facets) {
  std::string words;
  for (const ChoiceFacet& facet : facets.choices) {
    const Field& field = site.schema(number).fields[facet.field];
    const Choices* choices = site.entry(number).record.get<Choices>(facet.field);
    if (choices == nullptr) continue;
    for (const std::uint16_t option : choices->options)
      words += (words.empty() ? "" : " ") + field.id + ":" + field.options[option].id;
  }
  return words;
}

std::string finder_claims(const Site& site, EntryNumber number, const Facets& facets, Date today) {
  const Schema& schema = site.schema(number);
  const Record& record = site.entry(number).record;
  const std::optional<FieldIndex> level_field = schema.level_field();
  const Choices* levels = level_field ? record.get<Choices>(*level_field) : nullptr;
  std::array<std::string, 4> by_answer;
  const auto rows = [&](SupportAnswer answer) -> std::string& { return by_answer[static_cast<std::size_t>(answer)]; };
  for (const ClaimFacet& facet : facets.claims) {
    const std::string& row = schema.fields[facet.field].id;
    const SupportAnswer answer = answer_of(record, schema, facet.field, {});
    rows(answer) += claims_in_words(schema, row, record.claims(facet.field), today);
    if (answer == SupportAnswer::excluded) rows(answer) += " " + row;
    if (levels == nullptr) continue;
    for (const std::uint16_t option : levels->options) {
      const std::string& level = schema.fields[*level_field].options[option].id;
      const SupportAnswer here = answer_of(record, schema, facet.field, level);
      if (here != answer) rows(here) += " " + row + "@" + level;
    }
  }
  std::string words;
  for (std::size_t index = 0; index < by_answer.size(); ++index) {
    if (by_answer[index].empty()) continue;
    words += (words.empty() ? "" : " ") + std::string(answer_id(static_cast<SupportAnswer>(index))) + ":";
    words += by_answer[index];
  }
  return words;
}

}  // namespace wegwijs
