#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

SiteUnderTest site_with(const std::string& theme_files) {
  return SiteUnderTest(
      "-- paginas/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: {nl: Titel}}]\n"
      "-- paginas/een.md --\n---\ntitel: Een\n---\n" +
      theme_files);
}

}  // namespace

TEST_CASE("a folder named like a style sheet is published as one, its parts in the order of their names",
          "[products]") {
  SiteUnderTest site = site_with(
      "-- thema:/static/css/site.css/20-voet.css --\nfooter { margin: 0; }\n"
      "-- thema:/static/css/site.css/10-kop.css --\n/* de kop */\nh1 { margin: 0; }\n"
      "-- thema:/static/css/los.css --\np { margin: 0; }\n");
  REQUIRE(site.messages() == "");
  CHECK(site.file("css/site.css") == "h1{margin:0}\nfooter{margin:0}\n");
  CHECK(site.file("css/los.css") == "p{margin:0}\n");
  CHECK_FALSE(site.has_file("css/site.css/10-kop.css"));
}

TEST_CASE("the parts of a script share one scope, and each ends its own line", "[products]") {
  SiteUnderTest site = site_with(
      "-- thema:/static/js/lijst.js/10-lezen.js --\nconst lezen = () => 1; // zonder eigen regeleinde erna"
      "\n-- thema:/static/js/lijst.js/20-tonen.js --\n// Toont.\nexport const tonen = () => lezen();\n");
  REQUIRE(site.messages() == "");
  CHECK(site.file("js/lijst.js") == "const a=()=>1;\nexport const tonen=()=>a();\n");
}

TEST_CASE("the script of the search may be in parts, and brings the index as one file does", "[products]") {
  SiteUnderTest site = site_with(
      "-- thema:/static/zoek/search.js/10-woorden.js --\nconst woorden = 1;\n"
      "-- thema:/static/zoek/search.js/20-zoeken.js --\nexport const zoeken = woorden;\n");
  REQUIRE(site.messages() == "");
  CHECK(site.file("zoek/search.js") == "const a=1;\nexport const zoeken=a;\n");
  CHECK(site.has_file("zoek/root.bin"));
}

TEST_CASE("a part that does not end what it begins is named, with the place", "[products]") {
  const auto messages_of = [](const std::string& part) {
    SiteUnderTest site = site_with("-- thema:/static/css/site.css/10-kop.css --\n" + part +
                                   "\n-- thema:/static/css/site.css/20-voet.css --\nfooter { margin: 0; }\n");
    CHECK(site.is_published() == site.messages().empty());
    const std::string messages = site.messages();
    return messages.substr(0, messages.find(" fout:"));
  };
  CHECK(messages_of("h1 { content: \"}\"; /* } */ }").empty());
  CHECK(messages_of("h1 { margin: 0;").ends_with("10-kop.css:1:4:"));
  CHECK(messages_of("h1 { margin: calc(1px; }").ends_with("10-kop.css:1:18:"));
  CHECK(messages_of("h1 { margin: 0; }\n/* de kop").ends_with("10-kop.css:2:1:"));
  CHECK(messages_of("h1 { content: \"a; }").ends_with("10-kop.css:1:15:"));
  CHECK(messages_of("h1 { margin: 0; } }").ends_with("10-kop.css:1:19:"));
}

TEST_CASE("two parts of a script that declare one name are refused; names within functions are their own",
          "[products]") {
  SiteUnderTest good = site_with(
      "-- thema:/static/js/a.js/10-een.js --\nfunction een() {\n  const naam = 1;\n  return naam;\n}\n"
      "-- thema:/static/js/a.js/20-twee.js --\nconst naam = een();\n"
      "-- thema:/static/js/b.js --\nconst naam = 2;\n");
  CHECK(good.messages() == "");
  SiteUnderTest bad = site_with(
      "-- thema:/static/js/a.js/10-een.js --\nexport async function naam() {}\n"
      "-- thema:/static/js/a.js/20-twee.js --\n\nlet naam = 2;\n");
  CHECK_FALSE(bad.is_published());
  CHECK(
      bad.messages().starts_with("themes/wegwijs/static/js/a.js/20-twee.js:2:5: fout: De naam 'naam' staat ook in "
                                 "'themes/wegwijs/static/js/a.js/10-een.js'."));
}

TEST_CASE("what is no part may not lie among the parts", "[products]") {
  SiteUnderTest site = site_with(
      "-- thema:/static/css/site.css/10-kop.css --\nh1 { margin: 0; }\n"
      "-- thema:/static/css/site.css/dieper/20-voet.css --\nfooter { margin: 0; }\n"
      "-- thema:/static/css/site.css/logo.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
  CHECK_FALSE(site.is_published());
  CHECK(site.messages().find("site.css/dieper/20-voet.css:1:1: fout:") != std::string::npos);
  CHECK(site.messages().find("site.css/logo.svg:1:1: fout:") != std::string::npos);
}
