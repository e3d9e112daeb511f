#include "pages/finder_data.h"

#include <array>

#include "pages/field_data.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

class FinderDataBuilder {
 public:
  FinderDataBuilder(const Site& site, std::uint16_t collection, DataArena& arena)
      : schema_(site.collections[collection].schema), language_(site.settings.language), arena_(arena) {}

  Data choice(const ChoiceFacet& facet) {
    const Field& field = schema_.fields[facet.field];
    std::vector<Data> options;
    for (const FacetOption& one : facet.options) {
      const Option& option = field.options[one.option];
      options.push_back(arena_.map({{"id"_name, Data::text(option.id)},
                                    {"field"_name, Data::text(field.id)},
                                    {"text"_name, Data::text(option.label.in(language_))},
                                    {"count"_name, number(one.entries)},
                                    {"has_entries"_name, Data::boolean(one.entries > 0)}}));
    }
    return arena_.map({{"id"_name, Data::text(field.id)},
                       {"plain"_name, Data::text(field.plain_or_label().in(language_))},
                       {"help"_name, text(field.help.in(language_))},
                       {"limits_claims"_name, Data::boolean(schema_.level_field() == facet.field)},
                       {"options"_name, arena_.list(options)},
                       {"not_looked_at"_name, number(facet.not_looked_at)},
                       {"has_not_looked_at"_name, Data::boolean(facet.not_looked_at > 0)}});
  }

  /// The rows by group of the schema, so that a long list stays readable.
  Data claim_groups(const std::vector<ClaimFacet>& facets) {
    std::vector<Data> groups;
    std::vector<Data> rows;
    for (std::size_t index = 0; index < facets.size(); ++index) {
      const std::optional<std::uint16_t> group = schema_.fields[facets[index].field].group;
      rows.push_back(claim(facets[index]));
      const bool is_last = index + 1 == facets.size() || schema_.fields[facets[index + 1].field].group != group;
      if (!is_last) continue;
      Data label;
      if (group) {
        const Group& one = schema_.groups[*group];
        label = Data::text((one.plain.empty() ? one.label : one.plain).in(language_));
      }
      groups.push_back(arena_.map({{"label"_name, label}, {"rows"_name, arena_.list(rows)}}));
      rows.clear();
    }
    return arena_.list(groups);
  }

 private:
  Data number(std::size_t value) { return arena_.text(std::to_string(value)); }
  Data text(std::string_view text) { return text.empty() ? Data() : arena_.text(text); }

  Data claim(const ClaimFacet& facet) {
    const Field& field = schema_.fields[facet.field];
    return arena_.map({{"id"_name, Data::text(field.id)},
                       {"plain"_name, Data::text(field.plain_or_label().in(language_))},
                       {"label"_name, Data::text(field.label.in(language_))},
                       {"help"_name, text(field.help.in(language_))},
                       {"count"_name, number(facet.stated)},
                       {"open_count"_name, number(facet.not_looked_at)},
                       {"has_entries"_name, Data::boolean(facet.stated > 0)}});
  }

  const Schema& schema_;
  Language language_;
  DataArena& arena_;
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
  FinderDataBuilder builder(context.site, collection, arena);
  std::vector<Data> choices;
  for (const ChoiceFacet& facet : facets.choices) choices.push_back(builder.choice(facet));
  return arena.map({{"choices"_name, arena.list(choices)},
                    {"claim_groups"_name, builder.claim_groups(facets.claims)},
                    {"answers"_name, Data::text(answer_order())},
                    {"places"_name, rule.places_address.text.empty() ? Data() : Data::text(rule.places_address.text)}});
}

DataShape finder_shape() {
  DataShape option = texts_shape({"id", "field", "text", "count"});
  option.set("has_entries", DataShape::boolean());
  DataShape choice = texts_shape({"id", "plain", "help", "not_looked_at"});
  choice.set("limits_claims", DataShape::boolean());
  choice.set("has_not_looked_at", DataShape::boolean());
  choice.set("options", DataShape::list(std::move(option)));
  DataShape row = texts_shape({"id", "plain", "label", "help", "count", "open_count"});
  row.set("has_entries", DataShape::boolean());
  DataShape group = texts_shape({"label"});
  group.set("rows", DataShape::list(std::move(row)));
  return DataShape::map({{"choices", DataShape::list(std::move(choice))},
                         {"claim_groups", DataShape::list(std::move(group))},
                         {"places", DataShape::text()},
                         {"answers", DataShape::text()}});
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
