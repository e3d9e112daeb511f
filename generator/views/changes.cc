#include "views/changes.h"

#include <algorithm>

namespace wegwijs {
namespace {

/// The day and the words of one row of changes: its first date and its first text.
Change change_in(const Record& row, const Field& field, EntryNumber entry) {
  Change change{entry, {}, {}};
  for (std::size_t index = 0; index < field.fields.size(); ++index) {
    const auto number = static_cast<FieldIndex>(index);
    if (const Date* date = row.get<Date>(number); date != nullptr && change.on == Date{}) change.on = *date;
    const WrittenText* text = row.get<WrittenText>(number);
    if (text != nullptr && change.what.empty()) change.what = text->text;
  }
  return change;
}

void add_changes_of(const Site& site, EntryNumber number, std::vector<Change>& changes) {
  const Schema& schema = site.schema(number);
  const Record& record = site.entry(number).record;
  if (const std::optional<FieldIndex> updated = schema.find(Role::updated)) {
    if (const Date* date = record.get<Date>(*updated)) changes.push_back({number, *date, {}});
  }
  const std::optional<FieldIndex> listed = schema.find(Role::changes);
  const Rows* rows = listed ? record.get<Rows>(*listed) : nullptr;
  if (rows == nullptr) return;
  for (const Record& row : rows->rows) changes.push_back(change_in(row, schema.fields[*listed], number));
}

}  // namespace

std::vector<Change> latest_changes(const Site& site, Date today, std::size_t at_most) {
  std::vector<Change> changes;
  for (std::size_t collection = 0; collection < site.collections.size(); ++collection) {
    for (std::size_t entry = 0; entry < site.collections[collection].entries.size(); ++entry) {
      const EntryNumber number{static_cast<std::uint16_t>(collection), static_cast<std::uint32_t>(entry)};
      if (!place_of(site, number).empty()) add_changes_of(site, number, changes);
    }
  }
  std::erase_if(changes, [&](const Change& change) { return change.on == Date{} || today < change.on; });
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& left, const Change& right) { return right.on < left.on; });
  if (changes.size() > at_most) changes.resize(at_most);
  return changes;
}

}  // namespace wegwijs
