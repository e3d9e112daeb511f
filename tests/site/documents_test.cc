// Pictures and documents beside the pages, on small whole sites.
#include <catch2/catch.hpp>

#include "pictures/picture_under_test.h"
#include "site_under_test.h"

namespace wegwijs {
namespace {

std::string site_of(std::string_view text) {
  return "-- content/paginas/_schema.yaml --\nfields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
         "-- content/paginas/een.md --\n---\ntitel: Een\n---\n" +
         std::string(text) + "\n";
}

std::string with_file(const std::string& name, const std::string& bytes) {
  return "-- content/bestanden/" + name + " --\n" + bytes + "\n";
}

}  // namespace

TEST_CASE("a document in content/bestanden is published without any setting", "[products]") {
  SiteUnderTest site{site_of("[gids](/bestanden/map/gids.pdf)") + with_file("map/gids.pdf", "%PDF-1.7")};
  CHECK(site.messages() == "");
  CHECK(site.file("bestanden/map/gids.pdf") == "%PDF-1.7\n");
}

TEST_CASE("what cannot be published is refused with the reason, and what a system left behind is skipped",
          "[products]") {
  for (const auto& [name, reason] : std::map<std::string, std::string>{
           {"x.exe", "een programma kan schade doen bij wie het opent"},
           {"x.HTML", "een eigen webpagina of script valt buiten de controles van deze site"},
           {"x.js", "een eigen webpagina of script valt buiten de controles van deze site"},
           {"gids.docm", "er kunnen macro's in zitten; bewaar het als .docx, .xlsx, .pptx of als PDF"},
           {"foto.heic", "browsers laten deze soort foto niet zien; bewaar haar als .jpg"},
           {"over.md", "een tekst hoort in de map van een verzameling, zoals content/paginas"},
           {"zonder", "deze soort bestand staat niet in de lijst van wat gepubliceerd wordt"}}) {
    SiteUnderTest site{site_of("Bel.") + with_file(name, "x")};
    INFO(name);
    CHECK(site.messages().starts_with("content/bestanden/" + name + ":1:1: fout: '" + name +
                                      "' kan niet op de site: " + reason + ". [bestand-soort]"));
    CHECK_FALSE(site.is_published());
  }
  for (const char* name : {"Thumbs.db", "~$gids.docx", "desktop.ini", "gids.pdf~", ".DS_Store"}) {
    SiteUnderTest site{site_of("Bel.") + with_file(name, "x")};
    INFO(name);
    CHECK(site.messages() == "");
    CHECK_FALSE(site.has_file("bestanden/" + std::string(name)));
  }
}

TEST_CASE("a folder of documents that is not there is told at its line", "[products]") {
  SiteUnderTest site{
      "-- site.yaml --\ntitel: Proef\nbestanden: bestaatniet\nverzamelingen:\n"
      "  paginas: {map: content/paginas, adres: \"/{id}/\"}\n" +
      site_of("Bel.")};
  CHECK(
      site.messages().starts_with("site.yaml:2:12: waarschuwing: De map 'bestaatniet' van 'bestanden' bestaat niet of "
                                  "is leeg. [bestanden-map-leeg]"));
}

TEST_CASE("a document that no page links to is noted, and published all the same", "[products]") {
  SiteUnderTest site{site_of("Bel.") + with_file("oude gids.pdf", "%PDF")};
  CHECK(site.messages().find("Geen enkele pagina verwijst naar 'oude gids.pdf'; het komt wel op de site. "
                             "[bestand-zonder-link] Zet er een link naartoe (/bestanden/oude%20gids.pdf)") !=
        std::string::npos);
  CHECK(site.is_published());
}

TEST_CASE("a picture on a page has the size that it is published with", "[products]") {
  const std::string photo = with_exif(encode_jpeg(marked_pixels(1700, 850)), 1);
  SiteUnderTest site{site_of("![Hal](/bestanden/hal.jpg) ![Tekening](../bestanden/t.svg)") +
                     with_file("hal.jpg", photo) + with_file("nog.jpg", photo) +
                     with_file("t.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"/>")};
  const std::string page = site.file("paginas/een/index.html");
  CHECK(page.find("<img src=\"/bestanden/hal.jpg\" alt=\"Hal\" width=\"1600\" height=\"800\" loading=\"lazy\">") !=
        std::string::npos);
  CHECK(page.find("<img src=\"/bestanden/t.svg\" alt=\"Tekening\" width=\"20\" height=\"10\" loading=\"lazy\">") !=
        std::string::npos);
  CHECK(site.file("bestanden/hal.jpg").find("GPS") == std::string::npos);
  CHECK(site.file("bestanden/hal.jpg") == site.file("bestanden/nog.jpg"));
}

TEST_CASE("a spoilt picture is told and nothing is published, for any number of threads", "[products]") {
  const std::string photo = encode_jpeg(marked_pixels(60, 40));
  const std::string all =
      site_of("![Hal](/bestanden/hal.jpg)") + with_file("hal.jpg", photo.substr(0, 500)) + with_file("goed.jpg", photo);
  SiteUnderTest one{all};
  SiteUnderTest four{all};
  four.with_threads(4);
  CHECK(one.messages().find("content/bestanden/hal.jpg:1:1: fout: De afbeelding 'hal.jpg' kan niet op de site: het is "
                            "beschadigd of niet heel. [afbeelding-onbruikbaar]") != std::string::npos);
  CHECK(one.messages() == four.messages());
  CHECK_FALSE(one.is_published());
}

}  // namespace wegwijs
