#pragma once

#include <string_view>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// A change that an entry reports about itself.
struct Change {
  EntryNumber entry;
  Date on;
  std::string_view what;  ///< in the words of the entry; empty when it gives a day only
};

/// The newest changes, the last day first, then in the order of the collections: the day of the field with the role
/// `updated`, and the rows of the field `wijzigingen`. Days after `today` are left out, and so are entries that readers
/// cannot visit. Points into the site.
std::vector<Change> latest_changes(const Site& site, Date today, std::size_t at_most);

}  // namespace wegwijs
