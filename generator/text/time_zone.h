#pragma once

#include <compare>
#include <optional>
#include <string>

namespace wegwijs {

/// A minute in Coordinated Universal Time.
struct UtcTime {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;

  friend auto operator<=>(const UtcTime&, const UtcTime&) = default;
};

/// The moment at which clocks in `time_zone` ("Europe/Amsterdam") show this minute of this day; an hour that is skipped
/// counts as the one after it. Empty for a zone that is not known.
std::optional<UtcTime> utc_of(const std::string& time_zone, int year, int month, int day, int hour, int minute);

}  // namespace wegwijs
