#include "source/term_links.h"

#include <catch2/catch.hpp>

#include "diagnostic/report.h"
#include "source/markdown.h"

using namespace wegwijs;

namespace {

std::string html_with_terms(std::string_view markdown, std::string_view own_address = {}) {
  TermLinks links;
  links.add("trajectvoorziening", links.add_term({"/begrippen/trajectvoorziening/", "Trajectvoorziening", ""}));
  const std::uint32_t tlv = links.add_term({"/begrippen/toelaatbaarheidsverklaring/", "Verklaring", ""});
  links.add("Toelaatbaarheidsverklaring", tlv);
  links.add("TLV", tlv);
  links.add("extra ondersteuning", links.add_term({"/begrippen/extra-ondersteuning/", "Extra ondersteuning", ""}));
  links.add("ondersteuning", links.add_term({"/begrippen/ondersteuning/", "Ondersteuning", ""}));
  links.add("mentor", links.add_term({"/begrippen/mentor/", "Mentor", "Een leraar & \"vraagbaak\" <1 per klas>."}));
  TermUses terms(links, own_address);
  Diagnostics diagnostics;
  return std::string(read_markdown(markdown, no_file, 0, diagnostics, &terms).html.bytes());
}

std::string linked_term(std::string_view slug, std::string_view words) {
  return "<a class=\"term\" href=\"/begrippen/" + std::string(slug) + "/\">" + std::string(words) + "</a>";
}

}  // namespace

TEST_CASE("the first use of a term becomes a link, the second does not, also not under its abbreviation", "[source]") {
  CHECK(html_with_terms("Een toelaatbaarheidsverklaring heet ook TLV.\n\nWeer een toelaatbaarheidsverklaring.") ==
        "<p>Een " + linked_term("toelaatbaarheidsverklaring", "toelaatbaarheidsverklaring") +
            " heet ook TLV.</p>\n<p>Weer een toelaatbaarheidsverklaring.</p>\n");
}

TEST_CASE("the explanation of a term stands behind its first use, as escaped text", "[source]") {
  CHECK(html_with_terms("Vraag de mentor. De mentor weet het.") ==
        "<p>Vraag de " + linked_term("mentor", "mentor") +
            "<span class=\"uitleg\" popover><a href=\"/begrippen/mentor/\">Mentor</a>: Een leraar &amp; "
            "&quot;vraagbaak&quot; &lt;1 per klas&gt;.</span>. De mentor weet het.</p>\n");
}

TEST_CASE("a term that one text of a page explained is not explained again in the next", "[source]") {
  TermLinks links;
  links.add("mentor", links.add_term({"/begrippen/mentor/", "Mentor", ""}));
  TermUses page(links, "/over/");
  Diagnostics diagnostics;
  const MarkdownText first = read_markdown("De mentor.", no_file, 0, diagnostics, &page);
  const MarkdownText second = read_markdown("De mentor.", no_file, 0, diagnostics, &page);
  CHECK(first.html.bytes() == "<p>De " + linked_term("mentor", "mentor") + ".</p>\n");
  CHECK(second.html.bytes() == "<p>De mentor.</p>\n");
}

TEST_CASE("the longest term wins, and only whole words count", "[source]") {
  CHECK(html_with_terms("Extra ondersteuning & ondersteuningsteam.") ==
        "<p>" + linked_term("extra-ondersteuning", "Extra ondersteuning") + " &amp; ondersteuningsteam.</p>\n");
}

TEST_CASE("an abbreviation counts only in capitals", "[source]") {
  CHECK(html_with_terms("De tlv en de TLV.") ==
        "<p>De tlv en de " + linked_term("toelaatbaarheidsverklaring", "TLV") + ".</p>\n");
}

TEST_CASE("terms in links and headings, and the page's own term, stay as they are", "[source]") {
  CHECK(html_with_terms("## Ondersteuning\n\n[ondersteuning](/x/) `ondersteuning`") ==
        "<h2 id=\"ondersteuning\">Ondersteuning</h2>\n<p><a href=\"/x/\">ondersteuning</a> "
        "<code>ondersteuning</code></p>\n");
  CHECK(html_with_terms("Een trajectvoorziening.", "/begrippen/trajectvoorziening/") ==
        "<p>Een trajectvoorziening.</p>\n");
}

TEST_CASE("a word with an accent is one word, so a term within it is not found", "[source]") {
  TermLinks terms;
  terms.add("coör", terms.add_term({"/x/", "Coör", ""}));
  CHECK_FALSE(terms.find("de coördinator", 0));
  CHECK(terms.find("de coör.", 0)->begin == 3);
  terms.add("po", terms.add_term({"/kort/", "Po", ""}));
  CHECK_FALSE(terms.find("po", 0));
}
