#include "text/time_zone.h"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <chrono>
#include <memory>
#include <utility>

namespace wegwijs {
namespace {

/// The calendar of a zone; null for a zone that is not known. Making one takes as long as writing a page, so each
/// thread keeps that of the zone that it asked for last.
icu::GregorianCalendar* calendar_in(const std::string& time_zone) {
  thread_local std::string known_zone;
  thread_local std::unique_ptr<icu::GregorianCalendar> calendar;
  if (calendar && known_zone == time_zone) return calendar.get();
  calendar.reset();
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)));
  // ICU answers an unknown name with a zone that is called "Etc/Unknown".
  if (*zone == icu::TimeZone::getUnknown()) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  auto made = std::make_unique<icu::GregorianCalendar>(*zone, icu::Locale::getRoot(), status);
  if (U_FAILURE(status)) return nullptr;
  known_zone = time_zone;
  calendar = std::move(made);
  return calendar.get();
}

}  // namespace

std::optional<UtcTime> utc_of(const std::string& time_zone, int year, int month, int day, int hour, int minute) {
  icu::GregorianCalendar* const local = calendar_in(time_zone);
  if (local == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  local->clear();
  local->set(year, month - 1, day, hour, minute);
  const std::chrono::duration<double, std::milli> since_epoch(local->getTime(status));
  if (U_FAILURE(status)) return std::nullopt;
  const auto moment = std::chrono::floor<std::chrono::minutes>(since_epoch);
  const auto days = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{std::chrono::sys_days(days)};
  const std::chrono::hh_mm_ss time(moment - days);
  return UtcTime{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                 static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(time.hours().count()),
                 static_cast<int>(time.minutes().count())};
}

}  // namespace wegwijs
