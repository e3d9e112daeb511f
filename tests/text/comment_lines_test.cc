#include "text/comment_lines.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("a script is published without its comment lines and its indentation", "[text]") {
  CHECK(published_script("/// Says why.\nfunction one() {\n  // Reason.\n\n  return 'a // b';\n}\n") ==
        "function one() {\nreturn 'a // b';\n}\n");
  CHECK(published_script("let a = 1; // stays\r\nlet b;") == "let a = 1; // stays\r\nlet b;\n");
}

TEST_CASE("block comments that fill their lines are taken out, those beside code stay", "[text]") {
  CHECK(published_script("/**\n * Says why.\n * @param {string} a\n */\nfunction one(a) {}\n") == "function one(a) {}\n");
  CHECK(published_script("/** @type {string} */\nlet a;\n") == "let a;\n");
  CHECK(published_script("const b = /** @type {string} */ (c);\n/** @type {x} */ (b).d();\n") ==
        "const b = /** @type {string} */ (c);\n/** @type {x} */ (b).d();\n");
  CHECK(published_script("const a = `one ${b}`;\n// why\nlet c;\n") == "const a = `one ${b}`;\nlet c;\n");
}

TEST_CASE("a script in which a line could be part of a text is published as it is", "[text]") {
  for (const char* script : {"const a = `\n  // text\n`;\n", "const a = 'b\\\n  // c';\n", "/* a\n// */ let b;\n",
                             "let a; /* b\n// c */\n", "const a = '/*';\n  // b\n"})
    CHECK(published_script(script) == script);
}

TEST_CASE("a style sheet is published without its comment lines; two slashes are no comment there", "[text]") {
  CHECK(published_style_sheet("/* why\n   more */\na {\n  color: red; /* stays */\n}\n") ==
        "a {\ncolor: red; /* stays */\n}\n");
  CHECK(published_style_sheet("// a { color: red }\n") == "// a { color: red }\n");
  CHECK(published_style_sheet("a { content: 'b\\\n/* c */' }\n") == "a { content: 'b\\\n/* c */' }\n");
}

}  // namespace
}  // namespace wegwijs
