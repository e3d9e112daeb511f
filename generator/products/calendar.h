#pragma once

#include <optional>
#include <span>
#include <string>

#include "schema/date.h"
#include "text/time_zone.h"

namespace wegwijs {

/// An event of whole days, or of some time on one day.
struct CalendarEvent {
  std::string uid;  ///< stays the same when the date changes, so that a calendar moves the event
  std::string summary;
  std::string description;  ///< may be empty
  std::string url;          ///< may be empty
  Date first;
  Date last;                                    ///< the same day or a later one
  Date changed;                                 ///< when the event was last changed: never the time of the build
  std::string location = {};                    ///< may be empty
  std::optional<UtcTime> from = std::nullopt;   ///< none: whole days
  std::optional<UtcTime> until = std::nullopt;  ///< none: not known; later than `from`
};

/// The events as an iCalendar file (RFC 5545): VALUE=DATE with an exclusive end, CRLF, lines folded at 75 octets
/// between characters, times in UTC, which every calendar shows in its reader's own zone, SEQUENCE that rises with
/// `changed`. The same events give the same bytes.
std::string calendar_file(std::span<const CalendarEvent> events, Language language);

}  // namespace wegwijs
