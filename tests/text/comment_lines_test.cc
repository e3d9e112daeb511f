#include "text/comment_lines.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("a style sheet is published without its comment lines; two slashes are no comment there", "[text]") {
  CHECK(published_style_sheet("/* why\n   more */\na {\n  color: red; /* stays */\n}\n") ==
        "a {\ncolor: red; /* stays */\n}\n");
  CHECK(published_style_sheet("// a { color: red }\n") == "// a { color: red }\n");
  CHECK(published_style_sheet("a { content: 'b\\\n/* c */' }\n") == "a { content: 'b\\\n/* c */' }\n");
}

}  // namespace
}  // namespace wegwijs
