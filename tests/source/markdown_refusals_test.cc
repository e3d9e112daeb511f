#include <catch2/catch.hpp>

#include "file_under_test.h"
#include "source/markdown.h"

namespace wegwijs {
namespace {

struct Reading {
  std::string html;
  std::string report;
  std::vector<std::string> addresses;  // each as `address at line:column 'words'`
};

Reading reading_of(const std::string& bytes, std::size_t offset = 0) {
  FileUnderTest file(bytes, "a.md");
  const MarkdownText markdown =
      read_markdown(file.bytes().substr(offset), file.id(), static_cast<std::uint32_t>(offset), file.diagnostics);
  Reading reading{std::string(markdown.html.bytes()), file.report(), {}};
  for (const AddressUse& use : markdown.addresses) {
    reading.addresses.push_back(use.address + " at " + file.place(use.where));
  }
  return reading;
}

std::string html_error(std::string_view place, std::string_view html) {
  return fmt::format(
      "a.md:{}: fout: HTML in een tekst wordt niet overgenomen: '{}'. [markdown-html] Schrijf het in Markdown, of zet "
      "een \\ voor het teken '<' als u dat teken zelf bedoelt.\n",
      place, html);
}

std::string address_error(std::string_view place, std::string_view address) {
  return fmt::format(
      "a.md:{}: fout: Het adres '{}' begint met iets anders dan https, http, mailto of tel. [adres-soort] Gebruik een "
      "gewoon webadres, of een adres op deze site dat met / begint.\n",
      place, address);
}

TEST_CASE("raw HTML is reported at each place and left out", "[source]") {
  const Reading reading = reading_of("é <b>x</b> <b>y</b>\n\n<div onclick=\"x\">\n<i>z</i>\n</div>\n");
  CHECK(reading.html == "<p>é x y</p>\n");
  CHECK(reading.report == html_error("1:3", "<b>") + html_error("1:7", "</b>") + html_error("1:12", "<b>") +
                              html_error("1:16", "</b>") + html_error("3:1", "<div onclick=\"x\">"));
}

TEST_CASE("raw HTML in a table, a quote, a list and the words of an image is reported too", "[source]") {
  CHECK(reading_of("| a |\n|---|\n| é <b> |\n").report == html_error("3:5", "<b>"));
  CHECK(reading_of("> - é <br>\n").report == html_error("1:7", "<br>"));
  const Reading image = reading_of("![<b>a</b>](/b.png)\n");
  CHECK(image.report == html_error("1:3", "<b>") + html_error("1:7", "</b>"));
  CHECK(image.html == "<p><img src=\"/b.png\" alt=\"a\" loading=\"lazy\"></p>\n");
}

TEST_CASE("of long raw HTML the message holds the beginning", "[source]") {
  CHECK(reading_of("<a href=\"/" + std::string(100, 'x') + "\">y</a>").report ==
        html_error("1:1", "<a href=\"/" + std::string(50, 'x')) + html_error("1:114", "</a>"));
}

TEST_CASE("a smaller-than sign that begins no element is no raw HTML", "[source]") {
  CHECK(reading_of("1 < 2, \\<b>, &lt;b>, `<b>`, <https://school.nl/>\n").report == "");
}

TEST_CASE("a heading with one # is reported as a whole and written one level lower", "[source]") {
  const Reading reading = reading_of("é\n\n# De brug\n\nOnder\n=====\n");
  CHECK(reading.html == "<p>é</p>\n<h2 id=\"de-brug\">De brug</h2>\n<h2 id=\"onder\">Onder</h2>\n");
  const std::string error =
      ": fout: Een kop met één # is de titel van de pagina, en die staat al in 'titel'. [markdown-kop-1] Gebruik ## "
      "voor "
      "een kop in de tekst.\n";
  CHECK(reading.report == "a.md:3:1" + error + "a.md:5:1" + error);
  CHECK(reading_of("## De brug\n\n\\# geen kop\n").report == "");
}

TEST_CASE("an address that could run code is reported at its place and the words stay", "[source]") {
  const Reading reading = reading_of("é [a](javascript:alert(1)) <data:text/html,x>\n\n![b](vbscript:x)\n");
  CHECK(reading.html == "<p>é <span>a</span> <span>data:text/html,x</span></p>\n<p></p>\n");
  CHECK(reading.report == address_error("1:7", "javascript:alert(1)") + address_error("1:29", "data:text/html,x") +
                              address_error("3:6", "vbscript:x"));
  CHECK(reading.addresses.empty());
}

TEST_CASE("an address that hides its scheme is refused as well, on its line", "[source]") {
  CHECK(reading_of("é\n[a](JaVa&#x0A;Script:x)\n").report == address_error("2:1", "JaVa\uFFFDScript:x"));
  CHECK(reading_of("[a](javascript&colon;x)\n").report == address_error("1:1", "javascript:x"));
  CHECK(reading_of("[a](%6Aavascript:x)\n").report == address_error("1:5", "%6Aavascript:x"));
  CHECK(reading_of("[a]\n\n[a]: <&#x20;javascript:x>\n").html == "<p><span>a</span></p>\n");
}

TEST_CASE("an address without a scheme that leaves the site is refused", "[source]") {
  CHECK(reading_of("[a](//school.nl/)\n").report == address_error("1:5", "//school.nl/"));
  CHECK(reading_of("[a](/school.nl/) [b](https://school.nl/)\n").report == "");
}

TEST_CASE("addresses of links and images are kept with the place where each stands", "[source]") {
  CHECK(reading_of("é [a](/x/) [b](/y/) [c](/x/)\n[d](/x/)\n\n- ![e](/z.png)\n").addresses ==
        std::vector<std::string>{"/x/ at 1:7 '/x/'", "/y/ at 1:16 '/y/'", "/x/ at 1:25 '/x/'", "/x/ at 2:5 '/x/'",
                                 "/z.png at 4:8 '/z.png'"});
  CHECK(reading_of("| a |\n|---|\n| é [b](/c/) |\n\n[^1]\n\n[^1]: [d](/e/)\n").addresses ==
        std::vector<std::string>{"/c/ at 3:9 '/c/'", "/e/ at 7:11 '/e/'"});
}

TEST_CASE("an address that is defined further down has the place of its definition", "[source]") {
  CHECK(reading_of("Zie [de gids][g].\n\n[g]: /gids/ \"De gids\"\n").addresses ==
        std::vector<std::string>{"/gids/ at 3:6 '/gids/'"});
}

TEST_CASE("an address that the parser completes has the place of its line", "[source]") {
  CHECK(reading_of("é\nzie www.school.nl\n").addresses ==
        std::vector<std::string>{"http://www.school.nl at 2:1 'zie www.school.nl'"});
}

TEST_CASE("places count from the beginning of the file, with CRLF too", "[source]") {
  const std::string header = "---\r\ntitel: é\r\n---\r\n";
  const Reading reading = reading_of(header + "é <b>\r\n\r\n[a](/b/)\r\n", header.size());
  CHECK(reading.report == html_error("4:3", "<b>"));
  CHECK(reading.addresses == std::vector<std::string>{"/b/ at 6:5 '/b/'"});
}

}  // namespace
}  // namespace wegwijs
