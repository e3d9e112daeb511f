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

TEST_CASE("a number of one digit stays with the word before it", "[text]") {
  const auto text = [](std::string_view written) {
    std::string output;
    append_html_text(output, written);
    return output;
  };
  CHECK(text("van groep 8 naar klas 1.") == "van groep\u00A08 naar klas\u00A01.");
  CHECK(text("art. 5") == "art.\u00A05");
  CHECK(text("klas 1 & 2") == "klas\u00A01 &amp; 2");
  CHECK(text("leerjaar 3, 4") == "leerjaar\u00A03, 4");
  CHECK(text("om 8.30 uur, 12 keer, in 2026, de 1e, groep 7-8, van 1,5 en 2% of 3") ==
        "om 8.30 uur, 12 keer, in 2026, de 1e, groep <span class=\"vast\">7-8</span>, van 1,5 en\u00A02% of\u00A03");
  CHECK(text("1 van 9") == "1 van\u00A09");
  CHECK(text(" 1") == " 1");
}

TEST_CASE("a short word with a hyphen stays on one line, with its characters as they are", "[text]") {
  const auto text = [](std::string_view written) {
    std::string output;
    append_html_text(output, written);
    return output;
  };
  CHECK(text("abcd-e (xy)") == "<span class=\"vast\">abcd-e</span> (xy)");
  CHECK(text("per e-mail, in 2025-2026.") ==
        "per <span class=\"vast\">e-mail</span>, in <span class=\"vast\">2025-2026</span>.");
  CHECK(text("ab-cd-naar & x-yz") == "ab-cd-naar &amp; <span class=\"vast\">x-yz</span>");
  CHECK(text("klas 1-2 of 3") == "klas <span class=\"vast\">1-2</span> of\u00A03");
  // Longer ones, parts of an address, dates and dashes may break.
  for (const char* written : {"abcd-efgh", "abcdefghij-k", "abc.example/ab-c", "ab-c.example", "a_b-c", "2026-11-28",
                              "a - b", "-a", "a-", "ab- en cd", "ab-c-d", "x@ab-c"}) {
    CAPTURE(written);
    CHECK(text(written) == written);
  }
}

TEST_CASE("escaped text is put behind what is there already", "[text]") {
  std::string output = "<p>";
  append_html_escaped(output, "a<b");
  append_html_escaped(output, "");
  append_html_escaped(output, ">");
  CHECK(output == "<p>a&lt;b&gt;");
}

}  // namespace wegwijs
