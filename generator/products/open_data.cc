#include "products/open_data.h"

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "products/open_data_entry.h"
#include "products/open_data_tables.h"
#include "schema/field_types.h"
#include "views/claims.h"
#include "views/open_data_address.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

/// "/data/scholen" + `ending`.
constexpr std::string_view all_entries_ending = ".json";
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
Json described_table(const Site& site, std::uint16_t collection, const PublishedTable& table) {
  const std::string name = site.collections[collection].rule->name + std::string(table.ending);
  Json fields = Json::array();
  for (const PublishedColumn& column : table.columns(site, collection))
    fields.push_back({{"name", column.name}, {"type", "string"}, {"description", column.description}});
  return {{"profile", "tabular-data-resource"},
          {"name", name.substr(0, name.rfind('.'))},
          {"path", name},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"schema", {{"fields", std::move(fields)}}}};
}

/// No licence for the whole: nobody could give one.
std::string description_of(const Settings& settings, Json tables) {
  const Json json{{"profile", "tabular-data-package"}, {"name", "wegwijs"},
                  {"title", settings.title},           {"version", open_data_version},
                  {"homepage", settings.base_address}, {"resources", std::move(tables)}};
  return json.dump(1) + "\n";
}

/// The products of the collections that are published. Entries leave their texts for the file of all in slots of their
/// own, so that any thread may make them.
class OpenData {
 public:
  OpenData(const ProductContext& context, std::vector<Product>& products) : context_(context), products_(products) {}

  void plan() {
    visit_published(context_.site, [&](std::uint16_t number) {
      plan_entries(number);
      plan_tables(number);
    });
    for (const auto& [address, tables] : descriptions_) {
      products_.push_back({address, tables.where, [&site = context_.site, described = tables.described] {
                             Json all = Json::array();
                             for (const auto& [collection, table] : described)
                               all.push_back(described_table(site, collection, *table));
                             return description_of(site.settings, std::move(all));
                           }});
    }
  }

 private:
  /// The tables at one address, as they are described.
  struct Description {
    SourceSpan where;
    std::vector<std::pair<std::uint16_t, const PublishedTable*>> described;  ///< of which collection, and which
  };

  void add(const Collection& collection, std::string address, std::function<std::string()> make, bool is_join = false) {
    products_.push_back({std::move(address), collection.rule->open_data.where, std::move(make), is_join});
  }

  void plan_entries(std::uint16_t collection_number) {
    const Collection& collection = context_.site.collections[collection_number];
    const auto texts = std::make_shared<std::vector<std::string>>(collection.entries.size());
    for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
      const EntryNumber number{collection_number, static_cast<std::uint32_t>(entry)};
      const std::string file = open_data_address_of(context_.site, number);
      if (file.empty()) continue;
      add(collection, file, [&context = context_, texts, number] {
        return ((*texts)[number.entry] = open_data_entry(context.site, number, context.today)) + "\n";
      });
    }
    const auto all = [&context = context_, &collection, texts, collection_number] {
      for (std::size_t entry = 0; entry < texts->size(); ++entry) {
        // One without a page has no file of its own.
        const EntryNumber number{collection_number, static_cast<std::uint32_t>(entry)};
        if ((*texts)[entry].empty()) (*texts)[entry] = open_data_entry(context.site, number, context.today);
      }
      return all_entries(collection, *texts);
    };
    add(collection, data_file_of(collection, all_entries_ending), all, true);
  }

  void plan_tables(std::uint16_t number) {
    plan_table(number, entries_table);
    if (!has_claims(context_.site.collections[number])) return;
    plan_table(number, claims_table);
    plan_table(number, coverage_table);
  }

  void plan_table(std::uint16_t number, const PublishedTable& table) {
    const Collection& collection = context_.site.collections[number];
    Description& description = descriptions_[collection.rule->open_data.text + std::string(description_file)];
    if (description.described.empty()) description.where = collection.rule->open_data.where;
    description.described.emplace_back(number, &table);
    add(collection, data_file_of(collection, table.ending),
        [&context = context_, number, &table] { return csv_of(table, context.site, number, context.today); });
  }

  const ProductContext& context_;
  std::vector<Product>& products_;
  std::map<std::string, Description> descriptions_;  // by address: collections may be published at different ones
};

}  // namespace

void plan_open_data(const ProductContext& context, std::vector<Product>& products) {
  OpenData(context, products).plan();
}

}  // namespace wegwijs
