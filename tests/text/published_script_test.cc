#include "text/published_script.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("a script is published without comments, and without space that separates nothing", "[text]") {
  CHECK(published_script("/// Says why.\nfunction one() {\n  // Reason.\n\n  return 'a // b';\n}\n") ==
        "function one(){return'a // b';}\n");
  CHECK(published_script("let a = 1; // goes\r\nlet b;") == "let a=1;let b;\n");
  CHECK(published_script("/**\n * Says why.\n * @param {string} a\n */\nfunction one(a) {}\n") ==
        "function one(a){}\n");
  CHECK(published_script("const b = /** @type {string} */ (c);\n") == "const b=(c);\n");
  CHECK(published_script("for (const [one, two] of all) if (one) go(one, ...two);\n") ==
        "for(const[one,two]of all)if(one)go(one,...two);\n");
  CHECK(published_script("").empty());
  CHECK(published_script("// Only a comment.\n").empty());
}

TEST_CASE("a line end stays where it may end a statement, a space where words or signs would run together", "[text]") {
  CHECK(published_script("let a = b\nlet c\n") == "let a=b\nlet c\n");
  CHECK(published_script("return\na\n") == "return\na\n");
  CHECK(published_script("a = {}\n(b)\n") == "a={}\n(b)\n");
  CHECK(published_script("a\n++\nb\n") == "a\n++\nb\n");
  CHECK(published_script("a\n.5\n") == "a\n.5\n");
  CHECK(published_script("const one = many\n  .map(a)\n  ?? other;\n") == "const one=many.map(a)??other;\n");
  CHECK(published_script("a + +b - -c, d / /e/.f, !(!g)") == "a+ +b- -c,d/ /e/.f,!(!g)\n");
  CHECK(published_script("typeof a in b; 1 .toFixed(); /a/ in b") == "typeof a in b;1 .toFixed();/a/ in b\n");
}

TEST_CASE("texts, templates and patterns are published as they are", "[text]") {
  CHECK(published_script("const a = `one  ${ b + `two  ${ c }` }  // three`;\n") ==
        "const a=`one  ${b+`two  ${c}`}  // three`;\n");
  CHECK(published_script("const a = 'it\\'s  /* no */', b = \"// no\";\n") ==
        "const a='it\\'s  /* no */',b=\"// no\";\n");
  CHECK(published_script("const a = b.split(/[/ ']  \\/ /u), c = d / e / f;\n") ==
        "const a=b.split(/[/ ']  \\/ /u),c=d/e/f;\n");
  CHECK(published_script("if (a) /'  b/.test(c); else (d) / e;\n") == "if(a)/'  b/.test(c);else(d)/e;\n");
  CHECK(published_script("const a = 'b\\\n  // c';\n") == "const a='b\\\n  // c';\n");
  CHECK(published_script("a.in / b; c.of / d // e\n") == "a.in/b;c.of/d\n");
}

TEST_CASE("a script in which it is not certain where a text ends is published as it is", "[text]") {
  for (const char* script : {"const a = `\n  // text\n", "/* a\n", "let a = 'b\n';\n",
                             "function a() {}  /b  '/.test(c)\n", "a = (b;\n", "a }\n"})
    CHECK(published_script(script) == script);
}

}  // namespace
}  // namespace wegwijs
