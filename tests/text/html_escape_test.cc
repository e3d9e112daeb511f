#include "text/html_escape.h"

#include <catch2/catch.hpp>

namespace wegwijs {

TEST_CASE("the five characters that mean something in HTML are escaped, and nothing else", "[text]") {
  CHECK(html_escaped("<a href=\"x\">Foto's & één</a>") == "&lt;a href=&quot;x&quot;&gt;Foto&#39;s &amp; één&lt;/a&gt;");
  CHECK(html_escaped("gewone tekst / 100% = `x`") == "gewone tekst / 100% = `x`");
  CHECK(html_escaped("&amp;") == "&amp;amp;");
  CHECK(html_escaped("").empty());
}

TEST_CASE("an amount of money stays on one line", "[text]") {
  const auto text = [](std::string_view written) {
    std::string output;
    append_html_text(output, written);
    return output;
  };
  CHECK(text("van € 1.234 & € 5.") == "van €\u00A01.234 &amp; €\u00A05.");
  CHECK(text("in € of $, of €") == "in € of $, of €");
  CHECK(text("€ ") == "€ ");
}

TEST_CASE("escaped text is put behind what is there already", "[text]") {
  std::string output = "<p>";
  append_html_escaped(output, "a<b");
  append_html_escaped(output, "");
  append_html_escaped(output, ">");
  CHECK(output == "<p>a&lt;b&gt;");
}

}  // namespace wegwijs
