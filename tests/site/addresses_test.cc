// Addresses in site.yaml and in entries: every wrong one is told where it is written, and none reaches the disk.
#include <catch2/catch.hpp>
#include <set>

#include "site_under_test.h"

using wegwijs::SiteUnderTest;

namespace {

constexpr std::string_view two_pages = R"(
-- paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: datum, type: date, role: date, label: {nl: Datum}}
  - {id: soort, type: choice, options: [{id: a, label: {nl: A}}], label: {nl: Soort}}
-- paginas/over.md --
---
titel: Over
datum: 2026-11-20
soort: a
---
-- paginas/contact.md --
---
titel: Contact
---
)";

std::string site_with(std::string_view lines, std::string_view in_collection = "") {
  return std::string(two_pages) +
         "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/\n"
         "verzamelingen:\n  paginas: {map: paginas, adres: \"/{id}/\"" +
         std::string(in_collection) + "}\n" + std::string(lines);
}

/// Whether every file can be written: no path is used twice (the sink refuses that), and none is the folder of another.
bool can_be_written(SiteUnderTest& site) {
  std::set<std::string> folders;
  for (const auto& [path, bytes] : site.files()) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
      folders.insert(path.substr(0, slash));
    const std::size_t last = path.rfind('/');
    if (path.size() - (last == std::string::npos ? 0 : last + 1) > 255) return false;
  }
  for (const auto& [path, bytes] : site.files()) {
    if (folders.contains(path)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a redirect from no address of this site is told at its line, with the address that was meant", "[pages]") {
  SiteUnderTest without_slash{site_with("doorverwijzingen:\n  oud/pagina/: /over/\n")};
  CHECK(
      without_slash.messages() ==
      "site.yaml:6:3: fout: 'oud/pagina/' is geen goede waarde voor 'doorverwijzingen': hier hoort een adres dat met / "
      "begint en met / eindigt. [instelling-verkeerd] bedoelde u '/oud/pagina/'?\n");
  for (const char* left : {"g", "https://proef.example/x/", "/../x/", "/index.html", "/a b/", "//x/", "/a//b/",
                           "/.htaccess/", "/oud", "javascript:alert(1)", "/oud/?p=1"}) {
    INFO(left);
    SiteUnderTest site{site_with("doorverwijzingen:\n  \"" + std::string(left) + "\": /over/\n")};
    CHECK(site.messages().starts_with("site.yaml:6:3: fout: '"));
    CHECK_FALSE(site.is_published());
  }
}

TEST_CASE("a redirect leads to a page or a web address, never to a script or another kind of address", "[pages]") {
  for (const char* right : {"javascript:alert(1)", "//elders.example/", "data:text/html,x", "mailto:a@b.nl", "over",
                            "/..", "/over/../..", "ftp://elders.example/", ""}) {
    INFO(right);
    SiteUnderTest site{site_with("doorverwijzingen:\n  /oud/: \"" + std::string(right) + "\"\n")};
    CHECK(site.messages().starts_with("site.yaml:6:"));
    CHECK_FALSE(site.is_published());
  }
  SiteUnderTest good{site_with("doorverwijzingen:\n  /oud/: /over/\n  /weg/: https://elders.example/\n")};
  CHECK(good.messages().empty());
  SiteUnderTest nowhere{site_with("doorverwijzingen:\n  /oud/: /over-ons/\n")};
  CHECK(nowhere.messages().starts_with("site.yaml:6:3: fout: Het adres '/over-ons/' bestaat niet op deze site."));
}

TEST_CASE("a redirect from a page that is there is refused", "[pages]") {
  SiteUnderTest site{site_with("doorverwijzingen:\n  /over/: /over/\n")};
  CHECK(site.messages().starts_with("site.yaml:6:3: fout: Het adres '/over/' is al van een andere pagina."));
}

namespace {

/// Two collections with the settings as given, of which the last has the first `shared` pages of the first one too.
std::string two_collections(const std::string& lessons, int shared) {
  const std::string schema = "fields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n";
  std::string files =
      "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/\nverzamelingen:\n"
      "  paginas: {map: paginas, adres: \"/{id}/\"}\n  lessen: {map: lessen, adres: \"" +
      lessons + "\"}\n-- paginas/_schema.yaml --\n" + schema + "-- lessen/_schema.yaml --\n" + schema +
      "-- lessen/alleen-les.yaml --\ntitel: Alleen les\n";
  for (int number = 0; number < 3; ++number) {
    const std::string name = "/p" + std::to_string(number) + ".yaml --\ntitel: ";
    files += "-- paginas" + name + "Pagina " + std::to_string(number) + "\n";
    if (number < shared) files += "-- lessen" + name + "Les " + std::to_string(number) + "\n";
  }
  return files;
}

}  // namespace

TEST_CASE("two collections with one pattern for their addresses are told once, at the setting", "[pages]") {
  const std::string cure =
      " [adrespatroon-dubbel] Geef een van de twee in 'site.yaml' een eigen adres, zoals '/lessen/{id}/'.\n";
  const std::string told =
      "site.yaml:5:32: fout: De verzameling 'lessen' heeft hetzelfde adres '/{id}/' als de verzameling 'paginas' op "
      "regel 4: op '/p0/' komen daardoor twee pagina's uit";
  CHECK(SiteUnderTest(two_collections("/{id}/", 1)).messages() == told + "." + cure);
  CHECK(SiteUnderTest(two_collections("/{id}/", 2)).messages() == told + ", en op nog een ander adres ook." + cure);
  CHECK(SiteUnderTest(two_collections("/{id}/", 3)).messages() == told + ", en op nog 2 andere adressen ook." + cure);
  CHECK(SiteUnderTest(two_collections("/lessen/{id}/", 3)).messages() == "");
  SiteUnderTest none_shared(two_collections("/{id}/", 0));
  CHECK(none_shared.messages() == "");
  CHECK(none_shared.is_published());
}

TEST_CASE("a page at the address of another is told with where the other comes from", "[pages]") {
  SiteUnderTest site{site_with("doorverwijzingen:\n  /over/: /over/\n")};
  CHECK(site.messages().find("Geef een van de twee een ander adres. De andere komt van paginas/over.md.\n") !=
        std::string::npos);
  SiteUnderTest list{
      site_with("lijsten:\n  - {adres: /alles/, titel: Alles, verzamelingen: [paginas]}\n"
                "doorverwijzingen:\n  /alles/: /over/\n")};
  CHECK(list.messages().find("De andere komt van site.yaml, regel 6.\n") != std::string::npos);
}

TEST_CASE("redirects in a circle are told once, with the whole circle", "[pages]") {
  SiteUnderTest itself{site_with("doorverwijzingen:\n  /a/: /a/\n")};
  CHECK(itself.messages().starts_with(
      "site.yaml:6:3: fout: De doorverwijzing van '/a/' komt weer bij '/a/' uit: /a/ → /a/. [doorverwijzing-kring]"));
  SiteUnderTest three{
      site_with("doorverwijzingen:\n  /z/: /a/\n  /a/: /b/\n  /b/: /c/#x\n  /c/: https://proef.example/a/\n")};
  const std::string messages = three.messages();
  CHECK(messages.starts_with(
      "site.yaml:7:3: fout: De doorverwijzing van '/a/' komt weer bij '/a/' uit: /a/ → /b/ → /c/ → "
      "/a/. [doorverwijzing-kring]"));
  CHECK(messages.find("[doorverwijzing-kring]") == messages.rfind("[doorverwijzing-kring]"));
  CHECK_FALSE(three.is_published());
}

TEST_CASE("redirects one after another lead to the end at once, with a warning", "[pages]") {
  SiteUnderTest site{site_with("doorverwijzingen:\n  /a/: /b/\n  /b/: /c/\n  /c/: /over/#kop\n  /d/: /over/\n") +
                     "-- paginas/over.md --\n---\ntitel: Over\noude_adressen: [/e/]\n---\n## Kop\n"};
  CHECK(site.is_published());
  CHECK(site.messages().starts_with(
      "site.yaml:6:3: waarschuwing: '/a/' verwijst door naar '/b/', en dat verwijst door naar '/over/#kop'. "
      "[doorverwijzing-via]"));
  CHECK(site.file("a/index.html").find("url=/over/#kop") != std::string::npos);
  CHECK(site.file("b/index.html").find("url=/over/#kop") != std::string::npos);
  CHECK(site.messages().find("'/d/'") == std::string::npos);
}

TEST_CASE("no page takes the place of a file that the site makes, whoever asks for it", "[products]") {
  for (const char* own : {"/robots.txt/", "/sitemap.xml/", "/_headers/", "/server/nginx.conf/"}) {
    INFO(own);
    SiteUnderTest redirect{site_with("doorverwijzingen:\n  " + std::string(own) + ": /over/\n")};
    CHECK(redirect.messages().starts_with("site.yaml:6:3: fout: '" + std::string(own) + "' kan niet naast '"));
    CHECK(redirect.messages().find("[adres-botst]") != std::string::npos);
    SiteUnderTest entry{site_with("") + "-- paginas/x.md --\n---\ntitel: X\nadres: " + own + "\n---\n"};
    CHECK(entry.messages().starts_with("paginas/x.md:1:1: fout: '" + std::string(own) + "' kan niet naast '"));
  }
  SiteUnderTest feed{site_with("", ", feed: /sitemap.xml")};
  CHECK(feed.messages().starts_with("site.yaml:4:"));
  CHECK(feed.messages().find("[adres-botst]") != std::string::npos);
  SiteUnderTest below{site_with("doorverwijzingen:\n  /404.html: /over/\n  /404.html/: /over/\n")};
  CHECK(below.messages().find("[adres-botst]") != std::string::npos);
}

TEST_CASE("an old address of an entry is read as strictly as one of the settings", "[pages]") {
  for (const char* wrong :
       {"oud/", "/oud", "/a//b/", "/../x/", "//elders.nl/", "https://a.nl/", "/index.html", "/a b/"}) {
    INFO(wrong);
    SiteUnderTest site{site_with("") + "-- paginas/x.md --\n---\ntitel: X\noude_adressen: [\"" + wrong + "\"]\n---\n"};
    CHECK(site.messages().starts_with("paginas/x.md:3:17: fout: '" + std::string(wrong) + "' is geen goede waarde"));
  }
}

TEST_CASE("a menu leads to no other kind of address than a link in a text may", "[pages]") {
  for (const char* wrong : {"/..", "//elders.nl/", "javascript:alert(1)", "over/", "/a b/"}) {
    INFO(wrong);
    SiteUnderTest site{site_with("menu:\n  - {tekst: X, adres: \"" + std::string(wrong) + "\"}\n")};
    CHECK(site.messages().starts_with("site.yaml:6:23: fout: '" + std::string(wrong) + "' is geen goede waarde"));
  }
}

TEST_CASE("an address that only a filled-in name makes wrong is told as well", "[pages]") {
  SiteUnderTest site{site_with("lijsten:\n  - {adres: \"/x/{soort}/{kleur}/\", titel: X, verzamelingen: [paginas]}\n")};
  CHECK(site.messages().find("site.yaml:6:") == 0);
  CHECK_FALSE(site.is_published());
  const std::string long_name(200, 'n');
  SiteUnderTest too_long{std::string(two_pages) + "-- paginas/" + long_name + ".md --\n---\ntitel: X\n---\n" +
                         "-- site.yaml --\ntitel: Proef\nverzamelingen:\n  paginas: {map: paginas, adres: \"/" +
                         std::string(100, 'v') + "-{id}/\"}\n"};
  CHECK(too_long.messages().find("[adres-onbruikbaar]") != std::string::npos);
}

TEST_CASE("no address in any place of the settings ends a build otherwise than with a message", "[pages]") {
  const std::vector<std::string> places{"doorverwijzingen: {\"№\": /over/}\n",
                                        "doorverwijzingen: {/oud/: \"№\"}\n",
                                        "menu: [{tekst: X, adres: \"№\"}]\n",
                                        "ingangen: [{titel: X, links: [{tekst: X, adres: \"№\"}]}]\n",
                                        "niets_gevonden: [{tekst: X, adres: \"№\"}]\n",
                                        "controleren_op: {tekst: X, adres: \"№\"}\n",
                                        "lijsten: [{adres: \"№\", titel: X, verzamelingen: [paginas]}]\n",
                                        "lijsten: [{adres: \"№{soort}/\", titel: X, verzamelingen: [paginas]}]\n"};
  const std::vector<std::string> in_collection{", feed: \"№\"", ", agenda: \"№\"", ", open_data: \"№\"",
                                               ", lijsten: [{adres: \"№\", titel: X}]",
                                               ", vragen: {adres: \"№\", titel: X}"};
  const std::vector<std::string> addresses{"",
                                           "/",
                                           "//",
                                           "/.",
                                           "/..",
                                           "/../x/",
                                           "x",
                                           "/x",
                                           "/x/",
                                           "/x//",
                                           "/index.html",
                                           "/over/index.html",
                                           "/over/",
                                           "/_headers",
                                           "/_headers/",
                                           "/.htaccess",
                                           "/robots.txt",
                                           "/robots.txt/",
                                           "/sitemap.xml",
                                           "/sitemap.xml/",
                                           "/sitemap.xml/x.xml",
                                           "/over/x.xml",
                                           "/a\\tb/",
                                           "/a\\u0085b/",
                                           "/a\\\\b/",
                                           "/{id}/",
                                           "/{x",
                                           "/}/",
                                           "https://proef.example/over/",
                                           "javascript:alert(1)",
                                           "/%2e%2e/x/",
                                           "/" + std::string(300, 'a') + "/",
                                           "/404.html",
                                           "/server/",
                                           "/server/x.xml",
                                           "/x.html/x.html",
                                           "?",
                                           "#",
                                           "/#",
                                           "mailto:",
                                           "http://"};
  const auto check = [](const std::string& settings) {
    INFO(settings);
    SiteUnderTest site{settings};
    CHECK_NOTHROW(site.is_published());
    CHECK(site.is_published() != (site.messages().find(" fout: ") != std::string::npos));
    if (site.is_published()) CHECK(can_be_written(site));
  };
  const auto filled = [](std::string text, const std::string& address) {
    return text.replace(text.find("№"), std::string_view("№").size(), address);
  };
  for (const std::string& address : addresses) {
    for (const std::string& place : places) check(site_with(filled(place, address)));
    for (const std::string& place : in_collection) check(site_with("", filled(place, address)));
  }
}

TEST_CASE("an address that only works in a private network is a warning where it is written", "[products]") {
  for (const char* address : {"http://192.168.1.10/rooster", "https://intranet.school.local/x", "http://10.0.0.1:8080/",
                              "http://172.20.1.1/"}) {
    INFO(address);
    SiteUnderTest site{site_with("") + "-- paginas/x.md --\n---\ntitel: X\n---\n[rooster](" + address + ")\n"};
    CHECK(site.is_published());
    CHECK(site.messages().find("[adres-eigen-netwerk]") != std::string::npos);
  }
  SiteUnderTest site{site_with("") +
                     "-- paginas/x.md --\n---\ntitel: X\n---\n[a](https://172.school.nl/) "
                     "[b](http://8.8.8.8/) [c](https://local.nl/)\n"};
  CHECK(site.messages().empty());
}

TEST_CASE("titles that begin with a sign are in the A-Z list under their first letter, and no id is there twice",
          "[pages]") {
  std::string files(two_pages);
  const std::vector<std::string> titles{"'t Kompas", "“De Wilg”", "(Taalbrug)", "@home", "🌳 Boom", "!?",  "Ελλάς",
                                        "Toren",     "de Brug",   "Tafel",      "«Ark»", "2e kans", "Ádam"};
  for (std::size_t number = 0; number < titles.size(); ++number) {
    files += "-- paginas/p-" + std::to_string(number) + ".md --\n---\ntitel: \"" + titles[number] + "\"\n---\n";
  }
  SiteUnderTest site{files +
                     "-- site.yaml --\ntitel: Proef\nverzamelingen:\n  paginas: {map: paginas, adres: \"/{id}/\"}\n"
                     "lijsten: [{adres: /lijst/, titel: Alles, verzamelingen: [paginas], indelen: letter}]\n"
                     "-- thema:/lijst.mustache --\n<!doctype html><title>{{title}}</title>{{#listing.groups}}"
                     "<h2 id=\"letter-{{id}}\">{{label}}</h2>{{#entries}}<p>{{title}}</p>{{/entries}}"
                     "{{/listing.groups}}\n"};
  CHECK(site.messages().empty());
  CHECK(site.text("/lijst/") ==
        "Alles 0–9 2e kans A Ádam «Ark» B 🌳 Boom C Contact D de Brug “De Wilg” H @home O Over T 't Kompas (Taalbrug) "
        "Tafel "
        "Toren Overig !? Ελλάς");
}
