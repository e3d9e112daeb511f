#include "outputs/open_data.h"

#include <nlohmann/json.hpp>

#include "outputs/open_data_entry.h"

namespace wegwijs {
namespace {

/// Where the data of an entry stand; empty when it has no page, or a page that is a file.
std::string entry_file(const Site& site, EntryNumber number) {
  const std::string page = address_of(site, number);
  return page.ends_with('/') ? page + "index.json" : "";
}

std::string collection_file(const Collection& collection) {
  return collection.rule->open_data.text + collection.rule->name + ".json";
}

template <typename Visit>
void visit_published(const Site& site, const Visit& visit) {
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    if (!site.collections[index].rule->open_data.text.empty()) visit(static_cast<std::uint16_t>(index));
  }
}

/// Put together from the texts of the entries, so that both files say the same to the letter.
std::string all_entries(const Collection& collection, const std::vector<std::string>& entries) {
  const auto quoted = [](std::string_view text) { return nlohmann::json(text).dump(); };
  std::string json = R"({"versie":)" + quoted(open_data_version) + R"(,"verzameling":)" +
                     quoted(collection.rule->name) + R"(,"schemaversie":)" + quoted(collection.schema.version) +
                     R"(,"gegevens":[)";
  for (const std::string& entry : entries) json += (json.ends_with('[') ? "\n" : ",\n") + entry;
  return json + "\n]}\n";
}

}  // namespace

void open_data_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  visit_published(context.site, [&](std::uint16_t number) {
    const Collection& collection = context.site.collections[number];
    addresses.push_back(collection_file(collection));
    for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
      const std::string file = entry_file(context.site, {number, static_cast<std::uint32_t>(entry)});
      if (!file.empty()) addresses.push_back(file);
    }
  });
}

void write_open_data(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  visit_published(context.site, [&](std::uint16_t collection_number) {
    const Collection& collection = context.site.collections[collection_number];
    std::vector<std::string> entries;
    for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
      const EntryNumber number{collection_number, static_cast<std::uint32_t>(entry)};
      entries.push_back(open_data_entry(context.site, number, context.today));
      const std::string file = entry_file(context.site, number);
      if (!file.empty()) sink.write(file.substr(1), entries.back() + "\n");
    }
    sink.write(collection_file(collection).substr(1), all_entries(collection, entries));
  });
}

}  // namespace wegwijs
