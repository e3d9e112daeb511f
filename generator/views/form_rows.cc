#include "views/form_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/read_record.h"
#include "text/ascii.h"
#include "views/claims.h"
#include "views/known_word.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

std::string other_words(const Label& plain, const Label& label) {
  return plain.empty() ? std::string() : std::string(known_word(plain.nl, label.nl));
}

FormRow row_of(const Schema& schema, const Field& field, std::span<const Claim> claims, const Entry* entry,
               const Site& site, Date today) {
  FormRow row;
  row.id = field.id;
  row.topic = field.plain_or_label().nl;
  row.term = other_words(field.plain, field.label);
  row.help = field.help.nl;
  row.is_text = field.type == FieldType::text_claim;
  row.seen = seen_of(schema, claims);
  row.is_old = !claims.empty() && is_old(claims.front(), today);
  for (const Claim& claim : claims)
    row.now += (row.now.empty() ? "" : " | ") + claim_in_words(site, schema, entry->record, claim);
  return row;
}

}  // namespace

std::string seen_of(const Schema& schema, std::span<const Claim> claims) {
  std::string seen;
  for (const Claim& claim : claims) {
    if (!seen.empty()) seen += " / ";
    seen += status_of(schema, claim).id;
    if (!claim.explanation.empty()) seen += ": " + claim.explanation;
    seen += " (" + as_of_as_written(claim.as_of) + ")";
  }
  return seen;
}

std::string claim_in_words(const Site& site, const Schema& schema, const Record& record, const Claim& claim) {
  const Source& source = record.sources()[claim.source];
  const SourceDescription view = describe(site, source);
  std::string words(claim.means == Meaning::mentioned ? std::string() : status_of(schema, claim).label.nl);
  if (!claim.explanation.empty()) words += (words.empty() ? "" : ": ") + claim.explanation;
  return words + fmt::format(" (bron: {}; {})", view.title.empty() ? view.address : view.title,
                             as_of_in_words(claim.as_of, Language::nl));
}

std::vector<FormGroup> form_rows(const Schema& schema, const Entry* entry, const Site& site, Date today) {
  std::vector<FormGroup> groups;
  for (const Group& group : schema.groups)
    groups.push_back(
        {group.id, group.plain.empty() ? group.label.nl : group.plain.nl, other_words(group.plain, group.label), {}});
  const Record nothing;
  const Record& record = entry == nullptr ? nothing : entry->record;
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const Field& field = schema.fields[index];
    const auto number = static_cast<FieldIndex>(index);
    if (!is_topic(field) || (entry != nullptr && !applies(field, number, record))) continue;
    groups[*field.group].rows.push_back(row_of(schema, field, record.claims(number), entry, site, today));
  }
  std::erase_if(groups, [](const FormGroup& group) { return group.rows.empty(); });
  return groups;
}

std::vector<std::pair<std::string, std::string>> form_levels(const Schema& schema, const Entry* entry) {
  std::vector<std::pair<std::string, std::string>> levels;
  const std::optional<FieldIndex> field = schema.level_field();
  if (!field) return levels;
  const Choices* own = entry == nullptr ? nullptr : entry->record.get<Choices>(*field);
  const std::vector<Option>& options = schema.fields[*field].options;
  for (std::uint16_t index = 0; index < options.size(); ++index) {
    const bool has = own == nullptr || std::find(own->options.begin(), own->options.end(), index) != own->options.end();
    if (has) levels.emplace_back(options[index].id, options[index].label.nl);
  }
  return levels;
}

std::string levels_asked(const Schema& schema, Language language) {
  const std::optional<FieldIndex> field = schema.level_field();
  std::string words(field ? schema.fields[*field].label.in(language) : std::string_view(schema.claims.level_field));
  if (!words.empty()) words[0] = to_lower(words[0]);
  return words;
}

std::string years_asked(const Schema& schema, Language language) {
  const YearWords& years = schema.claims.years;
  std::string words(years.many.empty() ? std::string_view(years.key) : years.many.in(language));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string example_years(const Schema& schema) {
  std::string words;
  for (const Option& year :
       std::span(schema.claims.years.options).first(std::min<std::size_t>(2, schema.claims.years.options.size())))
    words += (words.empty() ? "" : ", ") + year.id;
  return words;
}

std::vector<std::pair<std::string, std::string>> form_source_kinds(const Schema& schema, Language language) {
  std::vector<std::pair<std::string, std::string>> kinds;
  for (const std::string& id : schema.claims.form_source_kinds) {
    const Option* kind = find_option(schema.claims.source_kinds, id);
    if (kind == nullptr) continue;
    std::string words((kind->help.empty() ? kind->label : kind->help).in(language));
    if (words.empty()) words = id;
    words[0] = to_upper(words[0]);
    kinds.emplace_back(id, std::move(words));
  }
  return kinds;
}

std::string form_key(const Collection& collection, const Entry& entry, Date today) {
  const std::string version = collection.schema.version.empty() ? "-" : collection.schema.version;
  return fmt::format("wegwijs 1 {} {} {} {}", collection.rule->name, entry.slug, version, iso_date(today));
}

std::size_t form_text_limit() {
  return explanation_limit;
}

}  // namespace wegwijs
