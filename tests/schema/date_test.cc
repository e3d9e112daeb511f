#include "schema/date.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

AsOf as_of(std::string_view text) {
  const std::optional<AsOf> read = read_as_of(text);
  REQUIRE(read.has_value());
  return *read;
}

TEST_CASE("a date is read in one form only", "[schema]") {
  CHECK(read_date("2026-08-01") == Date{2026, 8, 1});
  for (const char* text : {"", "2026-8-1", "01-08-2026", "2026/08/01", "2026-08-01 ", "2026-08", "20260801",
                           "2026-08-0x", "+026-08-01", "2026-08-1", "één-08-01"}) {
    INFO(text);
    CHECK(read_date(text) == std::nullopt);
  }
}

TEST_CASE("a day that does not exist is no date", "[schema]") {
  for (const char* text : {"2026-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
                           "1900-02-29", "1899-12-31", "2200-01-01"}) {
    INFO(text);
    CHECK(read_date(text) == std::nullopt);
  }
  for (const char* text : {"2024-02-29", "2000-02-29", "2026-12-31", "1900-01-01", "2199-12-31"}) {
    INFO(text);
    CHECK(read_date(text).has_value());
  }
}

TEST_CASE("leap years are every fourth, not every hundredth, but every four hundredth", "[schema]") {
  CHECK(last_day_of_month(2024, 2) == 29);
  CHECK(last_day_of_month(2026, 2) == 28);
  CHECK(last_day_of_month(2100, 2) == 28);
  CHECK(last_day_of_month(2000, 2) == 29);
  CHECK(last_day_of_month(2026, 4) == 30);
  CHECK(last_day_of_month(2026, 12) == 31);
}

TEST_CASE("dates are written in ISO form and in words", "[schema]") {
  CHECK(iso_date({2026, 8, 1}) == "2026-08-01");
  CHECK(date_in_words({2026, 8, 1}, Language::nl) == "1 augustus 2026");
  CHECK(date_in_words({2026, 3, 31}, Language::en) == "31 March 2026");
}

TEST_CASE("dates sort by the calendar", "[schema]") {
  CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
  CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
  CHECK(Date{2026, 2, 1} < Date{2026, 2, 2});
}

TEST_CASE("months before a date keep the day, or end at the last day of a shorter month", "[schema]") {
  CHECK(months_before({2026, 8, 15}, 0) == Date{2026, 8, 15});
  CHECK(months_before({2026, 8, 15}, 7) == Date{2026, 1, 15});
  CHECK(months_before({2026, 8, 15}, 8) == Date{2025, 12, 15});
  CHECK(months_before({2026, 8, 15}, 24) == Date{2024, 8, 15});
  CHECK(months_before({2026, 3, 31}, 1) == Date{2026, 2, 28});
  CHECK(months_before({2024, 3, 30}, 1) == Date{2024, 2, 29});
  CHECK(months_before({2024, 2, 29}, 12) == Date{2023, 2, 28});
  CHECK(months_before({2026, 12, 31}, 1) == Date{2026, 11, 30});
  CHECK(months_before({2026, 1, 31}, 13) == Date{2024, 12, 31});
}

TEST_CASE("an as-of date is as precise as it was written", "[schema]") {
  CHECK(as_of("2026-08-01") == AsOf{AsOf::Precision::day, {2026, 8, 1}});
  CHECK(as_of("2026-08") == AsOf{AsOf::Precision::month, {2026, 8, 1}});
  CHECK(as_of("2026") == AsOf{AsOf::Precision::year, {2026, 1, 1}});
  CHECK(as_of("2025-2026") == AsOf{AsOf::Precision::school_year, {2025, 8, 1}});
  CHECK_FALSE(as_of("onbekend").is_known());
}

TEST_CASE("anything else is no as-of date", "[schema]") {
  for (const char* text :
       {"", "vandaag", "2026-13", "2026-00", "2026-02-30", "2026-2028", "2026-2025", "2025/2026", "26", "20260",
        "2026-8", "Onbekend", "abcd", "abcd-0000", "2025-2026 ", "1800", "9999-10000"}) {
    INFO(text);
    CHECK(read_as_of(text) == std::nullopt);
  }
}

TEST_CASE("as-of dates of different precision are compared by the last day of their period", "[schema]") {
  CHECK(as_of("2026-08-01").last_day() == Date{2026, 8, 1});
  CHECK(as_of("2024-02").last_day() == Date{2024, 2, 29});
  CHECK(as_of("2026-02").last_day() == Date{2026, 2, 28});
  CHECK(as_of("2026").last_day() == Date{2026, 12, 31});
  CHECK(as_of("2025-2026").last_day() == Date{2026, 7, 31});
}

TEST_CASE("an as-of date is told in words, and an unknown one as unknown", "[schema]") {
  CHECK(as_of_in_words(as_of("2026-08-01"), Language::nl) == "1 augustus 2026");
  CHECK(as_of_in_words(as_of("2026-08"), Language::nl) == "augustus 2026");
  CHECK(as_of_in_words(as_of("2026-08"), Language::en) == "August 2026");
  CHECK(as_of_in_words(as_of("2026"), Language::nl) == "2026");
  CHECK(as_of_in_words(as_of("2025-2026"), Language::nl) == "schooljaar 2025-2026");
  CHECK(as_of_in_words(as_of("2025-2026"), Language::en) == "school year 2025-2026");
  CHECK(as_of_in_words(as_of("onbekend"), Language::nl) == "datum onbekend");
  CHECK(as_of_in_words(as_of("onbekend"), Language::en) == "date unknown");
}

}  // namespace
}  // namespace wegwijs
