#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// A day of the Gregorian calendar.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Reads `2026-08-01` and nothing else; empty for another form and for a day that does not exist.
std::optional<Date> read_date(std::string_view text);

/// `2026-08-01`.
std::string iso_date(Date date);

/// "1 augustus 2026" or "1 August 2026".
std::string date_in_words(Date date, Language language);

/// The day that is `days` later; earlier when negative.
Date days_after(Date date, int days);

/// Number of the last day of a month, leap years counted.
int last_day_of_month(int year, int month);

/// The same day of the month `months` earlier, or the last day of that month when it is shorter.
Date months_before(Date date, int months);

/// The year in which the school year of a day begins: 2026 for every day from 1 August 2026 to 31 July 2027.
int school_year_at(Date date);

/// An hour and minute on the clock of the site's time zone.
struct TimeOfDay {
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;

  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// Reads `17:30` or `9:30`; empty for another form and for a time that does not exist.
std::optional<TimeOfDay> read_time(std::string_view text);

/// `17:30`.
std::string iso_time(TimeOfDay time);

/// "17.30" or "17:30".
std::string time_in_words(TimeOfDay time, Language language);

/// Days from the first to the second; negative when the second is earlier.
int days_between(Date first, Date second);

/// "donderdag 11 februari 2027" or "Thursday 11 February 2027".
std::string date_with_weekday(Date date, Language language);

/// "februari 2027" or "February 2027".
std::string month_in_words(Date date, Language language);

/// Until when a fact is known to be true, as precisely as its source says: a day, a month, a year, a school year (from
/// August to July), or unknown. Unknown is a value of its own: it is shown as such, never as today.
struct AsOf {
  enum class Precision : std::uint8_t { unknown, school_year, year, month, day };

  Precision precision = Precision::unknown;
  Date first;  ///< first day of the period; nothing meaningful when unknown

  bool is_known() const { return precision != Precision::unknown; }
  /// The last day of the period, by which dates of different precision are compared. Precondition: known.
  Date last_day() const;

  friend bool operator==(const AsOf&, const AsOf&) = default;
};

/// Reads `2026-08-01`, `2026-08`, `2026`, `2025-2026` (a school year) or `onbekend`.
std::optional<AsOf> read_as_of(std::string_view text);

/// What `read_as_of` reads: `2026-08-01`, `2026-08`, `2026`, `2025-2026` or `onbekend`.
std::string as_of_as_written(const AsOf& as_of);

/// "1 augustus 2026", "augustus 2026", "2026", "schooljaar 2025-2026" or "datum onbekend".
std::string as_of_in_words(const AsOf& as_of, Language language);

}  // namespace wegwijs
