#include "schema/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace wegwijs {
namespace {

constexpr std::array<BilingualText, 12> month_names{{{"januari", "January"},
                                                     {"februari", "February"},
                                                     {"maart", "March"},
                                                     {"april", "April"},
                                                     {"mei", "May"},
                                                     {"juni", "June"},
                                                     {"juli", "July"},
                                                     {"augustus", "August"},
                                                     {"september", "September"},
                                                     {"oktober", "October"},
                                                     {"november", "November"},
                                                     {"december", "December"}}};

constexpr std::array<BilingualText, 7> weekday_names{{{"zondag", "Sunday"},
                                                      {"maandag", "Monday"},
                                                      {"dinsdag", "Tuesday"},
                                                      {"woensdag", "Wednesday"},
                                                      {"donderdag", "Thursday"},
                                                      {"vrijdag", "Friday"},
                                                      {"zaterdag", "Saturday"}}};

constexpr int earliest_year = 1900;
constexpr int latest_year = 2199;
constexpr std::uint8_t first_month_of_school_year = 8;

/// The digits of `text` as a number; -1 when it holds anything else.
int digits(std::string_view text) {
  int number = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return -1;
    number = number * 10 + (character - '0');
  }
  return text.empty() ? -1 : number;
}

std::optional<Date> checked_date(int year, int month, int day) {
  if (year < earliest_year || year > latest_year || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > last_day_of_month(year, month)) return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

std::string_view month_name(Date date, Language language) {
  return month_names[static_cast<std::size_t>(date.month - 1)].in(language);
}

std::chrono::sys_days days_of(Date date) {
  return std::chrono::year_month_day(std::chrono::year(date.year), std::chrono::month(date.month),
                                     std::chrono::day(date.day));
}

}  // namespace

int last_day_of_month(int year, int month) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap_year = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap_year ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return checked_date(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::string iso_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string date_in_words(Date date, Language language) {
  return fmt::format("{} {} {}", date.day, month_name(date, language), date.year);
}

std::string date_with_weekday(Date date, Language language) {
  const std::size_t weekday = std::chrono::weekday(days_of(date)).c_encoding();
  return fmt::format("{} {}", weekday_names[weekday].in(language), date_in_words(date, language));
}

std::string month_in_words(Date date, Language language) {
  return fmt::format("{} {}", month_name(date, language), date.year);
}

int days_between(Date first, Date second) {
  return static_cast<int>((days_of(second) - days_of(first)).count());
}

std::optional<TimeOfDay> read_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  const int hour = digits(text.substr(0, colon));
  const int minute = digits(text.substr(colon + 1));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return TimeOfDay{static_cast<std::uint8_t>(hour), static_cast<std::uint8_t>(minute)};
}

std::string iso_time(TimeOfDay time) {
  return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

std::string time_in_words(TimeOfDay time, Language language) {
  return fmt::format("{}{}{:02}", time.hour, language == Language::en ? ":" : ".", time.minute);
}

Date months_before(Date date, int months) {
  const int month_number = date.year * 12 + (date.month - 1) - months;
  const int year = month_number / 12;
  const int month = month_number % 12 + 1;
  const int day = std::min<int>(date.day, last_day_of_month(year, month));
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

Date days_after(Date date, int days) {
  using std::chrono::year_month_day, std::chrono::sys_days;
  const sys_days day = sys_days(std::chrono::year(date.year) / date.month / date.day) + std::chrono::days(days);
  const year_month_day moved(day);
  return {static_cast<std::int16_t>(static_cast<int>(moved.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(moved.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(moved.day()))};
}

Date AsOf::last_day() const {
  switch (precision) {
    case Precision::unknown:
    case Precision::day:
      return first;
    case Precision::month:
      return {first.year, first.month, static_cast<std::uint8_t>(last_day_of_month(first.year, first.month))};
    case Precision::year:
      return {first.year, 12, 31};
    case Precision::school_year:
      return {static_cast<std::int16_t>(first.year + 1), 7, 31};
  }
  return first;
}

int school_year_at(Date date) {
  return date.month >= first_month_of_school_year ? date.year : date.year - 1;
}

std::optional<AsOf> read_as_of(std::string_view text) {
  if (text == "onbekend") return AsOf{};
  if (const std::optional<Date> day = read_date(text)) return AsOf{AsOf::Precision::day, *day};
  const int year = text.size() >= 4 ? digits(text.substr(0, 4)) : -1;
  if (text.size() == 4) {
    const std::optional<Date> first = checked_date(year, 1, 1);
    return first ? std::optional(AsOf{AsOf::Precision::year, *first}) : std::nullopt;
  }
  if (text.size() == 7 && text[4] == '-') {
    const std::optional<Date> first = checked_date(year, digits(text.substr(5)), 1);
    return first ? std::optional(AsOf{AsOf::Precision::month, *first}) : std::nullopt;
  }
  if (text.size() == 9 && text[4] == '-' && digits(text.substr(5)) == year + 1) {
    const std::optional<Date> first = checked_date(year, first_month_of_school_year, 1);
    return first ? std::optional(AsOf{AsOf::Precision::school_year, *first}) : std::nullopt;
  }
  return std::nullopt;
}

std::string as_of_as_written(const AsOf& as_of) {
  switch (as_of.precision) {
    case AsOf::Precision::unknown:
      return "onbekend";
    case AsOf::Precision::day:
      return iso_date(as_of.first);
    case AsOf::Precision::month:
      return iso_date(as_of.first).substr(0, std::string_view("2026-08").size());
    case AsOf::Precision::year:
      return std::to_string(as_of.first.year);
    case AsOf::Precision::school_year:
      return fmt::format("{}-{}", as_of.first.year, as_of.first.year + 1);
  }
  return "";
}

std::string as_of_in_words(const AsOf& as_of, Language language) {
  const bool english = language == Language::en;
  switch (as_of.precision) {
    case AsOf::Precision::unknown:
      return english ? "date unknown" : "datum onbekend";
    case AsOf::Precision::day:
      return date_in_words(as_of.first, language);
    case AsOf::Precision::month:
      return month_in_words(as_of.first, language);
    case AsOf::Precision::year:
      return std::to_string(as_of.first.year);
    case AsOf::Precision::school_year:
      return fmt::format("{} {}-{}", english ? "school year" : "schooljaar", as_of.first.year, as_of.first.year + 1);
  }
  return "";
}

}  // namespace wegwijs
