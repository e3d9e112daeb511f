#include <algorithm>
#include <map>
#include <unordered_map>

#include "checks/checks.h"
#include "checks/unique_value_rules.h"
#include "text/file_name_key.h"
#include "text/folding.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// Whether a text has letters of another alphabet than the Latin one, which `folded` leaves out.
bool has_other_alphabet(std::string_view text) {
  constexpr char32_t first_greek = 0x370;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t one = next_code_point(text, position);
    const bool is_latin = one < first_greek || (one >= 0x1E00 && one <= 0x1EFF);
    const bool is_sign = one >= 0x2000 && one <= 0x2BFF;
    if (!is_latin && !is_sign) return true;
  }
  return false;
}

/// In which two ways of writing one name are the same: "De Brug" and "de  brug".
std::string compared(std::string_view text) {
  if (has_other_alphabet(text)) return collision_key(text);
  std::string result;
  for (const char character : folded(text)) {
    const bool is_space = character == ' ';
    if (!is_space || (!result.empty() && result.back() != ' ')) result += character;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

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
    const auto [found, is_new] = first_with.emplace(compared(value), &entry);
    if (is_new) continue;
    // Reported at the file that comes later by path, whatever the order of the titles.
    const Entry& later = found->second->file < entry.file ? entry : *found->second;
    const Entry& earlier = found->second->file < entry.file ? *found->second : entry;
    const SourceSpan where = later.record.where(fields.front()).value_or(SourceSpan{later.file, 0, 0});
    diagnostics.report(repeated_value, where, {names, value, std::string(title_of(earlier, collection.schema))});
  }
}

bool is_unique_by_itself(const Schema& schema, FieldIndex field) {
  return std::any_of(schema.unique.begin(), schema.unique.end(), [&](const std::vector<FieldIndex>& fields) {
    return fields.size() == 1 && fields.front() == field;
  });
}

/// Titles distinguish pages, in lists and in what a search finds. Moments of a calendar have none.
void check_titles(const CheckContext& context, const Collection& collection, Diagnostics& diagnostics) {
  const std::optional<FieldIndex> title = collection.schema.find(Role::title);
  if (!title || collection.rule->address.text.empty() || is_unique_by_itself(collection.schema, *title)) return;
  std::vector<const Entry*> by_file;
  for (const Entry& entry : collection.entries) by_file.push_back(&entry);
  std::sort(by_file.begin(), by_file.end(),
            [](const Entry* left, const Entry* right) { return left->file < right->file; });
  std::unordered_map<std::string, const Entry*> first_with;
  for (const Entry* entry : by_file) {
    const std::string name = compared(title_of(*entry, collection.schema));
    if (name.empty()) continue;
    const auto [found, is_new] = first_with.emplace(name, entry);
    // Two files of one name are an error of their own.
    if (is_new || found->second->slug == entry->slug) continue;
    diagnostics.report(
        repeated_title, entry->record.where(*title).value_or(SourceSpan{entry->file, 0, 0}),
        {std::string(title_of(*entry, collection.schema)), context.sources.path_of(found->second->file)});
  }
}

}  // namespace

void check_unique_values(const CheckContext& context, Diagnostics& diagnostics) {
  for (const Collection& collection : context.site.collections) {
    for (const std::vector<FieldIndex>& fields : collection.schema.unique)
      check_combination(collection, fields, diagnostics);
    check_titles(context, collection, diagnostics);
  }
}

}  // namespace wegwijs
