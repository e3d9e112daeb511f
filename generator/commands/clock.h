#pragma once

#include <optional>
#include <string>

#include "schema/date.h"

namespace wegwijs {

/// The day that it is now in `time_zone` ("Europe/Amsterdam"). Empty when there is no such zone.
std::optional<Date> today_in(const std::string& time_zone);

/// The day that `clock` says: a day as it is, or a moment ("2026-11-23T23:30:00Z", "…+01:00") as a day in `time_zone`.
/// Empty when it is neither.
std::optional<Date> day_of_clock(const std::string& clock, const std::string& time_zone);

}  // namespace wegwijs
