#include "products/data_files.h"

#include <algorithm>
#include <map>

#include "model/read_tables.h"
#include "products/csv.h"
#include "source/csv.h"
#include "text/byte_order_mark.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

using DataFiles = std::map<std::string, const Table*>;

void add_files_of(const Site& site, EntryNumber number, const Record& record, DataFiles& files) {
  for (const FieldValue& value : record.values()) {
    if (const auto* tables = std::get_if<Tables>(&value.value)) {
      for (const Table& table : tables->tables) {
        const std::string address = data_file_address(site, number, table);
        if (!address.empty() && table.data_file != no_file) files.emplace(address, &table);
      }
    } else if (const auto* rows = std::get_if<Rows>(&value.value)) {
      for (const Record& row : rows->rows) add_files_of(site, number, row, files);
    }
  }
}

/// By address.
DataFiles data_files(const Site& site) {
  DataFiles files;
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

/// Whether the file can be published as it is: in the documented form, and without a cell that a spreadsheet would take
/// for a formula.
bool is_as_documented(std::string_view bytes, const CsvFile& csv) {
  const auto has_formula = [](const std::vector<CsvCell>& cells) {
    return std::any_of(cells.begin(), cells.end(),
                       [](const CsvCell& cell) { return begins_formula(cell.text) && !read_number(cell.text); });
  };
  if (first_invalid_utf8(bytes) != std::string_view::npos) return false;
  return csv.separator == ',' && !bytes.starts_with(byte_order_mark) && !has_formula(csv.header) &&
         std::none_of(csv.rows.begin(), csv.rows.end(), has_formula);
}

std::string as_documented(const Table& table) {
  std::string csv;
  std::vector<std::string> cells;
  for (const TableColumn& column : table.columns) cells.push_back(column.id);
  append_csv_record(csv, cells);
  for (const std::vector<TableCell>& row : table.rows) {
    cells.clear();
    for (const TableCell& cell : row) cells.push_back(cell.number ? cell.number->written : without_formula(cell.text));
    append_csv_record_as_it_is(csv, cells);
  }
  return csv;
}

/// Empty when the file cannot be read, which was reported.
std::string published_bytes(const Table& table, const FileTree& sources) {
  std::string bytes = sources.read(table.data_file);
  Diagnostics reported_before;
  const std::optional<CsvFile> csv = read_csv(bytes, table.data_file, reported_before);
  if (!csv) return "";
  return is_as_documented(bytes, *csv) ? bytes : as_documented(table);
}

}  // namespace

void plan_data_files(const ProductContext& context, std::vector<Product>& products) {
  for (const auto& [address, table] : data_files(context.site)) {
    const auto make = [&sources = context.sources, table = table] { return published_bytes(*table, sources); };
    // The file may be that of a table of entries too.
    products.push_back({address, {table->data_file, 0, 0}, make, false, FilesRead::any});
  }
}

}  // namespace wegwijs
