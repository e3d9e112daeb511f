#include "products/open_data.h"

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "products/open_data_entry.h"
#include "products/open_data_tables.h"
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
constexpr std::string_view coverage_table_ending = "-dekking.csv";
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

/// No licence for the whole: nobody could give one.
std::string description_of(const Settings& settings, Json tables) {
  const Json json{{"profile", "tabular-data-package"}, {"name", "wegwijs"},
                  {"title", settings.title},           {"version", open_data_version},
                  {"homepage", settings.base_address}, {"resources", std::move(tables)}};
  return json.dump(1) + "\n";
}

/// The products of the collections that are published. Entries and tables leave what the joins need in slots of their
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
      products_.push_back({address, tables.where,
                           [&settings = context_.site.settings, described = tables.described] {
                             Json all = Json::array();
                             for (const auto& table : described) all.push_back(std::move(*table));
                             return description_of(settings, std::move(all));
                           },
                           true});
    }
  }

 private:
  /// The tables at one address, as they are described.
  struct Description {
    SourceSpan where;
    std::vector<std::shared_ptr<Json>> described;
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
    add(collection, collection_file(collection, all_entries_ending), all, true);
  }

  void plan_tables(std::uint16_t number) {
    const Collection& collection = context_.site.collections[number];
    plan_table(number, entries_table_ending,
               [number](const ProductContext& context) { return entries_table(context.site, number); });
    if (!has_claims(collection)) return;
    plan_table(number, claims_table_ending,
               [number](const ProductContext& context) { return claims_table(context.site, number, context.today); });
    plan_table(number, coverage_table_ending,
               [number](const ProductContext& context) { return coverage_table(context.site, number); });
  }

  void plan_table(std::uint16_t number, std::string_view ending,
                  std::function<PublishedTable(const ProductContext&)> make) {
    const Collection& collection = context_.site.collections[number];
    Description& description = descriptions_[collection.rule->open_data.text + std::string(description_file)];
    if (description.described.empty()) description.where = collection.rule->open_data.where;
    const std::string address = collection_file(collection, ending);
    const auto described = std::make_shared<Json>();
    description.described.push_back(described);
    add(collection, address, [&context = context_, make = std::move(make), address, described] {
      PublishedTable table = make(context);
      *described = described_table(address, table);
      return std::move(table.csv);
    });
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
