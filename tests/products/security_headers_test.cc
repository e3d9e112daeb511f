// One list of security headers, in every form in which a server, a host or a page says it.
#include "products/security_headers.h"

#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <sstream>

#include "site_under_test.h"
#include "text/html_escape.h"

using namespace wegwijs;

namespace {

using Headers = std::map<std::string, std::string>;

/// The headers that the lines of a server's configuration set.
Headers headers_in(const std::string& configuration, const std::regex& line_form) {
  Headers headers;
  std::istringstream lines(configuration);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, line_form)) headers[match[1]] = match[2];
  }
  return headers;
}

Headers listed() {
  Headers headers;
  for (const ResponseHeader& header : security_headers()) headers[std::string(header.name)] = std::string(header.value);
  return headers;
}

constexpr std::string_view small_site = R"(
-- paginas/_schema.yaml --
fields: [{id: titel, type: text, role: title, label: {nl: Titel}}]
-- paginas/een.yaml --
titel: Een
)";

}  // namespace

TEST_CASE("every host and server is told the same headers", "[products]") {
  SiteUnderTest site{small_site};
  Headers expected = listed();
  REQUIRE(expected.size() == 6);
  // A reader never sees a date that was corrected since.
  expected["Cache-Control"] = "no-cache";
  expected["Strict-Transport-Security"] = "max-age=31536000";
  CHECK(headers_in(site.file("_headers"), std::regex("  ([A-Za-z-]+): (.+)")) == expected);
  CHECK(site.file("_headers").starts_with("/*\n"));
  CHECK(headers_in(site.file(".htaccess"), std::regex("  Header always set ([A-Za-z-]+) \"(.+)\"")) == expected);
  CHECK(headers_in(site.file("server/nginx.conf"), std::regex("add_header ([A-Za-z-]+) \"(.+)\" always;")) == expected);
  CHECK(headers_in(site.file("server/Caddyfile"), std::regex("  ([A-Za-z-]+) \"(.+)\"")) == expected);
}

TEST_CASE("the policy allows nothing but the site itself, and no way around that", "[products]") {
  const std::string policy = listed().at("Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; "));
  for (const char* hole : {"unsafe", "http:", "https:", "data:", "blob:", "*"}) {
    INFO(hole);
    CHECK(policy.find(hole) == std::string::npos);
  }
  CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
}

TEST_CASE("a page says the same policy itself, without what browsers ignore in a page", "[products]") {
  std::string without = listed().at("Content-Security-Policy");
  const std::string ignored = "frame-ancestors 'none'; ";
  without.erase(without.find(ignored), ignored.size());
  CHECK(meta_content_policy() == without);
  SiteUnderTest site{std::string(small_site) + "-- " + std::string(theme_mount) + "pagina.mustache --\n" +
                     "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"{{content_policy}}\">\n"};
  CHECK(site.file("paginas/een/index.html").find(html_escaped(without)) != std::string::npos);
}

TEST_CASE("the page for what is not found is named with the path of the site", "[products]") {
  SiteUnderTest site{small_site};
  site.with_base_address("https://proef.example/wegwijs/");
  CHECK(site.file(".htaccess").starts_with("ErrorDocument 404 /wegwijs/404.html\n"));
  CHECK(site.file("server/nginx.conf").starts_with("error_page 404 /wegwijs/404.html;\n"));
}

TEST_CASE("only a site at https tells browsers to stay with it", "[products]") {
  SiteUnderTest site{small_site};
  site.with_base_address("http://proef.example/");
  for (const char* file : {"_headers", ".htaccess", "server/nginx.conf", "server/Caddyfile"}) {
    INFO(file);
    CHECK(site.file(file).find("Strict-Transport-Security") == std::string::npos);
  }
}

namespace {

std::string site_with_security(std::string_view lines) {
  return std::string(small_site) +
         "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/portaal/\n"
         "verzamelingen: {paginas: {map: paginas, adres: \"/paginas/{id}/\"}}\n" +
         std::string(lines);
}

}  // namespace

