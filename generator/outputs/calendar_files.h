#pragma once

#include <map>
#include <string>

#include "model/site.h"

namespace wegwijs {

/// The calendar files of every collection with `agenda` in the settings, by address: one per entry with a date
/// ("/kalender/aanmelden.ics"), and one with all dates that are not past ("/kalender/alles.ics").
std::map<std::string, std::string> calendar_files(const Site& site, Date today);

}  // namespace wegwijs
