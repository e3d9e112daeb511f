// One list of security headers, in every form in which a server, a host or a page says it.
#include "outputs/security_headers.h"

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

TEST_CASE("every host and server is told the same headers", "[outputs]") {
  SiteUnderTest site{small_site};
  Headers expected = listed();
  REQUIRE(expected.size() == 6);
  // A reader never sees a date that was corrected since.
  expected["Cache-Control"] = "no-cache";
  CHECK(headers_in(site.file("_headers"), std::regex("  ([A-Za-z-]+): (.+)")) == expected);
  CHECK(site.file("_headers").starts_with("/*\n"));
  CHECK(headers_in(site.file(".htaccess"), std::regex("  Header always set ([A-Za-z-]+) \"(.+)\"")) == expected);
  CHECK(headers_in(site.file("server/nginx.conf"), std::regex("add_header ([A-Za-z-]+) \"(.+)\" always;")) == expected);
  CHECK(headers_in(site.file("server/Caddyfile"), std::regex("  ([A-Za-z-]+) \"(.+)\"")) == expected);
}

TEST_CASE("the policy allows nothing but the site itself, and no way around that", "[outputs]") {
  const std::string policy = listed().at("Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; "));
  for (const char* hole : {"unsafe", "http:", "https:", "data:", "blob:", "*"}) {
    INFO(hole);
    CHECK(policy.find(hole) == std::string::npos);
  }
  CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
}

TEST_CASE("a page says the same policy itself, without what browsers ignore in a page", "[outputs]") {
  std::string without = listed().at("Content-Security-Policy");
  const std::string ignored = "frame-ancestors 'none'; ";
  without.erase(without.find(ignored), ignored.size());
  CHECK(meta_content_policy() == without);
  SiteUnderTest site{std::string(small_site) + "-- " + std::string(theme_mount) + "pagina.mustache --\n" +
                     "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"{{content_policy}}\">\n"};
  CHECK(site.file("paginas/een/index.html").find(html_escaped(without)) != std::string::npos);
}

TEST_CASE("the page for what is not found is named with the path of the site", "[outputs]") {
  SiteUnderTest site{small_site};
  site.with_base_address("https://proef.example/wegwijs/");
  CHECK(site.file(".htaccess").starts_with("ErrorDocument 404 /wegwijs/404.html\n"));
  CHECK(site.file("server/nginx.conf").starts_with("error_page 404 /wegwijs/404.html;\n"));
}
