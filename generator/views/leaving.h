#pragma once

#include <vector>

#include "model/site.h"

namespace wegwijs {

/// How long before its last day it is announced that an entry leaves the site.
inline constexpr int days_of_notice = 14;

struct LeavingEntry {
  EntryNumber entry;
  Date last_day;  ///< its `publish_until`
};

/// The published entries that leave within `days_of_notice` days from `today`, the first to leave first.
std::vector<LeavingEntry> entries_that_leave(const Site& site, Date today);

}  // namespace wegwijs
