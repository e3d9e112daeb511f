#include "text/published_style_sheet.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("a style sheet is published without comments, and without what separates nothing", "[text]") {
  CHECK(published_style_sheet("/* why\n   more */\na {\n  color: red; /* goes */\n}\n\nb, c { margin: 0 auto; }\n") ==
        "a{color:red}b,c{margin:0 auto}\n");
  CHECK(published_style_sheet("@media (width >= 48rem) and (scripting: enabled) {\n  a { top: 0 !important }\n}\n") ==
        "@media (width >= 48rem) and (scripting:enabled){a{top:0!important}}\n");
  CHECK(published_style_sheet("a { b: c; }\r\n/* d */") == "a{b:c}\n");
  CHECK(published_style_sheet("/* only a comment */\n").empty());
  CHECK(published_style_sheet("").empty());
}

TEST_CASE("a space in a style sheet stays where it means something", "[text]") {
  CHECK(published_style_sheet("a :hover { b: c }") == "a :hover{b:c}\n");
  CHECK(published_style_sheet("a > b + :is(c, d) e ~ * { f: g }") == "a > b + :is(c,d) e ~ *{f:g}\n");
  CHECK(published_style_sheet("a { b: calc(1px + (2px - 1em) * 2) 3px / 4px; c: var(--d) e; }") ==
        "a{b:calc(1px + (2px - 1em) * 2) 3px / 4px;c:var(--d) e}\n");
  CHECK(published_style_sheet("a\nb { c: d\n e }") == "a b{c:d e}\n");
  CHECK(published_style_sheet("a/* 1 */b { c: d /* 2 */ e }") == "a/**/b{c:d e}\n");
}

TEST_CASE("texts and addresses in a style sheet are published as they are", "[text]") {
  CHECK(published_style_sheet("a { content: \" : {  /* no */ \\\" \"; b: 'c ; ' }") ==
        "a{content:\" : {  /* no */ \\\" \";b:'c ; '}\n");
  CHECK(published_style_sheet("a { content: 'b\\\n  /* c */' }") == "a{content:'b\\\n  /* c */'}\n");
  CHECK(published_style_sheet("a { b: url(https://c.example/*/d.svg) no-repeat }") ==
        "a{b:url(https://c.example/*/d.svg) no-repeat}\n");
  CHECK(published_style_sheet("a::after { content: \" \\d7\" / \"\" }\n.a\\:b { c: d }") ==
        "a::after{content:\" \\d7\" / \"\"}.a\\:b{c:d}\n");
}

TEST_CASE("a style sheet in which it is not certain where a text ends is published as it is", "[text]") {
  for (const char* sheet : {"a { content: 'b\n }\n", "a { }  /* b\n", "a { b: url(c\n", "a  { b: c\\\n }"}) {
    CAPTURE(sheet);
    CHECK(published_style_sheet(sheet) == sheet);
  }
}

}  // namespace
}  // namespace wegwijs
