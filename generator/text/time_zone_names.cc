#include "text/time_zone_names.h"

#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace wegwijs {

bool is_time_zone(std::string_view name) {
  const icu::UnicodeString id =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  // ICU answers an unknown name with a zone that is called "Etc/Unknown".
  if (*zone == icu::TimeZone::getUnknown()) return false;
  // "GMT+1" is made on the spot: a zone without summer time, which no place has all year.
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString canonical;
  UBool is_in_database = 0;
  icu::TimeZone::getCanonicalID(id, canonical, is_in_database, status);
  return U_SUCCESS(status) && is_in_database != 0;
}

std::vector<std::string> time_zones() {
  std::vector<std::string> names;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL, nullptr, nullptr, status));
  while (U_SUCCESS(status)) {
    const icu::UnicodeString* id = ids->snext(status);
    if (id == nullptr) break;
    id->toUTF8String(names.emplace_back());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace wegwijs
