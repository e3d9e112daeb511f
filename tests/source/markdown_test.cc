#include "source/markdown.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "file_under_test.h"
#include "source/markdown_tree.h"

namespace wegwijs {
namespace {

/// The HTML of `text`; fails the test when anything is reported.
std::string html_of(const std::string& text) {
  FileUnderTest file(text);
  const MarkdownText markdown = read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(file.report() == "");
  return std::string(markdown.html.bytes());
}

TEST_CASE("text is escaped and marked up with plain elements", "[source]") {
  CHECK(html_of("Een *school* & **meer** ~~weg~~ `a<b` \\<b> 1 < 2 \"é\"\n") ==
        "<p>Een <em>school</em> &amp; <strong>meer</strong> <del>weg</del> <code>a&lt;b</code> &lt;b&gt; 1 &lt; 2 "
        "&quot;é&quot;</p>\n");
  CHECK(html_of("hard  \nzacht\nregel\n\n---\n\n> citaat\n") ==
        "<p>hard<br>\nzacht\nregel</p>\n<hr>\n<blockquote>\n<p>citaat</p>\n</blockquote>\n");
  CHECK(html_of("```js\n<script>\n```\n\n    a & b\n") ==
        "<pre><code>&lt;script&gt;\n</code></pre>\n<pre><code>a &amp; b\n</code></pre>\n");
  CHECK(html_of("") == "");
}

TEST_CASE("character references become characters and never markup", "[source]") {
  CHECK(html_of("&lt;script&gt; &amp;amp; &copy; &#0;") == "<p>&lt;script&gt; &amp;amp; © \uFFFD</p>\n");
}

TEST_CASE("a file with CRLF line ends gives the same paragraphs", "[source]") {
  CHECK(html_of("## Kop\r\n\r\na\r\nb\r\n") == html_of("## Kop\n\na\nb\n"));
}

TEST_CASE("headings get readable ids that are unique within the text", "[source]") {
  FileUnderTest file("## Één vraag?\n\n### Een *vraag*\n\n## Een vraag 2\n\n## !\n\n## ?\n");
  const MarkdownText markdown = read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(markdown.html.bytes() ==
        "<h2 id=\"een-vraag\">Één vraag?</h2>\n<h3 id=\"een-vraag-2\">Een <em>vraag</em></h3>\n"
        "<h2 id=\"een-vraag-2-2\">Een vraag\u00A02</h2>\n<h2 id=\"kop\">!</h2>\n<h2 id=\"kop-2\">?</h2>\n");
  REQUIRE(markdown.headings.size() == 5);
  CHECK(markdown.headings[1].level == 3);
  CHECK(markdown.headings[1].id == "een-vraag-2");
  CHECK(markdown.headings[1].text == "Een vraag");
}

TEST_CASE("the text of a heading holds the words of links, code and pictures", "[source]") {
  FileUnderTest file("## Zie [de `gids`](/gids/) &\n");
  const MarkdownText markdown = read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  REQUIRE(markdown.headings.size() == 1);
  CHECK(markdown.headings[0].text == "Zie de gids &");
  CHECK(markdown.headings[0].id == "zie-de-gids");
}

TEST_CASE("a heading never takes the id of a footnote", "[source]") {
  CHECK(html_of("## Voetnoot 1\n\nx[^a]\n\n[^a]: y\n") ==
        "<h2 id=\"kop-voetnoot-1\">Voetnoot\u00A01</h2>\n"
        "<p>x<sup><a href=\"#voetnoot-1\" id=\"bij-voetnoot-1\" aria-label=\"Voetnoot 1\">1</a></sup></p>\n"
        "<section class=\"voetnoten\" aria-label=\"Voetnoten\">\n<ol>\n<li id=\"voetnoot-1\"><p>y</p>\n"
        "<a href=\"#bij-voetnoot-1\" aria-label=\"Terug naar de tekst\">↩</a></li>\n</ol>\n</section>\n");
}

TEST_CASE("a table has header cells with a scope and stands in a region that scrolls by itself", "[source]") {
  CHECK(html_of("| Groep | Uren | Wie |\n|---|--:|:-:|\n| Één | 2 | *x* |\n| Twee |\n") ==
        "<div class=\"tabel\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel\"><table>\n"
        "<thead><tr><th scope=\"col\">Groep</th><th scope=\"col\" class=\"getal\">Uren</th>"
        "<th scope=\"col\" class=\"midden\">Wie</th></tr></thead>\n"
        "<tbody>\n<tr><th scope=\"row\">Één</th><td class=\"getal\">2</td><td class=\"midden\"><em>x</em></td></tr>\n"
        "<tr><th scope=\"row\">Twee</th><td class=\"getal\"></td><td class=\"midden\"></td></tr>\n"
        "</tbody>\n</table></div>\n");
}

TEST_CASE("a table without rows has no empty body", "[source]") {
  CHECK(html_of("a | b\n--|--\n") ==
        "<div class=\"tabel\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel\"><table>\n"
        "<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\n</table></div>\n");
}

TEST_CASE("each table is named by the heading above it and, from the second on, by its number", "[source]") {
  const std::string table = "|a|\n|-|\n\n";
  const std::string html = html_of("## Kosten \"<\"\n\n" + table + table);
  CHECK(html.find("aria-label=\"Tabel: Kosten &quot;&lt;&quot;\">") != std::string::npos);
  CHECK(html.find("aria-label=\"Tabel: Kosten &quot;&lt;&quot; (2)\">") != std::string::npos);
}

TEST_CASE("footnotes are numbered in the order of use and no id carries the author's words", "[source]") {
  CHECK(html_of("a[^wet] b[^gids] c[^wet]\n\n[^gids]: De gids.\n[^wet]: De wet.\n") ==
        "<p>a<sup><a href=\"#voetnoot-1\" id=\"bij-voetnoot-1\" aria-label=\"Voetnoot 1\">1</a></sup> "
        "b<sup><a href=\"#voetnoot-2\" id=\"bij-voetnoot-2\" aria-label=\"Voetnoot 2\">2</a></sup> "
        "c<sup><a href=\"#voetnoot-1\" aria-label=\"Voetnoot 1\">1</a></sup></p>\n"
        "<section class=\"voetnoten\" aria-label=\"Voetnoten\">\n<ol>\n"
        "<li id=\"voetnoot-1\"><p>De wet.</p>\n<a href=\"#bij-voetnoot-1\" aria-label=\"Terug naar de "
        "tekst\">↩</a></li>\n"
        "<li id=\"voetnoot-2\"><p>De gids.</p>\n<a href=\"#bij-voetnoot-2\" aria-label=\"Terug naar de "
        "tekst\">↩</a></li>\n"
        "</ol>\n</section>\n");
}

TEST_CASE("a text without footnotes keeps every word between the brackets of what only looks like one", "[source]") {
  // Each is also reported as what looks like a footnote and is none.
  const auto shown = [](const std::string& text) {
    Diagnostics diagnostics;
    return std::string(read_markdown(text, FileId{0}, 0, diagnostics).html.bytes());
  };
  CHECK(shown("x [^a\nbcdefg] y\n") == "<p>x [^a\nbcdefg] y</p>\n");
  CHECK(shown("a[^\n\xE2\x80\x94 ^x]: t\n") == "<p>a[^\n\xE2\x80\x94 ^x]: t</p>\n");
}

TEST_CASE("a task says in words whether it is done", "[source]") {
  CHECK(html_of("- [ ] formulier\n- [x] gesprek\n- gewoon\n") ==
        "<ul>\n"
        "<li class=\"taak\"><span aria-hidden=\"true\">☐</span> <span class=\"vh\">Nog te doen: </span>formulier</li>\n"
        "<li class=\"taak\"><span aria-hidden=\"true\">☑</span> <span class=\"vh\">Gedaan: </span>gesprek</li>\n"
        "<li>gewoon</li>\n</ul>\n");
}

TEST_CASE("items of a tight list have no paragraphs, and those of a loose list do", "[source]") {
  CHECK(html_of("- a\n- b\n  - c\n") == "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n");
  CHECK(html_of("- a\n\n- b\n") == "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n");
  CHECK(html_of("- > a\n") == "<ul>\n<li><blockquote>\n<p>a</p>\n</blockquote>\n</li>\n</ul>\n");
}

TEST_CASE("a numbered list begins at the number that was typed", "[source]") {
  CHECK(html_of("1. a\n2. b\n") == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
  CHECK(html_of("3) a\n") == "<ol start=\"3\">\n<li>a</li>\n</ol>\n");
}

TEST_CASE("an image has its alternative text without markup and loads when it comes into sight", "[source]") {
  CHECK(html_of("![De *hal* `A`\nmet \"lift\"](</hal 1.png> \"<Hal>\")\n") ==
        "<p><img src=\"/hal%201.png\" alt=\"De hal A met &quot;lift&quot;\" title=\"&lt;Hal&gt;\" "
        "loading=\"lazy\"></p>\n");
  CHECK(html_of("![](sier.png \"decoratief\")\n") == "<p><img src=\"sier.png\" alt=\"\" loading=\"lazy\"></p>\n");
  CHECK(html_of("![a ![b](c.png) [d](e)](f.png)\n") == "<p><img src=\"f.png\" alt=\"a b d\" loading=\"lazy\"></p>\n");
}

TEST_CASE("links are written encoded, and those that leave the site say so", "[source]") {
  CHECK(html_of("[a](/één?b=c&d \"t \\\"&\\\"\") [b](https://school.nl/) www.school.nl <info@school.nl>\n") ==
        "<p><a href=\"/%C3%A9%C3%A9n?b=c&amp;d\" title=\"t &quot;&amp;&quot;\">a</a> "
        "<a href=\"https://school.nl/\" rel=\"external\">b</a> "
        "<a href=\"http://www.school.nl\" rel=\"external\">www.school.nl</a> "
        "<a href=\"mailto:info@school.nl\" rel=\"external\">info@school.nl</a></p>\n");
}

TEST_CASE("an address in the words of a link is no link in a link, and is told", "[source]") {
  const auto written = [](const std::string& text, std::string& report) {
    FileUnderTest file(text);
    const MarkdownText result = read_markdown(file.bytes(), FileUnderTest::id(), 0, file.diagnostics);
    report = file.report();
    return std::string(result.html.bytes());
  };
  std::string report;
  CHECK(written("[mail <info@school.nl> nu](/over/)\n", report) ==
        "<p><a href=\"/over/\">mail <span>info@school.nl</span> nu</a></p>\n");
  CHECK(report.find("[link-in-link]") != std::string::npos);
  // The outer one leads nowhere and is an error: the inner one is written as the link that it is.
  CHECK(written("[mail <info@school.nl> nu](a:b)\n", report) ==
        "<p><span>mail <a href=\"mailto:info@school.nl\" rel=\"external\">info@school.nl</a> nu</span></p>\n");
  CHECK(report.find("[link-in-link]") == std::string::npos);
}

TEST_CASE("before each block of the parser are bytes that may be read", "[source]") {
  // CVE-2023-22485: the packaged library reads the byte before a text that begins with an address after a colon.
  cmark_mem* memory = preceded_memory();
  auto* block = static_cast<char*>(memory->calloc(3, 5));
  CHECK(std::all_of(block - 16, block + 15, [](char byte) { return byte == 0; }));
  block = static_cast<char*>(memory->realloc(block, 100'000));
  CHECK(std::all_of(block - 16, block + 15, [](char byte) { return byte == 0; }));
  memory->free(block);
  auto* first = static_cast<char*>(memory->realloc(nullptr, 5));
  CHECK(first[-1] == 0);
  memory->free(first);
  memory->free(nullptr);
}

TEST_CASE("an address of mail at the very start of a text is a link like any other", "[source]") {
  CHECK(html_of(":a@b.nl") == "<p>:<a href=\"mailto:a@b.nl\" rel=\"external\">a@b.nl</a></p>\n");
  CHECK(html_of("mailto:a@b.nl") == "<p><a href=\"mailto:a@b.nl\" rel=\"external\">mailto:a@b.nl</a></p>\n");
}

}  // namespace
}  // namespace wegwijs
