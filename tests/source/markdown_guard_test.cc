#include "source/markdown_guard.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "file_under_test.h"
#include "source/front_matter.h"
#include "source/markdown.h"

namespace wegwijs {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t count = 0; count < times; ++count) text += piece;
  return text;
}

/// What the guard says about `text`; empty when it accepts it.
std::string refusal_of(const std::string& text) {
  FileUnderTest file(text, "a.md");
  const bool accepted = check_markdown_limits(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(accepted == file.diagnostics.empty());
  return file.report();
}

/// The id of the rule that refuses `text`; empty when it is accepted.
std::string rule_against(const std::string& text) {
  const std::string report = refusal_of(text);
  static const std::regex rule(R"( \[([a-z0-9-]+)\])");
  std::smatch found;
  return std::regex_search(report, found, rule) ? found[1].str() : "";
}

TEST_CASE("a text may be 256 KB and no more", "[source][guards]") {
  const std::string paragraph = repeated("abcdefg ", 127) + "abcdef\n\n";
  CHECK(refusal_of(repeated(paragraph, 256)) == "");
  CHECK(refusal_of(repeated(paragraph, 256) + "a") ==
        "a.md:1:1: fout: Deze tekst is 257 KB; meer dan 256 KB kan niet. [markdown-te-groot] Verdeel de tekst over "
        "meer pagina's.\n");
}

TEST_CASE("a line of words may be 128 KB and no more", "[source][guards]") {
  // With the end of the line, 128 KB.
  const std::string words = repeated("woorden ", 16 * 1024 - 1) + "woorden";
  CHECK(refusal_of("a\n\n" + words + "\n") == "");
  CHECK(refusal_of("a\n\n" + words + "nbc\n") ==
        "a.md:3:1: fout: Deze regel is langer dan 128 KB; dat kan niet met zoveel tekens als * [ < en @. "
        "[markdown-regel-te-lang] Zet in een lange tekst af en toe een lege regel, zodat er alinea's ontstaan.\n");
}

TEST_CASE("the more signs a line or paragraph has, the shorter it is", "[source][guards]") {
  CHECK(refusal_of("a\n\n" + repeated("<a", 4000) + "\n") == "");
  CHECK(refusal_of(repeated("[", 200) + std::string(70'000, 'a')) == "");
  for (const std::string sign :
       {"[a ", "]a ", "<a ", "&a ", "*a ", "_a ", "~a ", "`a ", "\\a ", "@a ", "://a ", "www.a "}) {
    INFO(sign);
    CHECK(rule_against(repeated(sign, 200) + std::string(100'000, 'a')) == "");
    CHECK(rule_against(repeated(sign, 5'000)) == "markdown-regel-te-lang");
  }
  CHECK(rule_against(repeated(repeated("[a ", 100) + "\n", 200)) == "markdown-alinea-te-lang");
}

TEST_CASE("real tables and long paragraphs are within the limits", "[source][guards]") {
  std::string table = "| Woord | Uitleg | Contact |\n|---|---|---|\n";
  for (int row = 0; row < 500; ++row) {
    table += "| **Begrip " + std::to_string(row) +
             "** | Een uitleg van een paar zinnen. Zie ook [de gids](/gids/) en "
             "vraag het **altijd** aan de mentor. | naam@school.nl |\n";
  }
  CHECK(table.size() > 60'000);
  CHECK(refusal_of(table) == "");
  CHECK(refusal_of(repeated("Een gewone zin van een paar woorden: die mag. ", 1425)) == "");
  CHECK(refusal_of(repeated("Een gewone zin van een paar woorden: die mag.\n", 1425)) == "");
}

TEST_CASE("a carriage return ends a line, as it does for the parser", "[source][guards]") {
  const std::string half(70'000, 'a');
  CHECK(refusal_of(half + "\r\r" + half) == "");
  CHECK(rule_against("```\r" + half + half + "\r```\r" + half) == "");
  CHECK(rule_against("```\ra\r```\r" + half + half) == "markdown-regel-te-lang");
}

TEST_CASE("128 KB of words may stand without a blank line, and no more", "[source][guards]") {
  const std::string line = std::string(63, 'a') + "\n";
  CHECK(refusal_of(repeated(line, 2048)) == "");
  CHECK(
      refusal_of(repeated(line, 2049)) ==
      "a.md:2049:1: fout: Hier staat meer dan 128 KB tekst zonder lege regel ertussen; dat kan niet met zoveel tekens "
      "als * [ < en @. [markdown-alinea-te-lang] Zet er een lege regel tussen, of verdeel de lijst of tabel in "
      "stukken.\n");
}

TEST_CASE("a line may hold 64 bars and no more", "[source][guards]") {
  CHECK(refusal_of(repeated("|a", 63) + "|") == "");
  CHECK(refusal_of(repeated("|a", 64) + "|") ==
        "a.md:1:1: fout: Op deze regel staan meer dan 64 rechte strepen |. [markdown-tabel-te-breed] Zo'n brede tabel "
        "kan "
        "niemand lezen: maak er meer tabellen van.\n");
}

TEST_CASE("tables may have 20,000 cells together, counted with those that the parser adds", "[source][guards]") {
  const std::string header = repeated("|a", 49) + "\n" + repeated("|-", 49) + "\n";
  const std::string table = header + repeated("a\n", 199) + "\n";  // 50 columns, 200 lines from the dashes on
  CHECK(refusal_of(table + table) == "");
  CHECK(refusal_of(table + table + "a|b\n-|-\n") ==
        "a.md:406:1: fout: De tabellen in deze tekst hebben samen meer dan 20000 cellen; lege tellen mee. "
        "[markdown-tabel-te-groot] Verdeel ze over meer pagina's.\n");
}

TEST_CASE("sixteen quotes or lists may stand in each other, and no more", "[source][guards]") {
  CHECK(refusal_of(repeated("> ", 16) + "a") == "");
  CHECK(refusal_of("> - 1. + * 2) [^a]: " + repeated(">", 9) + "a") == "");
  CHECK(refusal_of(repeated("> ", 17) + "a") ==
        "a.md:1:1: fout: Hier staan meer dan 16 lijsten of citaten in elkaar. [markdown-te-diep] Haal tekens '>', '-' "
        "of nummers aan het begin van de regel weg.\n");
  CHECK(rule_against("> - 1. + * 2) [^a]: " + repeated(">", 10) + "a") == "markdown-te-diep");
}

TEST_CASE("a line across the page is no list in a list", "[source][guards]") {
  CHECK(refusal_of("a\n\n" + repeated("- ", 60) + "\n") == "");
  CHECK(refusal_of("a\n\n" + repeated("* ", 60) + "\n") == "");
  CHECK(rule_against("a\n" + repeated("- ", 60) + "\n") == "markdown-te-diep");
}

TEST_CASE("a line may be indented by 64 columns and no more; a tab counts to the next fourth", "[source][guards]") {
  CHECK(refusal_of(std::string(64, ' ') + "a") == "");
  CHECK(refusal_of(std::string(100, ' ') + "\na") == "");
  CHECK(refusal_of(std::string(16, '\t') + "a") == "");
  CHECK(refusal_of(std::string(65, ' ') + "a") ==
        "a.md:1:1: fout: Deze regel springt verder in dan 64 plaatsen. [markdown-inspringing] Haal spaties of tabs aan "
        "het begin van de regel weg.\n");
  CHECK(rule_against(std::string(16, '\t') + " a") == "markdown-inspringing");
}

TEST_CASE("eight lines of dashes and bars may stand in a paragraph, and no more", "[source][guards]") {
  CHECK(refusal_of(repeated("a|b\n-|-\n", 8) + "\na|b\n-|-\n") == "");
  CHECK(refusal_of(repeated("a|b\n-|-\n", 9)) ==
        "a.md:18:1: fout: Hier staan meer dan 8 regels met alleen streepjes (zoals |---|) zonder lege regel ertussen. "
        "[markdown-tabelregels] Zet een lege regel onder elke tabel.\n");
  CHECK(rule_against(repeated("> a\n> :-\n", 9)) == "markdown-tabelregels");
  CHECK(refusal_of(repeated("---\n", 20)) == "");
}

TEST_CASE("a punctuation character may stand 255 times in a row, and no more", "[source][guards]") {
  CHECK(refusal_of(std::string(255, '*') + std::string(300, 'a') + std::string(255, '-')) == "");
  CHECK(refusal_of("a" + std::string(256, '`')) ==
        "a.md:1:1: fout: Hier staat het teken '`' meer dan 255 keer achter elkaar. [markdown-teken-herhaald] Maak de "
        "rij korter; een streep over de pagina is '---' op een eigen regel.\n");
}

TEST_CASE("what the parser searches an end for may stand 600 times in a paragraph, and no more", "[source][guards]") {
  for (const std::string sign : {"<?", "<!", "![", "@"}) {
    INFO(sign);
    const std::string lines = repeated("a" + sign + " ", 300) + "\n" + repeated("a" + sign + " ", 300);
    CHECK(refusal_of(lines + "\n\n" + lines) == "");
    CHECK(refusal_of(lines + "\n" + sign) ==
          "a.md:3:1: fout: In deze alinea staat '" + sign +
              "' meer dan 600 keer. [markdown-tekens-te-veel] Zet er een lege regel tussen, of laat een deel weg.\n");
  }
}

TEST_CASE("emphasis may stand 4,000 times in a paragraph, and no more", "[source][guards]") {
  CHECK(refusal_of(repeated(repeated("**a** _b_ ", 50) + "\n", 20)) == "");
  CHECK(refusal_of(repeated(repeated("**a** _b_ ", 50) + "\n", 20) + "~c") ==
        "a.md:21:1: fout: In deze alinea staan meer dan 4000 tekens *, _ of ~. [markdown-nadruk-te-veel] Zet er een "
        "lege regel tussen, of laat een deel van de nadruk weg.\n");
}

TEST_CASE("32 addresses may be joined, and no more", "[source][guards]") {
  CHECK(refusal_of(repeated("http://a", 16) + repeated("www.", 16) + " " + repeated("www.a ", 100)) == "");
  CHECK(refusal_of(repeated("http://a", 16) + repeated("www.", 17)) ==
        "a.md:1:1: fout: Hier staan meer dan 32 webadressen aan elkaar vast. [markdown-adressen-aaneen] Zet een spatie "
        "tussen de adressen.\n");
}

TEST_CASE("a link definition may be 2 KB with its title, and no more", "[source][guards]") {
  const std::string line = std::string(99, 'a') + "\n";
  const std::string text = std::string(4000, 'a');
  CHECK(refusal_of("[a]: /" + std::string(2000, 'a')) == "");
  CHECK(refusal_of(repeated("[a]: /adres \"titel\"\n", 500)) == "");
  CHECK(refusal_of("Zie [a]: " + text) == "");
  CHECK(refusal_of("[^a]: " + text) == "");
  CHECK(refusal_of("[a]: /adres \"\n" + repeated(line, 20)) == "");
  CHECK(refusal_of("[a]: /adres \"titel\"\n" + repeated(line, 40)) == "");
  CHECK(refusal_of("[a]: /adres \"\n" + repeated(line, 21)) ==
        "a.md:22:1: fout: Bij deze verwijzing ([naam]: adres) hoort meer dan 2 KB tekst. [markdown-verwijzing-te-lang] "
        "Zet een lege regel onder de verwijzing, of maak het adres of de titel korter.\n");
}

TEST_CASE("a long definition is found in every form that the parser takes for one", "[source][guards]") {
  const std::string text = repeated(std::string(99, 'a') + "\n", 40);
  for (const std::string start :
       {"[a]: /a '", "[a]: /a (", "[a]:\n/a \"", "[a\nb]: /a \"", "[a]: /a\n\"", "> [a]: /a '", ">[a]: /a\n>'",
        "- [a]: /a '", "[^a b]: /a '", "[a]: \"x 'y\"", "[a]: \"x\" \"", "[a]: /a \"x\\\"", "[b]: /b 'b'\n[a]: /a '",
        "[a]: /a\"\n'", "   [a]: /a '"}) {
    INFO(start);
    CHECK(rule_against(start + "\n" + text) == "markdown-verwijzing-te-lang");
  }
  CHECK(rule_against("[a]: /" + std::string(2100, 'a')) == "markdown-verwijzing-te-lang");
  CHECK(rule_against("[a]:\n/" + std::string(2100, 'a')) == "markdown-verwijzing-te-lang");
}

TEST_CASE("copies of the longest definition may take 8 MB together, and no more", "[source][guards]") {
  const std::string definition = "[a]: /" + std::string(2042, 'a') + "\n\n";  // 2 KB
  const std::string uses = repeated("[a] ", 1000) + "\n\n";
  CHECK(refusal_of(definition + repeated(uses, 4)) == "");
  CHECK(refusal_of("a\n\n" + definition + repeated(uses, 5)) ==
        "a.md:3:1: fout: De verwijzingen in deze tekst worden samen groter dan 8192 KB. "
        "[markdown-verwijzingen-te-veel] Maak het langste adres achter '[naam]:' korter.\n");
}

TEST_CASE("bytes that are not UTF-8 and NUL are refused", "[source][guards]") {
  CHECK(rule_against("caf\xE9") == "bestand-geen-utf8");
  CHECK(rule_against(std::string("a\0b", 3)) == "bestand-stuurteken");
  CHECK(refusal_of("café\r\n\tb") == "");
}

TEST_CASE("fenced code may hold what a text may not", "[source][guards]") {
  const std::string wild = std::string(9000, '*') + "\n" + repeated("|", 70) + "\n" + repeated("> ", 50) + "\n";
  CHECK(refusal_of("a\n```sh\n" + wild + "``\n ```` x\n" + wild + "```\nb") == "");
  CHECK(refusal_of("~~~~ a`b\n" + wild + "~~~\n" + wild + "   ~~~~~ \nb") == "");
  CHECK(refusal_of("```\n" + wild) == "");
  CHECK(refusal_of("\xEF\xBB\xBF```\n" + wild) == "");
}

TEST_CASE("code whose end only the parser knows does not lift the limits", "[source][guards]") {
  const std::string wild = std::string(132'000, 'a') + "\n";
  for (const std::string start : {"```\n```\n", "```\n  ```\n", "``` a`b\n", "a\n    ```\n", "- ```\n```\n",
                                  "  ```\n```\n", "> ```\n```\n", "<div>\n```\n", "<!--\n```\n", "    ```\n", "`` `\n",
                                  "~~~\n~~~~\n", "- a\n  ~~~\n\n```\n", "\xEF\xBB\xBF<div>\n```\n"}) {
    INFO(start);
    CHECK(rule_against(start + wild) == "markdown-regel-te-lang");
  }
}

TEST_CASE("a text that is refused gives no HTML", "[source][guards]") {
  FileUnderTest file("ja\n\n" + repeated("> ", 17) + "nee", "a.md");
  const MarkdownText text = read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(text.html.empty());
  CHECK(file.diagnostics.has_errors());
}

TEST_CASE("HTML that grows beyond its limit is not finished, and the place is told", "[source][guards]") {
  // A table of two cells names the long heading before it.
  FileUnderTest file("## " + std::string(3000, 'k') + "\n\n" + repeated("a|b\n-|-\n\n", 300), "a.md");
  const MarkdownText text = read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(text.html.empty());
  CHECK(text.headings.empty());
  CHECK(file.report() ==
        "a.md:342:1: fout: De pagina wordt vanaf hier groter dan 356 KB. [markdown-uitvoer-te-groot] Kijk of hier iets "
        "heel vaak herhaald wordt, of verdeel de tekst over meer pagina's.\n");
}

TEST_CASE("a short text may become more than 64 times as long", "[source][guards]") {
  FileUnderTest file("a|b\n-|-\n");
  CHECK_FALSE(read_markdown(file.bytes(), file.id(), 0, file.diagnostics).html.empty());
  CHECK(file.report() == "");
  CHECK(markdown_output_limit(8) == 16 * 1024);
  CHECK(markdown_output_limit(1024) == 64 * 1024);
  CHECK(markdown_output_limit(200 * 1024) == 8 * 1024 * 1024);
}

TEST_CASE("of a text of nothing but mistakes a hundred are told", "[source][guards]") {
  FileUnderTest file(repeated("a <b>\n", 101), "a.md");
  read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(file.diagnostics.count(Severity::error) == 101);
  CHECK(file.report().find("a.md:101:3: fout: In deze tekst staan meer dan 100 fouten; de rest wordt niet genoemd. "
                           "[markdown-meer-fouten] Herstel de genoemde fouten en probeer opnieuw.\n") !=
        std::string::npos);
  FileUnderTest hundred(repeated("a <b>\n", 100), "a.md");
  read_markdown(hundred.bytes(), hundred.id(), 0, hundred.diagnostics);
  CHECK(hundred.report().find("markdown-meer-fouten") == std::string::npos);
}

TEST_CASE("none of the texts of the portal is beyond a limit", "[source][guards][content]") {
  std::size_t texts = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(WEGWIJS_SOURCE "/content")) {
    if (entry.path().extension() != ".md") continue;
    INFO(entry.path());
    std::ifstream stream(entry.path(), std::ios::binary);
    FileUnderTest file(std::string(std::istreambuf_iterator<char>(stream), {}), entry.path().string());
    const std::optional<FrontMatter> front_matter = read_front_matter(file.bytes(), file.id(), file.diagnostics);
    REQUIRE(front_matter);
    const SourceSpan body = front_matter->body;
    check_markdown_limits(file.bytes().substr(body.begin), file.id(), body.begin, file.diagnostics);
    CHECK(file.report() == "");
    ++texts;
  }
  CHECK(texts > 50);
}

}  // namespace
}  // namespace wegwijs
