#include "views/comparison.h"

#include <algorithm>
#include <functional>

#include "schema/field_types.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

bool row_applies(const Field& field, FieldIndex chosen_field, std::uint16_t chosen_option) {
  if (!field.applies_to || field.applies_to->field != chosen_field) return true;
  const auto& any_of = field.applies_to->any_of;
  return std::find(any_of.begin(), any_of.end(), chosen_option) != any_of.end();
}

/// An empty level means all of them.
bool counts_for(const Claim& claim, std::string_view level) {
  if (level.empty()) return true;
  const std::vector<std::string>& levels = claim.scope.levels;
  return levels.empty() || std::find(levels.begin(), levels.end(), level) != levels.end();
}

ComparisonRow row_of(const Site& site, const std::vector<EntryNumber>& entries, FieldIndex field,
                     std::string_view level) {
  ComparisonRow row;
  row.field = field;
  std::vector<ComparedStatus> sorted;  // by status, in the order of the schema
  for (const EntryNumber entry : entries) {
    const std::span<const Claim> claims = site.entry(entry).record.claims(field);
    bool counts = false;
    for (const Claim& claim : claims) {
      if (!counts_for(claim, level)) continue;
      if (sorted.size() <= claim.status) sorted.resize(claim.status + std::size_t{1});
      sorted[claim.status].claims.push_back({entry, &claim, sources_differ(claims)});
      counts = true;
    }
    ++(counts ? row.known : row.unknown);
  }
  for (std::size_t index = 0; index < sorted.size(); ++index) {
    if (sorted[index].claims.empty()) continue;
    sorted[index].status = static_cast<StatusIndex>(index);
    row.statuses.push_back(std::move(sorted[index]));
  }
  return row;
}

}  // namespace

ComparisonRow compared_row(const Site& site, const std::vector<EntryNumber>& entries, FieldIndex field) {
  return row_of(site, entries, field, {});
}

std::size_t count_offering(const Site& site, std::uint16_t collection, FieldIndex field) {
  const std::vector<Entry>& entries = site.collections[collection].entries;
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    const std::span<const Claim> claims = entry.record.claims(field);
    return std::any_of(claims.begin(), claims.end(), states_support);
  }));
}

SideBySide side_by_side(const Site& site, const std::vector<EntryNumber>& entries, std::uint16_t collection) {
  const Schema& schema = site.collections[collection].schema;
  SideBySide result;
  for (std::size_t number = 0; number < schema.fields.size(); ++number) {
    const Field& field = schema.fields[number];
    const auto index = static_cast<FieldIndex>(number);
    if (!field.compare || !is_claim(field)) continue;
    std::vector<std::vector<StatusIndex>> answers;
    bool is_known = false;
    bool applies_to_any = false;
    for (const EntryNumber entry : entries) {
      const Record& record = site.entry(entry).record;
      // A row that does not apply to an entry says nothing about it and does not count as a difference.
      if (!applies(field, index, record)) continue;
      applies_to_any = true;
      is_known = is_known || !record.claims(index).empty();
      // What is unknown does not count as a difference.
      std::vector<StatusIndex> own = known_statuses(record.claims(index));
      if (!own.empty()) answers.push_back(std::move(own));
    }
    if (!applies_to_any) continue;
    if (!is_known) result.silent_rows.push_back(index);
    const bool differs = std::adjacent_find(answers.begin(), answers.end(), std::not_equal_to<>()) != answers.end();
    if (is_known) result.rows.push_back({index, differs});
  }
  return result;
}

bool is_compared(const Schema& schema, std::uint16_t group) {
  return std::any_of(schema.fields.begin(), schema.fields.end(),
                     [&](const Field& field) { return field.compare && field.group == group; });
}

Comparison compare(const Site& site, const std::vector<EntryNumber>& entries, std::uint16_t collection,
                   std::uint16_t group, FieldIndex chosen_field, std::uint16_t chosen_option) {
  const Schema& schema = site.collections[collection].schema;
  const std::string& level = schema.fields[chosen_field].options[chosen_option].id;
  Comparison comparison;
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const Field& field = schema.fields[index];
    if (!field.compare || field.group != group || !row_applies(field, chosen_field, chosen_option)) continue;
    ComparisonRow row = row_of(site, entries, static_cast<FieldIndex>(index), level);
    if (row.known == 0) comparison.silent_rows.push_back(row.field);
    if (row.known > 0) comparison.rows.push_back(std::move(row));
  }
  return comparison;
}

}  // namespace wegwijs
