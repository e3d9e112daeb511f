#include <map>

#include "checks/checks.h"
#include "checks/unique_value_rules.h"

namespace wegwijs {
namespace {

/// The values of a combination of text fields, joined; empty unless the entry has them all.
std::string combined_value(const Entry& entry, const std::vector<FieldIndex>& fields) {
  std::string value;
  for (const FieldIndex field : fields) {
    const WrittenText* text = entry.record.get<WrittenText>(field);
    if (text == nullptr) return "";
    value += (value.empty() ? "" : "-") + text->text;
  }
  return value;
}

void check_combination(const Collection& collection, const std::vector<FieldIndex>& fields, Diagnostics& diagnostics) {
  std::string names;
  for (const FieldIndex field : fields) names += (names.empty() ? "" : " + ") + collection.schema.fields[field].id;
  std::map<std::string, const Entry*> first_with;
  for (const Entry& entry : collection.entries) {
    const std::string value = combined_value(entry, fields);
    if (value.empty()) continue;
    const auto [found, is_new] = first_with.emplace(value, &entry);
    if (is_new) continue;
    // Told at the file that comes later by path, whatever the order of the titles.
    const Entry& later = found->second->file < entry.file ? entry : *found->second;
    const Entry& earlier = found->second->file < entry.file ? *found->second : entry;
    const SourceSpan where = later.record.where(fields.front()).value_or(SourceSpan{later.file, 0, 0});
    diagnostics.report(repeated_value, where, {names, value, std::string(title_of(earlier, collection.schema))});
  }
}

}  // namespace

void check_unique_values(const Site& site, Date /*today*/, Diagnostics& diagnostics) {
  for (const Collection& collection : site.collections) {
    for (const std::vector<FieldIndex>& fields : collection.schema.unique)
      check_combination(collection, fields, diagnostics);
  }
}

}  // namespace wegwijs
