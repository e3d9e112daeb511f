#include "products/calendar.h"

#include <fmt/format.h>

#include <chrono>

namespace wegwijs {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line break (RFC 5545, 3.1)

std::chrono::sys_days days_of(Date date) {
  return std::chrono::year_month_day(std::chrono::year(date.year), std::chrono::month(date.month),
                                     std::chrono::day(date.day));
}

std::string basic_date(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string basic_time(const UtcTime& time) {
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}00Z", time.year, time.month, time.day, time.hour, time.minute);
}

/// RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (character == '\\' || character == ';' || character == ',') result += '\\';
    if (character == '\n') {
      result += "\\n";
    } else if (character != '\r') {
      result += character;
    }
  }
  return result;
}

/// Appends one content line, folded: a line that goes on begins with a space. Never cut within a character.
void append_line(std::string& file, std::string_view line) {
  std::size_t room = longest_line;
  while (line.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    file.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = longest_line - 1;
  }
  file.append(line).append("\r\n");
}

void append_event(std::string& file, const CalendarEvent& event) {
  // Counted from a fixed day, so that a later change always has a higher number.
  constexpr std::chrono::sys_days first_sequence = std::chrono::year(2020) / 1 / 1;
  const auto sequence = std::max<std::chrono::days::rep>(0, (days_of(event.changed) - first_sequence).count());
  append_line(file, "BEGIN:VEVENT");
  append_line(file, "UID:" + escaped(event.uid));
  append_line(file, "DTSTAMP:" + basic_date(days_of(event.changed)) + "T000000Z");
  append_line(file, fmt::format("SEQUENCE:{}", sequence));
  if (event.from) {
    append_line(file, "DTSTART:" + basic_time(*event.from));
    if (event.until) append_line(file, "DTEND:" + basic_time(*event.until));
  } else {
    append_line(file, "DTSTART;VALUE=DATE:" + basic_date(days_of(event.first)));
    append_line(file, "DTEND;VALUE=DATE:" + basic_date(days_of(event.last) + std::chrono::days(1)));
  }
  append_line(file, "SUMMARY:" + escaped(event.summary));
  if (!event.description.empty()) append_line(file, "DESCRIPTION:" + escaped(event.description));
  if (!event.location.empty()) append_line(file, "LOCATION:" + escaped(event.location));
  if (!event.url.empty()) append_line(file, "URL:" + event.url);
  // An event of whole days does not make the reader busy; one of some hours does.
  append_line(file, event.from ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
  append_line(file, "END:VEVENT");
}

}  // namespace

std::string calendar_file(std::span<const CalendarEvent> events, Language language) {
  std::string file;
  append_line(file, "BEGIN:VCALENDAR");
  append_line(file, "VERSION:2.0");
  append_line(file, language == Language::en ? "PRODID:-//Wegwijs//Calendar//EN" : "PRODID:-//Wegwijs//Kalender//NL");
  append_line(file, "CALSCALE:GREGORIAN");
  for (const CalendarEvent& event : events) append_event(file, event);
  append_line(file, "END:VCALENDAR");
  return file;
}

}  // namespace wegwijs
