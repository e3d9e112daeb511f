#include "commands/clock.h"

#include <unicode/calendar.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/ucal.h>
#include <unicode/unistr.h>

#include <memory>

namespace wegwijs {
namespace {

std::unique_ptr<icu::Calendar> calendar_in(const std::string& time_zone) {
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8(time_zone);
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  // ICU answers an unknown name with a zone that is called "Etc/Unknown".
  if (*zone == icu::TimeZone::getUnknown()) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(zone.release(), icu::Locale::getRoot(), status));
  return U_SUCCESS(status) ? std::move(calendar) : nullptr;
}

std::optional<Date> day_of(const icu::Calendar& calendar) {
  UErrorCode status = U_ZERO_ERROR;
  const int year = calendar.get(UCAL_YEAR, status);
  const int month = calendar.get(UCAL_MONTH, status) + 1;
  const int day = calendar.get(UCAL_DATE, status);
  if (U_FAILURE(status)) return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

}  // namespace

std::optional<Date> today_in(const std::string& time_zone) {
  const std::unique_ptr<icu::Calendar> calendar = calendar_in(time_zone);
  return calendar ? day_of(*calendar) : std::nullopt;
}

std::optional<Date> day_of_clock(const std::string& clock, const std::string& time_zone) {
  if (const std::optional<Date> day = read_date(clock)) return day;
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat format(icu::UnicodeString("yyyy-MM-dd'T'HH:mm:ssXXX"), icu::Locale::getRoot(), status);
  format.setLenient(0);
  const UDate moment = format.parse(icu::UnicodeString::fromUTF8(clock), status);
  const std::unique_ptr<icu::Calendar> calendar = calendar_in(time_zone);
  if (U_FAILURE(status) || !calendar) return std::nullopt;
  calendar->setTime(moment, status);
  return day_of(*calendar);
}

}  // namespace wegwijs
