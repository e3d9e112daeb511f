// What an editor writes and a reader would not get, or would get as something else: each with its place, and with the
// form that its advice leads to, which is silent.
#include <catch2/catch.hpp>

#include "file_under_test.h"
#include "source/front_matter.h"
#include "source/markdown.h"

namespace wegwijs {
namespace {

struct Reading {
  std::string html;
  std::string report;  // for each message `line:column rule 'words'`, divided by " | "
};

Reading reading_of(const std::string& bytes) {
  FileUnderTest file(bytes, "a.md");
  const MarkdownText markdown = read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  Reading reading{std::string(markdown.html.bytes()), {}};
  for (const Diagnostic& one : file.diagnostics.in_source_order()) {
    const LineAndColumn place = line_and_column(file.bytes(), one.where.begin);
    if (!reading.report.empty()) reading.report += " | ";
    reading.report += fmt::format("{}:{} {} '{}'", place.line, place.column, one.rule->id,
                                  one.arguments.empty() ? "" : one.arguments[0].in(Language::nl));
  }
  return reading;
}

struct Slip {
  std::string written;
  std::string report;
  std::string repaired;      // as the advice says
  std::string literal = {};  // as the advice says to who means it as it is; empty when there is no such advice
};

const std::vector<Slip> slips{
    // Marks that stay text.
    {"a **vet zonder einde", "1:3 markdown-lijkt-op '**vet zonder einde'", "a **vet zonder einde**",
     "a \\**vet zonder einde"},
    {"vet zonder begin** b", "1:17 markdown-lijkt-op '**'", "**vet zonder begin** b", "vet zonder begin\\** b"},
    {"** vet**", "1:1 markdown-lijkt-op '** vet**'", "**vet**", "\\** vet\\**"},
    {"**vet **", "1:1 markdown-lijkt-op '**vet **'", "**vet**", "\\**vet \\**"},
    {"__vet zonder einde", "1:1 markdown-lijkt-op '__vet zonder einde'", "__vet zonder einde__",
     "\\__vet zonder einde"},
    {"~~weg zonder einde", "1:1 markdown-lijkt-op '~~weg zonder einde'", "~~weg zonder einde~~",
     "\\~~weg zonder einde"},
    {"*schuin zonder einde", "1:1 markdown-lijkt-op '*schuin zonder einde'", "*schuin zonder einde*",
     "\\*schuin zonder einde"},
    {"een _schuin woord", "1:5 markdown-lijkt-op '_schuin woord'", "een _schuin_ woord", "een \\_schuin woord"},
    {"een `code zonder einde", "1:5 markdown-lijkt-op '`code zonder einde'", "een `code zonder einde`",
     "een \\`code zonder einde"},
    {"## Kop **vet", "1:8 markdown-lijkt-op '**vet'", "## Kop **vet**", "## Kop \\**vet"},
    {"|a|\n|-|\n|b **c|", "3:4 markdown-lijkt-op '**c'", "|a|\n|-|\n|b **c**|", "|a|\n|-|\n|b \\**c|"},
    {"een\n\\**twee** en **drie", "2:14 markdown-lijkt-op '**drie'", "een\n**twee** en **drie**"},
    {"10 m^2^ groot", "1:5 markdown-lijkt-op '^2^'", "10 m² groot", "10 m\\^2^ groot"},
    {"dit is ==heel belangrijk==.", "1:8 markdown-lijkt-op '==heel belangrijk=='", "dit is **heel belangrijk**.",
     "dit is \\==heel belangrijk==."},
    // Links, footnotes and what other programs write.
    {"[gids](/gids", "1:6 markdown-lijkt-op '](/gids'", "[gids](/gids)", "[gids\\](/gids"},
    {"[gids](/de gids/)", "1:6 markdown-lijkt-op '](/de gids/'", "[gids](</de gids/>)", "\\[gids](/de gids/)"},
    {"[gids] (/gids/)", "1:6 markdown-lijkt-op '] (/gids/'", "[gids](/gids/)", "[gids\\] (/gids/)"},
    {"een[^1] twee", "1:4 markdown-lijkt-op '[^1'", "een[^1] twee\n\n[^1]: drie", "een\\[^1] twee"},
    {"[gids][g]", "1:6 markdown-lijkt-op '][g]'", "[gids](/gids/)", "[gids\\][g]"},
    {"[[gids]]", "1:1 markdown-lijkt-op '[[gids'", "[gids](/gids/)", "\\[[gids]]"},
    {"Mail [ons](mailto:info@school.nl?subject=Open dag)", "1:6 markdown-lijkt-op '[ons]('",
     "Mail [ons](mailto:info@school.nl?subject=Open%20dag)", "Mail \\[ons](mailto:info@school.nl?subject=Open dag)"},
    {"####### Zeven", "1:1 markdown-lijkt-op '####### Zeven'", "## Zeven", "\\####### Zeven"},
    {"Zie {{ site.titel }}", "1:5 markdown-lijkt-op '{{ site.titel }}'", "Zie de titel", "Zie \\{{ site.titel }}"},
    {"{% include x %}", "1:1 markdown-lijkt-op '{% include x %}'", "Tekst", "\\{% include x %}"},
    {"*een\n*twee", "1:1 markdown-lijkt-op '*een'", "- een\n- twee", "\\*een\n\\*twee"},
    {"{{< video >}}", "1:1 markdown-lijkt-op '{{< video >}}'", "Video", "\\{{< video >}}"},
    {"[Hello]{lang=Engels}", "1:8 markdown-lijkt-op '{lang=Engels}'", "[Hello]{lang=en}", "[Hello]\\{lang=Engels}"},
    {"[Hello]{lang=qq}", "1:8 markdown-lijkt-op '{lang=qq}'", "[Hello]{lang=en}"},
    // Beginnings of lines.
    {"##Kop", "1:1 markdown-lijkt-op '##Kop'", "## Kop", "\\##Kop"},
    {"een\n###Kop", "2:1 markdown-lijkt-op '###Kop'", "een\n\n## Kop", "een\n\\###Kop"},
    {"##\u00A0Kop", "1:1 markdown-lijkt-op '##\u00A0Kop'", "## Kop", "\\##\u00A0Kop"},
    {"-\u00A0een", "1:1 markdown-lijkt-op '-\u00A0een'", "- een", "\\-\u00A0een"},
    {"1.\u202Feen", "1:1 markdown-lijkt-op '1.\u202Feen'", "1. een"},
    {"| a | b |\n| 1 | 2 |", "1:1 markdown-lijkt-op '| a | b |'", "| a | b |\n|---|---|\n| 1 | 2 |",
     "\\| a | b |\n\\| 1 | 2 |"},
    {"• een\n• twee", "1:1 markdown-lijkt-op '• een'", "- een\n- twee"},
    {"Dit kan:\n• een", "2:1 markdown-lijkt-op '• een'", "Dit kan:\n- een"},
    {"· een", "1:1 markdown-lijkt-op '· een'", "- een"},
    {"\uF0B7\teen", "1:1 markdown-lijkt-op '\uF0B7\teen'", "- een"},
    {"o\teen", "1:1 markdown-lijkt-op 'o\teen'", "- een"},
    {"– een", "1:1 markdown-lijkt-op '– een'", "- een"},
    {"Dit kan:\n– een\n– twee", "2:1 markdown-lijkt-op '– een'", "Dit kan:\n- een\n- twee"},
    {"-een\n-twee", "1:1 markdown-lijkt-op '-een'", "- een\n- twee", "\\-een\n\\-twee"},
    {"1.een\n2.twee", "1:1 markdown-lijkt-op '1.een'", "1. een\n2. twee"},
    // What becomes something else.
    {"Dit is een zin.\n---\n", "1:1 markdown-wordt-iets-anders 'Dit is een zin.'", "Dit is een zin.\n\n---\n"},
    {"Bel de school gerust als u daar iets over wilt vragen\n---",
     "1:1 markdown-wordt-iets-anders 'Bel de school gerust "
     "als u daar iets over wilt vragen'",
     "Bel de school gerust als u daar iets over wilt vragen\n\n---"},
    {"een\n\n    Dit is een zin uit Word.", "3:5 markdown-wordt-iets-anders 'Dit is een zin uit Word.'",
     "een\n\nDit is een zin uit Word."},
    {"een\n\n\t1. Vraag het formulier", "3:2 markdown-wordt-iets-anders '1. Vraag het formulier'",
     "een\n\n1. Vraag het formulier"},
    {"een\n```\ncode", "2:1 markdown-wordt-iets-anders '```'", "een\n```\ncode\n```"},
    {"- een\n  ~~~~\n  code\n  ~~~", "2:3 markdown-wordt-iets-anders '~~~~'", "- een\n  ~~~~\n  code\n  ~~~~"},
    {"H~2~O en CO~2~", "1:1 markdown-wordt-iets-anders 'H~2~' | 1:10 markdown-wordt-iets-anders 'CO~2~'", "H₂O en CO₂"},
    // What is lost.
    {"[Meld u aan]: https://school.nl/", "1:1 markdown-tekst-verdwijnt '[Meld u aan]: https://school.nl/'",
     "[Meld u aan](https://school.nl/)"},
    {"een [b]\n\n[a]: /a/\n[b]: /b/ \"titel\"", "3:1 markdown-tekst-verdwijnt '[a]: /a/'",
     "een [b]\n\n[b]: /b/ \"titel\""},
    {"een[^1]\n\n[^1]: twee\n[^2]: drie", "4:1 markdown-tekst-verdwijnt '[^2]: drie'",
     "een[^1] vier[^2]\n\n[^1]: twee\n[^2]: drie"},
    {"een[^1]\n\n[^1]: twee\n[^1]: drie", "4:1 markdown-tekst-verdwijnt '[^1]: drie'",
     "een[^1] twee[^2]\n\n[^1]: twee\n[^2]: drie"},
    {"|a|b|\n|-|-|\n|1|2|drie|", "3:6 markdown-tekst-verdwijnt 'drie'", "|a|b|c|\n|-|-|-|\n|1|2|drie|"},
    {"> a|b\n> -|-\n> 1|2|drie | vier", "3:7 markdown-tekst-verdwijnt 'drie | vier'",
     "> a|b\n> -|-\n> 1|2 drie \\| vier"},
    {"een\n\n## \n\ntwee", "3:1 markdown-tekst-verdwijnt '## '", "een\n\ntwee"},
    {"## a\n\n#### b\n", "3:1 markdown-kop-niveau 'b'", "## a\n\n### b\n"},
    {"### a\n", "1:1 markdown-kop-niveau 'a'", "## a\n"},
};

TEST_CASE("what becomes text, code, a heading or nothing at all is reported where it is", "[source]") {
  for (const Slip& slip : slips) {
    INFO(slip.written);
    CHECK(reading_of(slip.written).report == slip.report);
  }
}

TEST_CASE("following the advice of a message ends it", "[source]") {
  for (const Slip& slip : slips) {
    INFO(slip.repaired << "\n" << slip.literal);
    CHECK(reading_of(slip.repaired).report == "");
    CHECK(reading_of(slip.literal).report == "");
  }
}

TEST_CASE("a backslash shows exactly what the author wrote", "[source]") {
  CHECK(reading_of("\\[geen link](/over/)").html == "<p>[geen link](/over/)</p>\n");
  CHECK(reading_of("\\[geen link](/over/)").report == "");
  CHECK(reading_of("zo \\*\\*").report == "");
  CHECK(reading_of("zo &ast;&ast;vet").report == "");
  CHECK(reading_of("> – Jan, ouder").report == "");
}

TEST_CASE("what only resembles a slip stays silent", "[source]") {
  for (const std::string written : {"5 * 3 = 15 en a\\*\\*b",
                                    "prijs* geldt; *) alleen op school",
                                    "snake_case_naam en __init__",
                                    "De 9.00 uur",
                                    "Dit is lang, een zin\n– met een streep erin – die doorloopt",
                                    "tel.\n-en faxnummer",
                                    "x^2 en a ^ b",
                                    "a == b",
                                    "~~weg~~ en ~weg~ woord",
                                    "Kop\n---",
                                    "een\n\n---\n\ntwee",
                                    "- een\n---\n",
                                    "een\n\n    a & b\n    x = { y: 1 }",
                                    "een\n\n    git commit",
                                    "```\n• een\n[a]: /b/\n## \n```",
                                    "|a|b|\n|-|-|\n|1|2|\n|`x\\|y`|2||",
                                    "[a]: een gewone zin met een dubbele punt",
                                    "zie [Gids]\n\n[gids]: /gids/",
                                    "zie[^a]\n\n[^a]: een\n\n    twee woorden hier samen",
                                    "[x] en (y)",
                                    "C# en F#",
                                    "#hashtag",
                                    "## a\n\n### b\n\n## c\n\n### d",
                                    "10\u00A0km verderop",
                                    "o ja, nog iets",
                                    "e-mail -- nee"}) {
    INFO(written);
    CHECK(reading_of(written).report == "");
  }
}

TEST_CASE("a comment in any form is left out and reported as a note", "[source]") {
  const std::vector<std::pair<std::string, std::string>> comments{
      {"a <!-- x --> b", "<p>a  b</p>\n"},
      {"a <!-- x -- y --> b", "<p>a  b</p>\n"},
      {"a<!--x-->b", "<p>ab</p>\n"},
      {"<!-- x -->", ""},
      {"<!--> b", "<p>b</p>\n"},
      {"<!---> b", "<p>b</p>\n"},
      {"<!-- x\n\ny\n--> b", "<p>b</p>\n"},
      {"a <!-- x\ny --> b", "<p>a\nb</p>\n"},
      {"<!-- x -->    b", "<p>b</p>\n"},
      {"a  <!-- x -->\nb", "<p>a\nb</p>\n"},
      {"<!-- x --> ## b", "<h2 id=\"b\">b</h2>\n"},
      {"## b <!-- x -->", "<h2 id=\"b\">b</h2>\n"},
      {"- <!-- x --> b", "<ul>\n<li>b</li>\n</ul>\n"},
      {"> <!-- x --> b", "<blockquote>\n<p>b</p>\n</blockquote>\n"},
      {"**a<!-- ** -->b**", "<p><strong>ab</strong></p>\n"},
      {"[a<!-- ] -->](/b/)", "<p><a href=\"/b/\">a</a></p>\n"},
      {"![a<!-- x -->](/b.png)", "<p><img src=\"/b.png\" alt=\"a\" loading=\"lazy\"></p>\n"},
      {"a <!-- <b>x</b> `y --> c `d`", "<p>a  c <code>d</code></p>\n"},
      {"a ` b <!-- ` --> c \\` d", "<p>a <code>b &lt;!--</code> --&gt; c ` d</p>\n"},
  };
  for (const auto& [written, html] : comments) {
    INFO(written);
    const Reading reading = reading_of(written);
    CHECK(reading.html == html);
    const bool is_code = html.find("&lt;!--") != std::string::npos;
    CHECK((reading.report.find("markdown-commentaar '") != std::string::npos) == !is_code);
    CHECK(reading.report.find("markdown-html") == std::string::npos);
  }
  CHECK(reading_of("a\n\nb <!-- navragen -->").report == "3:3 markdown-commentaar '<!-- navragen -->'");
}

TEST_CASE("a comment in a cell, a footnote or a definition is left out", "[source]") {
  for (const std::string written :
       {"|a <!-- geheim -->|\n|-|\n|b <!-- geheim | x -->|", "a[^1]\n\n[^1]: b <!-- geheim -->",
        "[a]\n\n[a]: /b/ \"<!-- geheim -->\"", "- a\n\n  <!-- geheim\n  geheim -->\n- b",
        "a <!-- geheim <!-- geheim --> b", "a <!-- geheim\n\nb", "<div>\n<!-- geheim -->\n</div>",
        "- ```\n- <!-- geheim -->\n", "> ```\n<!-- geheim -->\n"}) {
    INFO(written);
    CHECK(reading_of(written).html.find("geheim") == std::string::npos);
  }
}

TEST_CASE("in code a comment is code", "[source]") {
  const std::string code = "<code>&lt;!-- x --&gt;";
  for (const std::string written :
       {"`<!-- x -->`", "``<!-- x -->``", "```\n<!-- x -->\n```", "    <!-- x -->", "- ~~~\n  <!-- x -->\n  ~~~",
        "> ```\n> <!-- x -->\n> ```", "a <!-- y --> `<!-- x -->`", "<!-- ``` -->\n\n`<!-- x -->`"}) {
    INFO(written);
    CHECK(reading_of(written).html.find(code) != std::string::npos);
  }
  CHECK(reading_of("\\<!-- x -->").html == "<p>&lt;!-- x --&gt;</p>\n");
  CHECK(reading_of("\\<!-- x -->").report == "");
}

TEST_CASE("a comment without an end of its own is an error, because what follows would be lost", "[source]") {
  CHECK(reading_of("a <!-- b\n\nc").report == "1:3 markdown-commentaar-open '<!-- b'");
  CHECK(reading_of("a <!-- b\n\nc <!-- d --> e").report == "1:3 markdown-commentaar-open '<!-- b'");
}

TEST_CASE("places behind a comment are those of the author's text", "[source]") {
  const Reading reading = reading_of("a <!-- x\n\ny --> b\n\nc <!-- z --> <i>d **e");
  CHECK(reading.report ==
        "1:3 markdown-commentaar '<!-- x' | 5:3 markdown-commentaar '<!-- z -->' | 5:14 markdown-html '<i>' | 5:19 "
        "markdown-lijkt-op '**e'");
}

TEST_CASE("what comments kept apart is not too much together", "[source]") {
  const std::string half(200, '*');
  const Reading reading = reading_of("a\n\n" + half + "<!-- x -->" + half);
  CHECK(reading.html == "");
  CHECK(reading.report == "3:1 markdown-teken-herhaald '255'");
}

TEST_CASE("words of another language are marked, with the direction of their script", "[source]") {
  const auto html_of = [](const std::string& text) {
    const Reading reading = reading_of(text);
    CHECK(reading.report == "");
    return reading.html;
  };
  CHECK(html_of("[مرحبا]{lang=ar} en [Welcome]{lang=en}") ==
        "<p><span lang=\"ar\" dir=\"rtl\">مرحبا</span> en <span lang=\"en\">Welcome</span></p>\n");
  CHECK(html_of("[Welcome to **our** [school](/a/)]{lang=\"en\"}") ==
        "<p><span lang=\"en\">Welcome to <strong>our</strong> <a href=\"/a/\">school</a></span></p>\n");
  CHECK(
      html_of("[zh]{lang=zh-Hans} [b]{lang=nl-BE} [f]{lang=fa} [u]{lang=ug}") ==
      "<p><span lang=\"zh-Hans\">zh</span> <span lang=\"nl-BE\">b</span> <span lang=\"fa\" dir=\"rtl\">f</span> <span "
      "lang=\"ug\" dir=\"rtl\">u</span></p>\n");
  CHECK(html_of("[a [b]{lang=en} c]{lang=fr}") == "<p><span lang=\"fr\">a <span lang=\"en\">b</span> c</span></p>\n");
  CHECK(html_of("## [Hello]{lang=en}\n") == "<h2 id=\"hello\"><span lang=\"en\">Hello</span></h2>\n");
  CHECK(html_of("|[Hi]{lang=en}|\n|-|\n|b|\n").find("<th scope=\"col\"><span lang=\"en\">Hi</span></th>") !=
        std::string::npos);
  CHECK(html_of("`[Hi]{lang=en}`") == "<p><code>[Hi]{lang=en}</code></p>\n");
}

TEST_CASE("a mark of a language takes nothing but a known code", "[source]") {
  for (const std::string code :
       {"en onclick=x", "en\" onclick=\"x", "EN", "e", "engels", "qq", "en-", "en-x", "", "en dir=rtl"}) {
    INFO(code);
    const Reading reading = reading_of("[a]{lang=" + code + "}");
    CHECK(reading.html.find("<span") == std::string::npos);
    CHECK(reading.report.find("markdown-lijkt-op '{lang=") != std::string::npos);
  }
}

TEST_CASE("the words of another language are in the plain text without their mark", "[source]") {
  FileUnderTest file("[مرحبا]{lang=ar} ja", "a.md");
  CHECK(read_markdown(file.bytes(), file.id(), 0, file.diagnostics).plain_text == "مرحبا ja\n");
}

TEST_CASE("mangled and invisible characters are named in header and text", "[source]") {
  const auto report_on = [](const std::string& text) {
    FileUnderTest file(text, "a.md");
    read_front_matter(file.bytes(), file.id(), file.diagnostics);
    std::string report;
    for (const Diagnostic& one : file.diagnostics.in_source_order()) {
      const LineAndColumn place = line_and_column(file.bytes(), one.where.begin);
      report += fmt::format("{}:{} {} '{}' {}\n", place.line, place.column, one.rule->id,
                            one.arguments[0].in(Language::nl), one.suggestion);
    }
    return report;
  };
  const std::string text = "---\ntitel: x\n---\n";
  CHECK(report_on("---\ntitel: cafÃ©\n---\n") == "2:8 tekst-verminkt 'cafÃ©' café\n");
  CHECK(report_on(text + "foto â€™s\n") == "4:6 tekst-verminkt 'â€™s' ’s\n");
  CHECK(report_on(text + "BelgiÃ« en â‚¬ 5\n") == "4:1 tekst-verminkt 'BelgiÃ«' België\n4:12 tekst-verminkt 'â‚¬' €\n");
  CHECK(report_on(text + "Â\u00A0x Å¡\n").find("tekst-verminkt") != std::string::npos);
  CHECK(report_on(text + "foto\xC2\x92s\n") == "4:5 bestand-stuurteken 'U+0092' ’\n");
  CHECK(report_on(text + "caf\uFFFD\n") == "4:1 tekst-verminkt 'caf\uFFFD' \n");
  CHECK(report_on(text + "zo\u00ADzo\n") == "4:1 tekst-onzichtbaar-teken 'een zacht afbreekstreepje' \n");
  CHECK(report_on(text + "a zo\u200Bzo\n") == "4:3 tekst-onzichtbaar-teken 'een spatie zonder breedte' \n");
  CHECK(report_on(text + "a \u202Ebc\n") == "4:3 bestand-stuurteken 'U+202E' \n");
  for (const std::string word : {"CAFÉ…", "“één café…”", "«É»", "Ärzte", "Å", "10\u00A0km", "👩\u200D🏫", "می\u200Cشود",
                                 "São Paulo", "’s", "à…", "€ 5"}) {
    INFO(word);
    CHECK(report_on(text + word + "\n") == "");
  }
}

}  // namespace
}  // namespace wegwijs
