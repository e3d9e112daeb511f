#include "products/document_check.h"

#include <catch2/catch.hpp>

#include "site_under_test.h"
#include "zipped.h"

using namespace wegwijs;

TEST_CASE("who made a document is looked for in the way of its kind", "[products]") {
  CHECK(makers_of("%PDF-1.4 << /Author (Jan) >>", ".pdf") == "Jan");
  CHECK(makers_of(zipped({{"meta.xml", "<m><initial-creator>Jan</initial-creator><creator>An</creator></m>"}}),
                  ".odt") == "Jan, An");
  CHECK(makers_of("<svg><dc:creator>Jan</dc:creator></svg>", ".svg") == "Jan");
  CHECK(makers_of("/Author (Jan)", ".txt").empty());
}

TEST_CASE("a document that is empty or something else than its name says cannot be published", "[products]") {
  CHECK(fault_of_document("", ".txt")->nl == "het is leeg");
  CHECK(fault_of_document("hallo", ".pdf")->nl == "het is geen PDF");
  CHECK(fault_of_document("hallo", ".docx"));
  // Half of an upload.
  const std::string whole = zipped({{"word/document.xml", "<a/>"}});
  CHECK(fault_of_document(whole.substr(0, whole.size() - 30), ".docx"));
  CHECK_FALSE(fault_of_document("\r\n%PDF-1.7", ".pdf"));
  CHECK_FALSE(fault_of_document(zipped({{"word/document.xml", "<a/>"}}), ".docx"));
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
