#include "pages/neighbour_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "pages/told.h"
#include "views/claims.h"
#include "views/comparison.h"

namespace wegwijs {
namespace {

/// A name that fits above a narrow column: its short name, or else the title.
std::string_view short_name(const Entry& entry, const Schema& schema) {
  const std::string_view name = text_of(entry, schema, Role::short_name);
  return name.empty() ? title_of(entry, schema) : name;
}

/// An entry that stands side by side with others.
struct EntryBeside {
  EntryNumber number;
  const Entry& entry;
  Data title;
  Data short_name;
  Data address;
};

/// What one of them says of one kind of support.
struct NeighbourCell {
  const EntryBeside& beside;
  const Field& field;
  FieldIndex index;
  std::span<const Claim> claims;
};

/// Tells about an entry and those beside it.
struct NeighbourTeller : Teller {
  /// `entries`: it and those beside it, of one collection.
  NeighbourTeller(const PageContext& page_context, const std::vector<EntryNumber>& entries, DataArena& data_arena,
                  PageNotes& page_notes)
      : Teller(page_context, data_arena), notes(page_notes) {
    if (entries.empty()) return;
    schema = &site.schema(entries.front());
    compared = side_by_side(site, entries, entries.front().collection);
    for (const EntryNumber number : entries) {
      const Entry& entry = site.entry(number);
      beside.push_back({number, entry, Data::text(title_of(entry, *schema)), Data::text(short_name(entry, *schema)),
                        text(address_of(site, number))});
    }
  }

  Data count_of_differing() const {
    const auto differs = [](const SideBySide::Row& row) { return row.differs; };
    return count(static_cast<std::size_t>(std::count_if(compared.rows.begin(), compared.rows.end(), differs)));
  }

  PageNotes& notes;
  const Schema* schema = nullptr;  ///< null without entries
  SideBySide compared;
  std::vector<EntryBeside> beside;
};

constexpr Told<NeighbourTeller, EntryBeside> entry_beside_members[] = {
    {"id", as_text, [](NeighbourTeller& /*one*/, const EntryBeside& beside) { return Data::text(beside.entry.slug); }},
    {"title", as_text, given<&EntryBeside::title>},
    {"short_name", as_text, given<&EntryBeside::short_name>},
    {"address", as_text, given<&EntryBeside::address>},
};

Data neighbour_claims_of(NeighbourTeller& teller, const NeighbourCell& cell) {
  FieldDataBuilder builder(teller.context, teller.arena, cell.beside.number, teller.notes);
  std::vector<Data> claims;
  for (const Claim& one : cell.claims) claims.push_back(builder.claim(one));
  return teller.arena.list(claims);
}

/// Beside those of its entry.
constexpr Told<NeighbourTeller, NeighbourCell> neighbour_cell_members[] = {
    {"row", as_text, [](NeighbourTeller& /*one*/, const NeighbourCell& cell) { return Data::text(cell.field.id); }},
    {"claims", as_list_of<claim_shape>, neighbour_claims_of},
    {"differs", as_yes_no,
     [](NeighbourTeller& /*one*/, const NeighbourCell& cell) { return Data::boolean(sources_differ(cell.claims)); }},
    {"applies", as_yes_no,
     [](NeighbourTeller& /*one*/, const NeighbourCell& cell) {
       return Data::boolean(applies(cell.field, cell.index, cell.beside.entry.record));
     }},
};

Data neighbour_cells_of(NeighbourTeller& teller, const SideBySide::Row& row) {
  std::vector<Data> cells;
  for (const EntryBeside& one : teller.beside) {
    std::vector<Member> told;
    add_told(entry_beside_members, told, teller, one);
    const NeighbourCell cell{one, teller.schema->fields[row.field], row.field, one.entry.record.claims(row.field)};
    add_told(neighbour_cell_members, told, teller, cell);
    cells.push_back(teller.arena.map(told));
  }
  return teller.arena.list(cells);
}

DataShape neighbour_cells_shape(const ShapeScope& scope) {
  DataShape cell = as_map<entry_beside_members>(scope);
  add_shape_of(neighbour_cell_members, scope, cell);
  return DataShape::list(std::move(cell));
}

constexpr Told<NeighbourTeller, SideBySide::Row> neighbour_row_members[] = {
    {"id", as_text,
     [](NeighbourTeller& one, const SideBySide::Row& row) { return Data::text(one.schema->fields[row.field].id); }},
    {"label", as_text,
     [](NeighbourTeller& one, const SideBySide::Row& row) { return one.words(one.schema->fields[row.field].label); }},
    {"plain", as_text,
     [](NeighbourTeller& one, const SideBySide::Row& row) {
       return one.words(one.schema->fields[row.field].plain_or_label());
     }},
    {"differs", as_yes_no,
     [](NeighbourTeller& /*one*/, const SideBySide::Row& row) { return Data::boolean(row.differs); }},
    {"cells", neighbour_cells_shape, neighbour_cells_of},
};

constexpr Told<NeighbourTeller> neighbour_members[] = {
    {"entries", as_list<entry_beside_members>,
     [](NeighbourTeller& one) { return tell_each(entry_beside_members, one, one.beside); }},
    {"columns", as_text, [](NeighbourTeller& one) { return one.count(one.beside.size()); }},
    {"rows", as_list<neighbour_row_members>,
     [](NeighbourTeller& one) { return tell_each(neighbour_row_members, one, one.compared.rows); }},
    {"row_count", as_text, [](NeighbourTeller& one) { return one.count(one.compared.rows.size()); }},
    {"differing_count", as_text, [](NeighbourTeller& one) { return one.count_of_differing(); }},
    {"silent_count", as_text, [](NeighbourTeller& one) { return one.count(one.compared.silent_rows.size()); }},
    {"has_silent", as_yes_no, [](NeighbourTeller& one) { return Data::boolean(!one.compared.silent_rows.empty()); }},
};

constexpr Told<NeighbourTeller> neighbour_page_members[] = {
    {"neighbours", as_map<neighbour_members>,
     [](NeighbourTeller& one) { return one.beside.empty() ? Data() : tell(neighbour_members, one); }},
};

/// The entry and those beside it; empty when there are none.
std::vector<EntryNumber> with_neighbours(const PagePlan& plan, EntryNumber number) {
  const auto has_neighbours = [&](const PlannedComparison& planned) {
    return planned.collection == number.collection && !planned.neighbours.empty();
  };
  const auto planned = std::find_if(plan.comparisons.begin(), plan.comparisons.end(), has_neighbours);
  if (planned == plan.comparisons.end()) return {};
  const std::vector<EntryNumber>& beside = planned->neighbours[number.entry];
  if (beside.empty()) return {};
  std::vector<EntryNumber> entries{number};
  entries.insert(entries.end(), beside.begin(), beside.end());
  return entries;
}

}  // namespace

void add_neighbour_data(const PageContext& context, EntryNumber number, DataArena& arena, PageNotes& notes,
                        std::vector<Member>& members) {
  NeighbourTeller teller(context, with_neighbours(context.plan, number), arena, notes);
  add_told(neighbour_page_members, members, teller);
}

void add_neighbour_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(neighbour_page_members, scope, shape);
}

}  // namespace wegwijs
