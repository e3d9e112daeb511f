#include "views/facets.h"

#include <algorithm>

#include "views/claims.h"

namespace wegwijs {
namespace {

ChoiceFacet choice_facet(const Site& site, std::span<const EntryNumber> entries, const Field& field, FieldIndex index) {
  ChoiceFacet facet{index, {}, 0};
  for (std::size_t option = 0; option < field.options.size(); ++option) {
    facet.options.push_back({static_cast<std::uint16_t>(option), 0});
  }
  for (const EntryNumber number : entries) {
    const Choices* choices = site.entry(number).record.get<Choices>(index);
    if (choices == nullptr) ++facet.not_looked_at;
    if (choices == nullptr) continue;
    for (const std::uint16_t option : choices->options) ++facet.options[option].entries;
  }
  return facet;
}

ClaimFacet claim_facet(const Site& site, std::span<const EntryNumber> entries, FieldIndex index) {
  ClaimFacet facet{index, 0, 0, 0};
  for (const EntryNumber number : entries) {
    const Record& record = site.entry(number).record;
    const SupportAnswer answer = answer_of(record, site.schema(number), index, {});
    facet.stated += answer == SupportAnswer::stated ? 1U : 0U;
    facet.spoken += answer == SupportAnswer::stated || answer == SupportAnswer::denied ? 1U : 0U;
    facet.unknown += answer == SupportAnswer::open ? 1U : 0U;
  }
  return facet;
}

}  // namespace

Facets facets(const Site& site, std::span<const EntryNumber> entries, std::uint16_t collection,
              std::size_t least_stated) {
  const Schema& schema = site.collections[collection].schema;
  Facets result;
  for (std::size_t number = 0; number < schema.fields.size(); ++number) {
    const Field& field = schema.fields[number];
    const auto index = static_cast<FieldIndex>(number);
    if (field.facet && !field.options.empty()) result.choices.push_back(choice_facet(site, entries, field, index));
    if (!is_topic(field)) continue;
    const ClaimFacet facet = claim_facet(site, entries, index);
    if (facet.spoken > 0 && facet.stated >= least_stated) result.claims.push_back(facet);
  }
  return result;
}

}  // namespace wegwijs
