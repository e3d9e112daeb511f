#include "pages/comparison_row_data.h"

#include <set>

#include "pages/field_data.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

/// Of how many entries these are: an entry may say it twice, for other pupils or from another source.
std::size_t entries_in(const std::vector<ComparedClaim>& claims) {
  std::set<std::uint32_t> entries;
  for (const ComparedClaim& one : claims) entries.insert(one.entry.entry);
  return entries.size();
}

}  // namespace

ComparisonRowDataBuilder::ComparisonRowDataBuilder(const PageContext& context, std::uint16_t collection,
                                                   std::optional<FieldIndex> split_by, std::size_t entry_count,
                                                   DataArena& arena, PageNotes& notes)
    : context_(context),
      schema_(context.site.collections[collection].schema),
      split_by_(split_by),
      entry_count_(entry_count),
      arena_(arena),
      notes_(notes) {}

std::vector<Member> ComparisonRowDataBuilder::names_of(const Field& field) {
  return {{"id"_name, Data::text(field.id)},
          {"label"_name, Data::text(field.label.in(language()))},
          {"plain"_name, Data::text(field.plain_or_label().in(language()))},
          {"help"_name, text(field.help.in(language()))},
          {"question"_name, text(field.question.in(language()))}};
}

Data ComparisonRowDataBuilder::row(const ComparisonRow& row) {
  std::vector<Data> statuses;
  for (const ComparedStatus& one : row.statuses) statuses.push_back(status(one));
  std::vector<Member> members = names_of(schema_.fields[row.field]);
  members.push_back({"known_count"_name, number(row.known)});
  members.push_back({"unknown_count"_name, number(row.unknown)});
  members.push_back({"has_unknown"_name, Data::boolean(row.unknown > 0)});
  members.push_back({"has_one_unknown"_name, Data::boolean(row.unknown == 1)});
  members.push_back({"statuses"_name, arena_.list(statuses)});
  return arena_.map(members);
}

Data ComparisonRowDataBuilder::status(const ComparedStatus& status) {
  const ClaimStatus& declared = schema_.claims.statuses[status.status];
  return arena_.map({{"status"_name, Data::text(look_of(declared.means))},
                     {"status_label"_name, Data::text(declared.label.in(language()))},
                     {"count"_name, number(entries_in(status.claims))},
                     {"parts"_name, parts(status.claims)}});
}

/// One part without label, or one per value of the dividing field when the list is long.
Data ComparisonRowDataBuilder::parts(const std::vector<ComparedClaim>& claims) {
  if (!split_by_ || entry_count_ <= entries_before_division) {
    const Data only = part(Data(), claims);
    return arena_.list({&only, 1});
  }
  const Field& field = schema_.fields[*split_by_];
  std::vector<Data> parts;
  std::vector<bool> placed(claims.size());
  for (std::size_t option = 0; option < field.options.size(); ++option) {
    std::vector<ComparedClaim> chosen;
    for (std::size_t index = 0; index < claims.size(); ++index) {
      const Choices* choices = context_.site.entry(claims[index].entry).record.get<Choices>(*split_by_);
      if (placed[index] || choices == nullptr || choices->options.front() != option) continue;
      placed[index] = true;
      chosen.push_back(claims[index]);
    }
    if (!chosen.empty()) parts.push_back(part(Data::text(field.options[option].label.in(language())), chosen));
  }
  std::vector<ComparedClaim> rest;
  for (std::size_t index = 0; index < claims.size(); ++index) {
    if (!placed[index]) rest.push_back(claims[index]);
  }
  if (!rest.empty()) parts.push_back(part(Data(), rest));
  return arena_.list(parts);
}

Data ComparisonRowDataBuilder::part(Data label, const std::vector<ComparedClaim>& claims) {
  std::vector<Data> entries;
  for (const ComparedClaim& one : claims) {
    FieldDataBuilder builder(context_, arena_, one.entry, notes_);
    entries.push_back(arena_.map({{"title"_name, Data::text(title_of(context_.site.entry(one.entry), schema_))},
                                  {"address"_name, text(address_of(context_.site, one.entry))},
                                  {"differs"_name, Data::boolean(one.sources_differ)},
                                  {"claim"_name, builder.claim(*one.claim)}}));
  }
  return arena_.map({{"label"_name, label}, {"entries"_name, arena_.list(entries)}});
}

DataShape comparison_names_shape() {
  return texts_shape({"id", "label", "plain", "help", "question"});
}

DataShape comparison_row_shape() {
  DataShape entry = texts_shape({"title", "address"});
  entry.set("differs", DataShape::boolean());
  entry.set("claim", claim_shape());
  DataShape part = texts_shape({"label"});
  part.set("entries", DataShape::list(std::move(entry)));
  DataShape status = texts_shape({"status", "status_label", "count"});
  status.set("parts", DataShape::list(std::move(part)));
  DataShape row = comparison_names_shape();
  row.set("known_count", DataShape::text());
  row.set("unknown_count", DataShape::text());
  row.set("has_unknown", DataShape::boolean());
  row.set("has_one_unknown", DataShape::boolean());
  row.set("statuses", DataShape::list(std::move(status)));
  return row;
}

}  // namespace wegwijs
