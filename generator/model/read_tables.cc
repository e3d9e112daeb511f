#include "model/read_tables.h"

#include <algorithm>

#include "model/file_limits.h"
#include "schema/table_rows.h"
#include "schema/table_rules.h"

namespace wegwijs {
namespace {

std::string beside(std::string_view path, std::string_view name) {
  return std::string(path.substr(0, path.rfind('/') + 1)) + std::string(name);
}

void read_data_file(const FileTree& sources, std::string_view path, Table& table, Diagnostics& diagnostics) {
  const std::optional<FileId> file = sources.find(beside(path, table.file.text));
  if (!file) diagnostics.report(table_file_missing, table.file.where, {table.file.text});
  table.data_file = file.value_or(no_file);
  const std::optional<CsvFile> csv =
      file && may_be_read(sources, *file) ? read_csv(sources.read(*file), *file, diagnostics) : std::nullopt;
  if (csv) fill_table(table, *csv, diagnostics);
  if (!csv) table.chart.reset();
}

}  // namespace

void read_tables(const FileTree& sources, std::string_view path, Record& record, Diagnostics& diagnostics) {
  for (FieldValue& value : record.values()) {
    if (auto* tables = std::get_if<Tables>(&value.value)) {
      for (Table& table : tables->tables) read_data_file(sources, path, table, diagnostics);
    } else if (auto* rows = std::get_if<Rows>(&value.value)) {
      for (Record& row : rows->rows) read_tables(sources, path, row, diagnostics);
    }
  }
}

std::vector<std::string> data_files_of(std::string_view path, const Record& record) {
  std::vector<std::string> files;
  for (const FieldValue& value : record.values()) {
    if (const auto* tables = std::get_if<Tables>(&value.value)) {
      for (const Table& table : tables->tables) files.push_back(beside(path, table.file.text));
    } else if (const auto* rows = std::get_if<Rows>(&value.value)) {
      for (const Record& row : rows->rows) {
        std::vector<std::string> more = data_files_of(path, row);
        files.insert(files.end(), more.begin(), more.end());
      }
    }
  }
  return files;
}

std::string data_file_address(const Site& site, EntryNumber entry, const Table& table) {
  const std::string page = address_of(site, entry);
  return page.ends_with('/') ? page + table.file.text : "";
}

bool can_have_tables(std::span<const Field> fields) {
  return std::any_of(fields.begin(), fields.end(), [](const Field& field) {
    return field.type == FieldType::table || can_have_tables(field.fields);
  });
}

}  // namespace wegwijs
