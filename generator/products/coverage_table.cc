#include "products/csv.h"
#include "products/open_data_tables.h"
#include "views/coverage.h"
#include "views/listing.h"
#include "views/open_data_address.h"

namespace wegwijs {
namespace {

/// A part of a collection: its id in the table, and its entries.
struct Part {
  std::string id;
  std::vector<EntryNumber> entries;
};

/// All entries, then those of each option, then those of which the field is not known; parts without entries are left
/// out.
std::vector<Part> parts(const Site& site, std::span<const EntryNumber> entries, const Schema& schema,
                        std::optional<FieldIndex> field) {
  std::vector<Part> result{{"", {entries.begin(), entries.end()}}};
  if (!field) return result;
  const std::vector<Option>& options = schema.fields[*field].options;
  const auto add = [&](std::string id, std::optional<std::uint16_t> option) {
    std::vector<EntryNumber> some = entries_of_part(site, entries, field, option);
    if (!some.empty()) result.push_back({std::move(id), std::move(some)});
  };
  for (std::size_t option = 0; option < options.size(); ++option)
    add(options[option].id, static_cast<std::uint16_t>(option));
  add("-", std::nullopt);
  return result;
}

std::vector<PublishedColumn> coverage_columns(const Site&, std::uint16_t) {
  return {{"onderwerp", "id van het onderwerp"},
          {"niveau", "id van het niveau; leeg: alle niveaus; -: niveau niet bekend"},
          {"deel", "id van het gebied; leeg: alle gebieden; -: gebied niet bekend"},
          {"bekend", "aantal waarvan een bron iets zegt"},
          {"totaal", "aantal waarvoor het onderwerp geldt"}};
}

void append_coverage(const Site& site, std::uint16_t collection_number, Date, std::string& csv) {
  const Collection& collection = site.collections[collection_number];
  const CoverageFields fields = coverage_fields(collection);
  const std::vector<EntryNumber> all = entries_of(site, collection_number);
  const std::vector<FieldIndex> topics = topics_of(collection.schema);
  for (const Part& level : parts(site, all, collection.schema, fields.level)) {
    for (const Part& area : parts(site, level.entries, collection.schema, fields.area)) {
      for (const FieldIndex topic : topics) {
        const Coverage one = coverage(site, area.entries, topic);
        const std::vector<std::string> cells{collection.schema.fields[topic].id, level.id, area.id,
                                             std::to_string(one.known), std::to_string(one.all)};
        append_csv_record_as_it_is(csv, cells);
      }
    }
  }
}

}  // namespace

const PublishedTable coverage_table{coverage_table_ending, coverage_columns, append_coverage};

}  // namespace wegwijs
