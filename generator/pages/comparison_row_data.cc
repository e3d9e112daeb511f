#include "pages/comparison_row_data.h"

#include <set>

#include "pages/field_data.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

/// Entries with one status, all of them or those with one value of the dividing field.
struct ComparedPart {
  Data label;  ///< of the value; null when they have none or are not divided
  std::vector<ComparedClaim> claims;
};

/// Of how many entries these are: an entry may say it twice, for other pupils or from another source.
std::size_t entries_in(const std::vector<ComparedClaim>& claims) {
  std::set<std::uint32_t> entries;
  for (const ComparedClaim& one : claims) entries.insert(one.entry.entry);
  return entries.size();
}

/// One part without label, or one per value of the dividing field when the list is long.
std::vector<ComparedPart> compared_parts_of(const ComparisonRowTeller& teller,
                                            const std::vector<ComparedClaim>& claims) {
  if (!teller.split_by) return {{Data(), claims}};
  const std::vector<Option>& options = teller.schema.fields[*teller.split_by].options;
  std::vector<ComparedPart> divided(options.size() + 1);
  for (std::size_t option = 0; option < options.size(); ++option)
    divided[option].label = teller.words(options[option].label);
  for (const ComparedClaim& claim : claims) {
    const Choices* choices = teller.site.entry(claim.entry).record.get<Choices>(*teller.split_by);
    divided[choices == nullptr ? options.size() : choices->options.front()].claims.push_back(claim);
  }
  std::erase_if(divided, [](const ComparedPart& part) { return part.claims.empty(); });
  return divided;
}

const ClaimStatus& declared_status(const ComparisonRowTeller& teller, const ComparedStatus& status) {
  return teller.schema.claims.statuses[status.status];
}

Data compared_claim_of(ComparisonRowTeller& teller, const ComparedClaim& compared) {
  return FieldDataBuilder(teller.context, teller.arena, compared.entry, teller.notes).claim(*compared.claim);
}

constexpr Told<Teller, Field> support_name_members[] = {
    {"id", as_text, [](Teller& /*one*/, const Field& field) { return Data::text(field.id); }},
    {"label", as_text, [](Teller& one, const Field& field) { return one.words(field.label); }},
    {"plain", as_text, [](Teller& one, const Field& field) { return one.words(field.plain_or_label()); }},
    {"help", as_text, [](Teller& one, const Field& field) { return one.words(field.help); }},
    {"question", as_text, [](Teller& one, const Field& field) { return one.words(field.question); }},
};

constexpr Told<ComparisonRowTeller, ComparedClaim> compared_entry_members[] = {
    {"title", as_text,
     [](ComparisonRowTeller& one, const ComparedClaim& compared) {
       return Data::text(title_of(one.site.entry(compared.entry), one.schema));
     }},
    {"address", as_text,
     [](ComparisonRowTeller& one, const ComparedClaim& compared) {
       return one.text(address_of(one.site, compared.entry));
     }},
    {"differs", as_yes_no, given<&ComparedClaim::sources_differ>},
    {"claim", claim_shape, compared_claim_of},
};

constexpr Told<ComparisonRowTeller, ComparedPart> compared_part_members[] = {
    {"label", as_text, given<&ComparedPart::label>},
    {"entries", as_list<compared_entry_members>,
     [](ComparisonRowTeller& one, const ComparedPart& part) {
       return tell_each(compared_entry_members, one, part.claims);
     }},
};

constexpr Told<ComparisonRowTeller, ComparedStatus> compared_status_members[] = {
    {"status", as_text,
     [](ComparisonRowTeller& one, const ComparedStatus& status) {
       return Data::text(look_of(declared_status(one, status).means));
     }},
    {"status_label", as_text,
     [](ComparisonRowTeller& one, const ComparedStatus& status) {
       return one.words(declared_status(one, status).label);
     }},
    {"count", as_text,
     [](ComparisonRowTeller& one, const ComparedStatus& status) { return one.count(entries_in(status.claims)); }},
    {"parts", as_list<compared_part_members>,
     [](ComparisonRowTeller& one, const ComparedStatus& status) {
       return tell_each(compared_part_members, one, compared_parts_of(one, status.claims));
     }},
};

/// Beside the names.
constexpr Told<ComparisonRowTeller, ComparisonRow> comparison_row_members[] = {
    {"known_count", as_text, [](ComparisonRowTeller& one, const ComparisonRow& row) { return one.count(row.known); }},
    {"unknown_count", as_text,
     [](ComparisonRowTeller& one, const ComparisonRow& row) { return one.count(row.unknown); }},
    {"has_unknown", as_yes_no,
     [](ComparisonRowTeller& /*one*/, const ComparisonRow& row) { return Data::boolean(row.unknown > 0); }},
    {"has_one_unknown", as_yes_no,
     [](ComparisonRowTeller& /*one*/, const ComparisonRow& row) { return Data::boolean(row.unknown == 1); }},
    {"statuses", as_list<compared_status_members>,
     [](ComparisonRowTeller& one, const ComparisonRow& row) {
       return tell_each(compared_status_members, one, row.statuses);
     }},
};

}  // namespace

Data support_names(Teller& teller, const Field& field) {
  return tell(support_name_members, teller, field);
}

DataShape support_names_shape(const ShapeScope& scope) {
  return as_map<support_name_members>(scope);
}

ComparisonRowTeller::ComparisonRowTeller(const PageContext& page_context, std::uint16_t collection,
                                         std::optional<FieldIndex> split_field, std::size_t entry_count,
                                         DataArena& data_arena, PageNotes& page_notes)
    : Teller(page_context, data_arena),
      schema(site.collections[collection].schema),
      split_by(entry_count > entries_before_division ? split_field : std::nullopt),
      notes(page_notes) {}

Data ComparisonRowTeller::row(const ComparisonRow& row) {
  std::vector<Member> told;
  add_told(support_name_members, told, *this, schema.fields[row.field]);
  add_told(comparison_row_members, told, *this, row);
  return arena.map(told);
}

DataShape comparison_row_shape(const ShapeScope& scope) {
  DataShape shape = as_map<support_name_members>(scope);
  add_shape_of(comparison_row_members, scope, shape);
  return shape;
}

}  // namespace wegwijs
