#include "schema/meant_value.h"

#include <catch2/catch.hpp>

using namespace wegwijs;

TEST_CASE("a date in another form is recognised, one that does not exist is not", "[schema]") {
  CHECK(meant_date("1 september 2026") == "2026-09-01");
  CHECK(meant_date("01-09-2026") == "2026-09-01");
  CHECK(meant_date("1/9/2026") == "2026-09-01");
  CHECK(meant_date("2026/9/1") == "2026-09-01");
  CHECK(meant_date("1 Mrt. 2026") == "2026-03-01");
  CHECK(meant_date("31-06-2026").empty());
  CHECK(meant_date("september 2026").empty());
  CHECK(meant_date("1-9-26").empty());
  CHECK(meant_date("20260901") == "2026-09-01");
  CHECK(meant_date("20260931").empty());
  CHECK(meant_date("12345678").empty());
}

TEST_CASE("a month in another form is recognised", "[schema]") {
  for (const char* form : {"oktober 2026", "Okt. 2026", "10-2026", "2026/10", "2026-10", "2026 oktober"})
    CHECK(meant_month(form) == "2026-10");
  for (const char* form : {"2026", "13-2026", "herfst 2026", "2026-2027", "10-26"}) CHECK(meant_month(form).empty());
}

TEST_CASE("a school year in another form is recognised", "[schema]") {
  CHECK(meant_school_year("2026/2027") == "2026-2027");
  CHECK(meant_school_year("2026-27") == "2026-2027");
  CHECK(meant_school_year("26/27") == "2026-2027");
  CHECK(meant_school_year("schooljaar 2026-2027") == "2026-2027");
  CHECK(meant_school_year("2026-2028").empty());
  CHECK(meant_school_year("2026").empty());
}

TEST_CASE("a number with a comma or a unit is recognised, one with thousands is left", "[schema]") {
  CHECK(meant_number("12,5") == "12.5");
  CHECK(meant_number("14 leerlingen") == "14");
  CHECK(meant_number("1.200,50").empty());
  CHECK(meant_number("1 388") == "1388");
  CHECK(meant_number("12 000 000") == "12000000");
  CHECK(meant_number("8 00").empty());
  CHECK(meant_number("020 1234567").empty());
  CHECK(meant_number("veertien").empty());
  CHECK(meant_number("1e5").empty());
  CHECK(meant_number("0x1F").empty());
  CHECK(meant_number("1234567890123456").empty());
}

TEST_CASE("yes and no in other words are recognised", "[schema]") {
  CHECK(meant_yes_no("Ja") == "ja");
  CHECK(meant_yes_no("No") == "nee");
  CHECK(meant_yes_no("misschien").empty());
}

TEST_CASE("a text is brought into the form of its pattern when its letters and digits fit", "[schema]") {
  CHECK(fitted_to_pattern("1011 AB", "9999 AA") == "1011 AB");
  CHECK(fitted_to_pattern("1011ab", "9999 AA") == "1011 AB");
  CHECK(fitted_to_pattern(" 1011-Ab. ", "9999 AA") == "1011 AB");
  CHECK(fitted_to_pattern("00.aa", "99AA") == "00AA");
  CHECK(fitted_to_pattern("1011 A", "9999 AA").empty());
  CHECK(fitted_to_pattern("1011 ABC", "9999 AA").empty());
  CHECK(fitted_to_pattern("", "9999 AA").empty());
}

TEST_CASE("an address without its scheme is completed", "[schema]") {
  CHECK(meant_web_address("www.school.nl") == "https://www.school.nl");
  CHECK(meant_web_address("https:/school.nl/a") == "https://school.nl/a");
  CHECK(meant_web_address(" https://school.nl/a ") == "https://school.nl/a");
  for (const char* mistyped :
       {"htps://school.nl/a", "htpps://school.nl/a", "htttps://school.nl/a", "ttps://school.nl/a", "http//school.nl/a",
        "https;//school.nl/a", "https:// school.nl/a", "HTTPS//school.nl/a", "https.//school.nl/a", "//school.nl/a"}) {
    CAPTURE(mistyped);
    CHECK(meant_web_address(mistyped) == "https://school.nl/a");
  }
  CHECK(meant_web_address("httpbin.org/a") == "https://httpbin.org/a");
  CHECK(meant_web_address("ftp://school.nl").empty());
  CHECK(meant_web_address("/gids.pdf").empty());
  CHECK(meant_web_address("./gids.pdf").empty());
  CHECK(meant_web_address("file:///etc/passwd").empty());
  CHECK(meant_web_address("info@school.nl").empty());
  CHECK(meant_web_address("javascript:alert(1)").empty());
  CHECK(meant_web_address("geen").empty());
}
