#include "outputs/script_file.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("a script is published without its comment lines and its indentation", "[outputs]") {
  CHECK(published_script("/// Says why.\nfunction one() {\n  // Reason.\n\n  return 'a // b';\n}\n") ==
        "function one() {\nreturn 'a // b';\n}\n");
  CHECK(published_script("let a = 1; // stays\r\nlet b;") == "let a = 1; // stays\r\nlet b;\n");
}

TEST_CASE("a script in which a line could be part of a text is published as it is", "[outputs]") {
  for (const char* script : {"const a = `\n  // text\n`;\n", "const a = 'b\\\n  // c';\n", "/* a\n// */ let b;\n"})
    CHECK(published_script(script) == script);
}

}  // namespace
}  // namespace wegwijs
