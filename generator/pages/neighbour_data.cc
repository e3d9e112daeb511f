#include "pages/neighbour_data.h"

#include "pages/field_data.h"
#include "views/claims.h"
#include "views/comparison.h"

namespace wegwijs {
namespace {

/// A name that fits above a narrow column: its short name, or else the title.
std::string_view short_name(const Entry& entry, const Schema& schema) {
  const std::string_view name = text_of(entry, schema, Role::short_name);
  return name.empty() ? title_of(entry, schema) : name;
}

class NeighbourDataBuilder {
 public:
  NeighbourDataBuilder(const PageContext& context, std::uint16_t collection, std::vector<EntryNumber> entries,
                       DataArena& arena, PageNotes& notes)
      : context_(context),
        site_(context.site),
        schema_(context.site.collections[collection].schema),
        collection_(collection),
        entries_(std::move(entries)),
        arena_(arena),
        notes_(notes) {}

  Data build() {
    const SideBySide compared = side_by_side(site_, entries_, collection_);
    std::vector<Data> heads;
    for (const EntryNumber number : entries_) heads.push_back(arena_.map(names_of(number)));
    std::vector<Data> rows;
    std::size_t differing = 0;
    for (const SideBySide::Row& one : compared.rows) {
      rows.push_back(row(one));
      differing += one.differs ? 1U : 0U;
    }
    return arena_.map({{"entries"_name, arena_.list(heads)},
                       {"columns"_name, number(entries_.size())},
                       {"rows"_name, arena_.list(rows)},
                       {"row_count"_name, number(rows.size())},
                       {"differing_count"_name, number(differing)},
                       {"silent_count"_name, number(compared.silent_rows.size())},
                       {"has_silent"_name, Data::boolean(!compared.silent_rows.empty())}});
  }

 private:
  Data number(std::size_t value) { return arena_.text(std::to_string(value)); }

  std::vector<Member> names_of(EntryNumber number) {
    const Entry& entry = site_.entry(number);
    return {{"id"_name, Data::text(entry.slug)},
            {"title"_name, Data::text(title_of(entry, schema_))},
            {"short_name"_name, Data::text(short_name(entry, schema_))},
            {"address"_name, arena_.text(address_of(site_, number))}};
  }

  Data row(const SideBySide::Row& row) {
    const Field& field = schema_.fields[row.field];
    std::vector<Data> cells;
    for (const EntryNumber number : entries_) cells.push_back(cell(number, field, row.field));
    const Language language = site_.settings.language;
    return arena_.map({{"id"_name, Data::text(field.id)},
                       {"label"_name, Data::text(field.label.in(language))},
                       {"plain"_name, Data::text(field.plain_or_label().in(language))},
                       {"differs"_name, Data::boolean(row.differs)},
                       {"cells"_name, arena_.list(cells)}});
  }

  Data cell(EntryNumber number, const Field& field, FieldIndex index) {
    const Record& record = site_.entry(number).record;
    FieldDataBuilder builder(context_, arena_, number, notes_);
    std::vector<Data> claims;
    for (const Claim& one : record.claims(index)) claims.push_back(builder.claim(one));
    std::vector<Member> members = names_of(number);
    members.push_back({"row"_name, Data::text(field.id)});
    members.push_back({"claims"_name, arena_.list(claims)});
    members.push_back({"differs"_name, Data::boolean(sources_differ(record.claims(index)))});
    members.push_back({"applies"_name, Data::boolean(applies(field, index, record))});
    return arena_.map(members);
  }

  const PageContext& context_;
  const Site& site_;
  const Schema& schema_;
  std::uint16_t collection_;
  std::vector<EntryNumber> entries_;
  DataArena& arena_;
  PageNotes& notes_;
};

}  // namespace

void add_neighbour_data(const PageContext& context, EntryNumber number, DataArena& arena, PageNotes& notes,
                        std::vector<Member>& members) {
  Data data;
  for (const PlannedComparison& planned : context.plan.comparisons) {
    if (planned.collection != number.collection || planned.neighbours.empty()) continue;
    std::vector<EntryNumber> entries{number};
    const std::vector<EntryNumber>& beside = planned.neighbours[number.entry];
    entries.insert(entries.end(), beside.begin(), beside.end());
    if (!beside.empty())
      data = NeighbourDataBuilder(context, number.collection, std::move(entries), arena, notes).build();
    break;
  }
  members.push_back({"neighbours"_name, data});
}

void add_neighbour_shape(DataShape& shape) {
  const DataShape head = texts_shape({"id", "title", "short_name", "address"});
  DataShape cell = head;
  cell.set("row", DataShape::text());
  cell.set("claims", DataShape::list(claim_shape()));
  cell.set("differs", DataShape::boolean());
  cell.set("applies", DataShape::boolean());
  DataShape row = texts_shape({"id", "label", "plain"});
  row.set("differs", DataShape::boolean());
  row.set("cells", DataShape::list(std::move(cell)));
  DataShape beside = texts_shape({"columns", "row_count", "differing_count", "silent_count"});
  beside.set("entries", DataShape::list(head));
  beside.set("rows", DataShape::list(std::move(row)));
  beside.set("has_silent", DataShape::boolean());
  shape.set("neighbours", std::move(beside));
}

}  // namespace wegwijs
