#include "views/leaving.h"

#include <algorithm>

namespace wegwijs {

std::vector<LeavingEntry> entries_that_leave(const Site& site, Date today) {
  const Date last = days_after(today, days_of_notice);
  std::vector<LeavingEntry> leaving;
  for (std::size_t collection = 0; collection < site.collections.size(); ++collection) {
    const Schema& schema = site.collections[collection].schema;
    const std::vector<Entry>& entries = site.collections[collection].entries;
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
      const std::optional<Date> until = date_of(entries[entry], schema, Role::publish_until);
      if (!until || *until < today || last < *until) continue;
      leaving.push_back({{static_cast<std::uint16_t>(collection), static_cast<std::uint32_t>(entry)}, *until});
    }
  }
  std::stable_sort(leaving.begin(), leaving.end(),
                   [](const LeavingEntry& left, const LeavingEntry& right) { return left.last_day < right.last_day; });
  return leaving;
}

}  // namespace wegwijs
