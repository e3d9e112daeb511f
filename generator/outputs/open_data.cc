#include "outputs/open_data.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "outputs/open_data_entry.h"
#include "outputs/open_data_tables.h"
#include "views/claims.h"
#include "views/open_data_address.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

/// "/data/scholen" + `ending`.
std::string collection_file(const Collection& collection, std::string_view ending) {
  return collection.rule->open_data.text + collection.rule->name + std::string(ending);
}

constexpr std::string_view all_entries_ending = ".json";
constexpr std::string_view entries_table_ending = ".csv";
constexpr std::string_view claims_table_ending = "-beweringen.csv";
/// Describes the tables (Data Package, frictionlessdata.io); one for all collections that are published at an address.
constexpr std::string_view description_file = "datapackage.json";

bool has_claims(const Collection& collection) {
  const std::vector<Field>& fields = collection.schema.fields;
  return std::any_of(fields.begin(), fields.end(), [](const Field& field) { return is_claim(field); });
}

template <typename Visit>
void visit_published(const Site& site, const Visit& visit) {
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    if (!site.collections[index].rule->open_data.text.empty()) visit(static_cast<std::uint16_t>(index));
  }
}

/// Put together from the texts of the entries, so that both files say the same to the letter.
std::string all_entries(const Collection& collection, const std::vector<std::string>& entries) {
  const auto quoted = [](std::string_view text) { return Json(text).dump(); };
  std::string json = R"({"versie":)" + quoted(open_data_version) + R"(,"verzameling":)" +
                     quoted(collection.rule->name) + R"(,"schemaversie":)" + quoted(collection.schema.version) +
                     R"(,"gegevens":[)";
  for (const std::string& entry : entries) json += (json.ends_with('[') ? "\n" : ",\n") + entry;
  return json + "\n]}\n";
}

/// A table as the description names it. Every column is text: a date may be a month, a number may be unknown.
Json described_table(const std::string& address, const PublishedTable& table) {
  const std::string name = address.substr(address.rfind('/') + 1);
  Json fields = Json::array();
  for (const PublishedColumn& column : table.columns)
    fields.push_back({{"name", column.name}, {"type", "string"}, {"description", column.description}});
  return {{"profile", "tabular-data-resource"},
          {"name", name.substr(0, name.rfind('.'))},
          {"path", name},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"schema", {{"fields", std::move(fields)}}}};
}

/// No licence for the whole: that nobody could say.
std::string description_of(const Settings& settings, Json tables) {
  const Json json{{"profile", "tabular-data-package"}, {"name", "wegwijs"},
                  {"title", settings.title},           {"version", open_data_version},
                  {"homepage", settings.base_address}, {"resources", std::move(tables)}};
  return json.dump(1) + "\n";
}

/// By address of their description: collections may be published at different ones.
using TablesByDescription = std::map<std::string, Json>;

void write_table(const std::string& address, const PublishedTable& table, Json& described, Sink& sink) {
  sink.write(address.substr(1), table.csv);
  described.push_back(described_table(address, table));
}

void write_entries(const OutputContext& context, std::uint16_t collection_number, Sink& sink) {
  const Collection& collection = context.site.collections[collection_number];
  std::vector<std::string> entries;
  for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
    const EntryNumber number{collection_number, static_cast<std::uint32_t>(entry)};
    entries.push_back(open_data_entry(context.site, number, context.today));
    const std::string file = open_data_address_of(context.site, number);
    if (!file.empty()) sink.write(file.substr(1), entries.back() + "\n");
  }
  sink.write(collection_file(collection, all_entries_ending).substr(1), all_entries(collection, entries));
}

}  // namespace

void open_data_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  std::set<std::string> descriptions;
  visit_published(context.site, [&](std::uint16_t number) {
    const Collection& collection = context.site.collections[number];
    for (const std::string_view ending : {all_entries_ending, entries_table_ending})
      addresses.push_back(collection_file(collection, ending));
    if (has_claims(collection)) addresses.push_back(collection_file(collection, claims_table_ending));
    descriptions.insert(collection.rule->open_data.text + std::string(description_file));
    for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
      const std::string file = open_data_address_of(context.site, {number, static_cast<std::uint32_t>(entry)});
      if (!file.empty()) addresses.push_back(file);
    }
  });
  addresses.insert(addresses.end(), descriptions.begin(), descriptions.end());
}

void write_open_data(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  TablesByDescription descriptions;
  visit_published(context.site, [&](std::uint16_t number) {
    const Collection& collection = context.site.collections[number];
    write_entries(context, number, sink);
    Json& described = descriptions[collection.rule->open_data.text + std::string(description_file)];
    write_table(collection_file(collection, entries_table_ending), entries_table(context.site, number), described,
                sink);
    if (!has_claims(collection)) return;
    write_table(collection_file(collection, claims_table_ending), claims_table(context.site, number, context.today),
                described, sink);
  });
  for (auto& [address, tables] : descriptions)
    sink.write(address.substr(1), description_of(context.site.settings, std::move(tables)));
}

}  // namespace wegwijs
