#pragma once

#include <span>
#include <string>

#include "schema/date.h"

namespace wegwijs {

/// A whole-day event.
struct CalendarEvent {
  std::string uid;  ///< stays the same when the date changes, so that a calendar moves the event
  std::string summary;
  std::string description;  ///< may be empty
  std::string url;          ///< may be empty
  Date first;
  Date last;     ///< the same day or a later one
  Date changed;  ///< when the event was last changed: never the time of the build
};

/// The events as an iCalendar file (RFC 5545): VALUE=DATE with an exclusive end, CRLF, lines folded at 75 octets
/// between characters, SEQUENCE that rises with `changed`. The same events give the same bytes.
std::string calendar_file(std::span<const CalendarEvent> events, Language language);

}  // namespace wegwijs
