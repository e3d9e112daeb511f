#include "views/coverage.h"

#include <algorithm>

#include "views/claims.h"

namespace wegwijs {

CoverageFields coverage_fields(const Collection& collection) {
  CoverageFields fields;
  fields.level = collection.schema.level_field();
  for (const ComparisonRule& rule : collection.rule->comparisons) {
    if (!fields.area && !rule.split_by.text.empty()) fields.area = collection.schema.find(rule.split_by.text);
  }
  return fields;
}

std::vector<FieldIndex> topics_of(const Schema& schema) {
  std::vector<FieldIndex> topics;
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    if (is_topic(schema.fields[index])) topics.push_back(static_cast<FieldIndex>(index));
  }
  return topics;
}

Coverage coverage(const Site& site, std::span<const EntryNumber> entries, FieldIndex topic) {
  Coverage result;
  for (const EntryNumber number : entries) {
    const Record& record = site.entry(number).record;
    const std::span<const Claim> claims = record.claims(topic);
    if (claims.empty() && !applies(site.schema(number).fields[topic], topic, record)) continue;
    ++result.all;
    result.known += known_statuses(claims).empty() ? 0U : 1U;
  }
  return result;
}

std::vector<EntryNumber> entries_of_part(const Site& site, std::span<const EntryNumber> entries,
                                         std::optional<FieldIndex> field, std::optional<std::uint16_t> option) {
  std::vector<EntryNumber> part;
  for (const EntryNumber number : entries) {
    const Choices* choices = field ? site.entry(number).record.get<Choices>(*field) : nullptr;
    const bool has_it = choices != nullptr && option &&
                        std::find(choices->options.begin(), choices->options.end(), *option) != choices->options.end();
    if (!field || has_it || (!option && choices == nullptr)) part.push_back(number);
  }
  return part;
}

}  // namespace wegwijs
