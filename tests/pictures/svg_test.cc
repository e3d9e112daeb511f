#include <catch2/catch.hpp>

#include "pictures/svg.h"

namespace wegwijs {
namespace {

std::string drawing(const std::string& inside, const std::string& attributes = "viewBox=\"0 0 20 10\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + attributes +
         ">\n" + inside + "\n</svg>";
}

}  // namespace

TEST_CASE("a drawing that only shows something is accepted", "[products]") {
  for (const std::string& inside :
       {std::string("<rect width=\"20\" height=\"10\" style=\"fill:#fff\" fill=\"url(#verloop)\"/>"),
        std::string("<use xlink:href=\"#deel\"/><use href=\"#deel\"/>"),
        std::string("<style>.a { fill: red; mask: url(#m) }</style><title>Op de fiets</title>"),
        std::string("<image href=\"data:image/png;base64,AAAA\"/>"), std::string("<!-- <script> -->"),
        std::string("<animate attributeName=\"x\" from=\"0\" to=\"5\"/>")}) {
    INFO(inside);
    CHECK_FALSE(read_svg(drawing(inside)).fault);
  }
}

TEST_CASE("a drawing that could do more is refused at the line where it does", "[products]") {
  for (const std::string& inside :
       {std::string("<script>alert(1)</script>"), std::string("<rect onclick=\"alert(1)\"/>"),
        std::string("<rect ONLOAD=\"alert(1)\"/>"), std::string("<a href=\"javascript:alert(1)\"><rect/></a>"),
        std::string("<a xlink:href=\" java&#10;script:alert(1)\"><rect/></a>"),
        std::string("<a href=\"https://elders.nl/\"><rect/></a>"), std::string("<image href=\"//elders.nl/a.png\"/>"),
        std::string("<image href=\"data:image/svg+xml,%3Csvg/%3E\"/>"), std::string("<use href=\"ander.svg#deel\"/>"),
        std::string("<rect fill=\"url('https://elders.nl/a')\"/>"),
        std::string("<rect style=\"fill: URL( https://elders.nl/a )\"/>"),
        std::string("<rect style=\"fill:u\\72l(https://elders.nl)\"/>"),
        std::string("<style>@import 'https://elders.nl/a.css';</style>"),
        std::string("<style>rect{fill:<![CDATA[url(https://elders.nl)]]>}</style>"),
        std::string("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>"),
        std::string("<animate attributeName=\"xlink:href\" values=\"https://a.nl\"/>"),
        std::string("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>"),
        std::string("<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>"),
        std::string("<p xmlns=\"http://www.w3.org/1999/xhtml\"/>")}) {
    INFO(inside);
    const SvgReading svg = read_svg(drawing(inside));
    REQUIRE(svg.fault);
    CHECK(svg.line == 2);
  }
}

TEST_CASE("a file that is no well-formed SVG, has a DOCTYPE or fetches a style sheet is refused", "[products]") {
  for (const std::string& bytes :
       {std::string(), std::string("<svg"), std::string("<svg/>"), drawing("<g>"), drawing("&onbekend;"),
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>\n" + drawing("&a;"), "<!DOCTYPE svg>\n" + drawing(""),
        "<?xml-stylesheet href=\"https://elders.nl/a.css\"?>\n" + drawing(""),
        std::string("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")}) {
    INFO(bytes);
    CHECK(read_svg(bytes).fault);
  }
}

TEST_CASE("the size of a drawing is its width and height, else the form of its view", "[products]") {
  struct Size {
    std::string attributes;
    std::uint32_t width;
    std::uint32_t height;
  };
  for (const auto& [attributes, width, height] :
       {Size{"width=\"24\" height=\"12px\"", 24, 12}, Size{"viewBox=\"0 0 20 10\"", 20, 10},
        Size{"viewBox=\"0,0,20.4,9.6\"", 20, 10}, Size{"width=\"100%\" height=\"100%\" viewBox=\"0 0 8 6\"", 8, 6},
        Size{"width=\"40\" viewBox=\"0 0 20 10\"", 40, 20}, Size{"width=\"4cm\" height=\"2cm\"", 0, 0}, Size{"", 0, 0},
        Size{"viewBox=\"0 0 nan inf\"", 0, 0}}) {
    INFO(attributes);
    const SvgReading svg = read_svg(drawing("", attributes));
    CHECK_FALSE(svg.fault);
    CHECK(svg.width == width);
    CHECK(svg.height == height);
  }
}

}  // namespace wegwijs
