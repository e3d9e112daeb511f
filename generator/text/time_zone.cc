#include "text/time_zone.h"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>

namespace wegwijs {

std::optional<UtcTime> utc_of(const std::string& time_zone, int year, int month, int day, int hour, int minute) {
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)));
  // ICU answers an unknown name with a zone that is called "Etc/Unknown".
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar local(*zone, icu::Locale::getRoot(), status);
  local.clear();
  local.set(year, month - 1, day, hour, minute);
  const UDate moment = local.getTime(status);
  icu::GregorianCalendar utc(*icu::TimeZone::getGMT(), icu::Locale::getRoot(), status);
  utc.setTime(moment, status);
  const UtcTime time{utc.get(UCAL_YEAR, status), utc.get(UCAL_MONTH, status) + 1, utc.get(UCAL_DATE, status),
                     utc.get(UCAL_HOUR_OF_DAY, status), utc.get(UCAL_MINUTE, status)};
  if (U_FAILURE(status)) return std::nullopt;
  return time;
}

}  // namespace wegwijs
