#include "pipeline/html_addresses.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("ids and addresses of a page are found by the names of their attributes, wherever these stand",
          "[pipeline]") {
  const HtmlAddresses found = addresses_in(
      "<h2 id=\"een\">a</h2><a href=\"/b/?c=d&amp;e=f\" title=\"g=h\">=&quot;</a><img src=\"/i.png\" alt=\"\">"
      "<form action=\"/j/\"></form><meta http-equiv=\"refresh\" content=\"0; url=/k/\"><meta content=\"l\">"
      "<p data-id=\"m\" hrefs=\"n\">href=\"o\"</p>");
  CHECK(found.ids == std::vector<std::string>{"een"});
  CHECK(found.addresses == std::vector<std::string>{"/b/?c=d&e=f", "/i.png", "/j/", "/k/"});
}

TEST_CASE("a page that ends within an attribute is read to its end", "[pipeline]") {
  CHECK(addresses_in("=").ids.empty());
  CHECK(addresses_in("<a href=").addresses.empty());
  CHECK(addresses_in("<a href=\"").addresses == std::vector<std::string>{""});
  CHECK(addresses_in("<a href=\"/b").addresses == std::vector<std::string>{"/b"});
  CHECK(addresses_in("").addresses.empty());
}

TEST_CASE("of a link to what is absent the words stay", "[pipeline]") {
  const auto is_absent = [](const std::string& address) { return address == "/weg/?a=1&b=2"; };
  CHECK(without_links("<p><a class=\"x\" href=\"/weg/?a=1&amp;b=2\">De <b>Brug</b></a>, <a href=\"/er/\">er</a></p>",
                      is_absent) == "<p>De <b>Brug</b>, <a href=\"/er/\">er</a></p>");
  CHECK(without_links("<link href=\"/weg/?a=1&amp;b=2\"><a href=\"/weg/?a=1&amp;b=2\">open", is_absent) ==
        "<link href=\"/weg/?a=1&amp;b=2\"><a href=\"/weg/?a=1&amp;b=2\">open");
}

TEST_CASE("a prefix comes before addresses from the root only", "[pipeline]") {
  CHECK(with_prefix("<a id=\"/a/\" href=\"/b/\"><img src=\"//c/d.png\"><a href=\"e/\">", "/wegwijs") ==
        "<a id=\"/a/\" href=\"/wegwijs/b/\"><img src=\"//c/d.png\"><a href=\"e/\">");
}

}  // namespace
}  // namespace wegwijs
