#include "pipeline/postcode_table.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

using Known = std::unordered_set<std::string>;

TEST_CASE("a table of places is read with points and commas, and as a Dutch spreadsheet saves it", "[pipeline]") {
  CHECK(read_postcode_table("postcode4,breedte,lengte\n1017,52.363,4.884\n1018,52.37,4.92\n").known ==
        Known{"1017", "1018"});
  CHECK(read_postcode_table("postcode4;breedte;lengte\r\n1017;52,363;4,884\r\n").known == Known{"1017"});
  CHECK(read_postcode_table("1017;52.363;4.884;Amsterdam").known == Known{"1017"});
  for (const char* table :
       {"postcode4,breedte,lengte\n1017,52.363,4.884\n\n", "\xEF\xBB\xBFpostcode\r\n1017;52,363;4,884\r\n", ""})
    CHECK_FALSE(read_postcode_table(table).unreadable);
}

TEST_CASE("of a table of places the first line that says no place is told, whatever it holds", "[pipeline]") {
  for (const char* line : {"1018", "1018,52.37", "1018,52,37,4,92", "1018,noord,oost", "1018,152.37,4.92",
                           "1018,nan,inf", "\"1018\",\"52.37\",\"4.92\"", ",,", "1018;52,37", "1018 52.37 4.92"}) {
    INFO(line);
    const std::string bytes = std::string("kop\n1017,52.363,4.884\n") + line + "\n1019\n";
    const PostcodeTable table = read_postcode_table(bytes);
    REQUIRE(table.unreadable);
    CHECK(bytes.substr(table.unreadable->begin, table.unreadable->end - table.unreadable->begin) == line);
    CHECK(table.known == Known{"1017"});
  }
}

}  // namespace
}  // namespace wegwijs
