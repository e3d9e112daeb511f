#include "schema/written.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("a number is kept as it was written", "[schema]") {
  REQUIRE(read_number("7.30"));
  CHECK(read_number("7.30")->written == "7.30");
  CHECK(read_number("7.30")->value == 7.3);
  CHECK(read_number("-2564931")->value == -2564931);
}

TEST_CASE("what is no number is never taken for one", "[schema]") {
  for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "1,5", "1e5", "+3", " 3", "3 ", "--3", "3-", "0x10",
                           "nan", "1234567890123456"}) {
    INFO(text);
    CHECK_FALSE(read_number(text));
  }
}

}  // namespace
}  // namespace wegwijs
