#include "model/table_entries.h"

#include "model/file_limits.h"
#include "schema/row_records.h"
#include "source/csv.h"
#include "text/slug.h"
#include "text/sort_key.h"

namespace wegwijs {
namespace {

std::string sort_key_of(const Record& record, const Schema& schema) {
  std::string key;
  const std::optional<FieldIndex> date = schema.find(Role::date);
  if (const Date* day = date ? record.get<Date>(*date) : nullptr) key += iso_date(*day);
  const std::optional<FieldIndex> time = schema.find(Role::from_time);
  // What takes the whole day, or has no time yet, comes first on its day.
  if (const TimeOfDay* from = time ? record.get<TimeOfDay>(*time) : nullptr) key += iso_time(*from);
  key += '\0';
  const std::optional<FieldIndex> about = schema.find(Role::shown_at);
  const References* references = about ? record.get<References>(*about) : nullptr;
  if (references != nullptr && !references->entries.empty()) {
    key += dutch_sort_key(references->entries.front().id.text);
  } else if (const std::optional<FieldIndex> title = schema.find(Role::title)) {
    if (const WrittenText* text = record.get<WrittenText>(*title)) key += dutch_sort_key(text->text);
  }
  return key;
}

std::optional<YamlNode> read_common(const FileTree& sources, FileId file, Diagnostics& diagnostics) {
  if (!may_be_read(sources, file)) return std::nullopt;
  return read_yaml(sources.read(file), file, 0, diagnostics);
}

}  // namespace

std::optional<std::vector<Entry>> read_table_entries(const FileTree& sources, FileId table,
                                                     std::optional<FileId> common, const Schema& schema,
                                                     Diagnostics& diagnostics) {
  std::optional<YamlNode> shared;
  if (common) {
    shared = read_common(sources, *common, diagnostics);
    if (!shared) return std::nullopt;
  }
  const std::optional<CsvFile> csv =
      may_be_read(sources, table) ? read_csv(sources.read(table), table, diagnostics) : std::nullopt;
  if (!csv) return std::nullopt;
  std::optional<std::vector<RowRecord>> rows = read_row_records(*csv, shared ? &*shared : nullptr, schema, diagnostics);
  if (!rows) return std::nullopt;
  std::vector<Entry> entries;
  for (RowRecord& row : *rows) {
    Entry entry;
    entry.file = table;
    entry.where = row.where;
    entry.body = {table, 0, 0};
    entry.slug = std::move(row.id);
    entry.sort_key = sort_key_of(row.record, schema) + '\0' + entry.slug;
    entry.record = std::move(row.record);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace wegwijs
