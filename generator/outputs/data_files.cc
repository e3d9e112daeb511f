#include "outputs/data_files.h"

#include <map>

#include "model/read_tables.h"

namespace wegwijs {
namespace {

void add_files_of(const Site& site, EntryNumber number, const Record& record, std::map<std::string, FileId>& files) {
  for (const FieldValue& value : record.values()) {
    if (const auto* tables = std::get_if<Tables>(&value.value)) {
      for (const Table& table : tables->tables) {
        const std::string address = data_file_address(site, number, table);
        if (!address.empty() && table.data_file != no_file) files.emplace(address, table.data_file);
      }
    } else if (const auto* rows = std::get_if<Rows>(&value.value)) {
      for (const Record& row : rows->rows) add_files_of(site, number, row, files);
    }
  }
}

/// By address.
std::map<std::string, FileId> data_files(const Site& site) {
  std::map<std::string, FileId> files;
  for (std::size_t number = 0; number < site.collections.size(); ++number) {
    const Collection& collection = site.collections[number];
    if (!can_have_tables(collection.schema.fields)) continue;
    for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
      add_files_of(site, {static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(entry)},
                   collection.entries[entry].record, files);
    }
  }
  return files;
}

}  // namespace

void data_file_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  for (const auto& [address, file] : data_files(context.site)) addresses.push_back(address);
}

void write_data_files(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  for (const auto& [address, file] : data_files(context.site))
    sink.write(address.substr(1), context.sources.read(file));
}

}  // namespace wegwijs