TEST_CASE("a security contact is published as RFC 9116 says, and without one there is no file", "[products]") {
  SiteUnderTest site{
      site_with_security("beveiliging: {contact: mailto:veilig@proef.example, geldig_tot: 2027-06-30}\n")};
  CHECK(site.messages().empty());
  CHECK(site.file(".well-known/security.txt") ==
        "Contact: mailto:veilig@proef.example\nExpires: 2027-06-30T23:59:59Z\nPreferred-Languages: nl, en\n"
        "Canonical: https://proef.example/portaal/.well-known/security.txt\n");
  SiteUnderTest without{small_site};
  CHECK_FALSE(without.has_file(".well-known/security.txt"));
}

TEST_CASE("a security contact that nobody can use, or whose day has passed, is reported at its line", "[products]") {
  SiteUnderTest wrong{site_with_security("beveiliging: {contact: veilig@proef.example, geldig_tot: 2027-13-01}\n")};
  CHECK(wrong.messages().find("site.yaml:4:24: fout: 'veilig@proef.example' is geen goede waarde voor 'contact'") !=
        std::string::npos);
  CHECK(wrong.messages().find("bedoelde u 'mailto:veilig@proef.example'?") != std::string::npos);
  CHECK(wrong.messages().find("'2027-13-01' is geen goede waarde voor 'geldig_tot'") != std::string::npos);
  for (const char* contact : {"\"mailto:a@b.nl\\nExpires: 1\"", "http://proef.example/", "javascript:1", "mailto:"}) {
    INFO(contact);
    SiteUnderTest site{
        site_with_security("beveiliging: {contact: " + std::string(contact) + ", geldig_tot: 2027-06-30}\n")};
    CHECK_FALSE(site.is_published());
  }
  SiteUnderTest last_day{
      site_with_security("beveiliging: {contact: https://proef.example/veilig/, geldig_tot: 2026-11-23}\n")};
  CHECK(last_day.messages().empty());
  SiteUnderTest passed{
      site_with_security("beveiliging: {contact: https://proef.example/veilig/, geldig_tot: 2026-11-22}\n")};
  CHECK(passed.is_published());
  CHECK(passed.messages().starts_with("site.yaml:4:"));
  CHECK(passed.messages().find("[beveiliging-verlopen]") != std::string::npos);
}

TEST_CASE("a server is told the former addresses as redirects, with the path of the site", "[products]") {
  const std::string site_with_redirect =
      std::string(small_site) + "-- " + std::string(theme_mount) +
      "doorverwijzing.mustache --\n<!doctype html><title>{{title}}</title><a href=\"{{target}}\">{{title}}</a>\n"
      "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/portaal/\n"
      "doorverwijzingen: {/oud.adres/: /paginas/een/}\n"
      "verzamelingen: {paginas: {map: paginas, adres: \"/paginas/{id}/\"}}\n";
  SiteUnderTest site{site_with_redirect};
  CHECK(site.file("_redirects") == "/portaal/oud.adres/ /portaal/paginas/een/ 301\n");
  CHECK(site.file("server/nginx.conf")
            .ends_with("location = /portaal/oud.adres/ { return 301 /portaal/paginas/een/; }\n"));
  CHECK(site.file(".htaccess")
            .ends_with("  RedirectMatch 301 ^/portaal/oud\\.adres/$ /portaal/paginas/een/\n</IfModule>\n"));
  CHECK(site.file("server/Caddyfile").ends_with("redir /portaal/oud.adres/ /portaal/paginas/een/ 301\n"));
  // Beside other sites of the host, its settings are not ours.
  CHECK_FALSE(site.has_file("server/nginx-site.conf"));
  SiteUnderTest at_the_root{small_site};
  CHECK_FALSE(at_the_root.has_file("_redirects"));
  CHECK(at_the_root.has_file("server/nginx-site.conf"));
}
