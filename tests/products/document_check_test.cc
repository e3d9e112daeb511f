#include "products/document_check.h"

#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

TEST_CASE("who made a PDF is found in every form in which a PDF writes a text", "[products]") {
  CHECK(maker_of("%PDF-1.4 << /Author (Jan (de) Vries) /Title (x) >>", ".pdf") == "Jan (de) Vries");
  CHECK(maker_of("%PDF-1.4 <</Author(Ren\\351e \\(bureau\\))>>", ".pdf") == "Renée (bureau)");
  CHECK(maker_of("%PDF-1.4 << /Author <4A616E> >>", ".pdf") == "Jan");
  CHECK(maker_of("%PDF-1.4 << /Author <FEFF004A00EB006C> >>", ".pdf") == "Jël");
  CHECK(maker_of(std::string("%PDF-1.4 << /Author (\xFE\xFF\0J\0a\0n) >>", 34), ".pdf") == "Jan");
  CHECK(maker_of("%PDF-1.4 <dc:creator><rdf:Seq><rdf:li>Jan</rdf:li></rdf:Seq></dc:creator>", ".pdf") == "Jan");
}

TEST_CASE("a document without a maker, or with an empty one, names nobody", "[products]") {
  for (const std::string bytes : {"%PDF-1.4", "%PDF-1.4 << /Author () >>", "%PDF-1.4 << /Author", "%PDF-1.4 /Author (",
                                  "%PDF-1.4 /Author <", "%PDF-1.4 <dc:creator>", "%PDF-1.4 /Authority (x)"})
    CHECK(maker_of(bytes, ".pdf").empty());
  CHECK(maker_of("/Author (Jan)", ".txt").empty());
}

TEST_CASE("a document that is empty or something else than its name says cannot be published", "[products]") {
  CHECK(fault_of_document("", ".txt")->nl == "het is leeg");
  CHECK(fault_of_document("hallo", ".pdf")->nl == "het is geen PDF");
  CHECK(fault_of_document("hallo", ".docx"));
  CHECK_FALSE(fault_of_document("\r\n%PDF-1.7", ".pdf"));
  CHECK_FALSE(fault_of_document("PK\x03\x04", ".docx"));
  CHECK_FALSE(fault_of_document("a,b", ".csv"));
}

TEST_CASE("a drawing that names its maker is published, and told", "[products]") {
  SiteUnderTest site(
      "-- content/paginas/_schema.yaml --\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
      "-- content/paginas/over.md --\n---\ntitel: Over\n---\n![Een lijn](/bestanden/lijn.svg)\n"
      "-- content/bestanden/lijn.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" width=\"8\" height=\"8\"><metadata><dc:creator><dc:title>J. "
      "Voorbeeld</dc:title></dc:creator></metadata><path d=\"M0 0\"/></svg>\n");
  CHECK(site.is_published());
  CHECK(site.messages().find("content/bestanden/lijn.svg:1:1: opmerking: In 'lijn.svg' staat wie het maakte: 'J. "
                             "Voorbeeld'. Wie het bestand opent, kan dat zien. [document-noemt-maker]") !=
        std::string::npos);
}
