#include "source/web_address.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("links may lead to web, mail and telephone addresses and within the site", "[source]") {
  for (const char* address :
       {"https://www.school.nl/", "http://school.nl", "HTTPS://school.nl", "mailto:info@school.nl", "tel:+31201234567",
        "/scholen/de-brug/", "../gids.pdf", "de-brug/", "#kop", "?q=a", "", "/a:b", "#a:b", "?t=12:30", "1e-hulp/"}) {
    INFO(address);
    CHECK(is_allowed_address(address));
  }
}

TEST_CASE("links may not run code or leave by another scheme, however it is dressed up", "[source]") {
  for (const char* address :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)",
        "java\nscript:alert(1)", "java\tscript:alert(1)", "javascript\r\n:alert(1)", "vbscript:x", "data:text/html,x",
        "file:///etc/passwd", "ftp://school.nl/", "view-source:x", "blob:x", "java\x01script:x", "%6Aavascript:x",
        "java script:x", ":x", "é:x", "javascript://school.nl/%0Aalert(1)"}) {
    INFO(address);
    CHECK_FALSE(is_allowed_address(address));
  }
}

TEST_CASE("an address that takes over the scheme of the page is no address within the site", "[source]") {
  CHECK_FALSE(is_allowed_address("//school.nl/"));
  CHECK(is_external_address("//school.nl/"));
  // A browser would read a backslash as a slash; it is encoded before it is written.
  CHECK(percent_encoded_address("/\\school.nl/") == "/%5Cschool.nl/");
}

TEST_CASE("an address with a scheme leaves the site", "[source]") {
  CHECK(is_external_address("https://school.nl"));
  CHECK(is_external_address("mailto:info@school.nl"));
  CHECK(is_external_address("ht\ntps://school.nl"));  // browsers leave the line break out
  CHECK_FALSE(is_external_address("/scholen/"));
  CHECK_FALSE(is_external_address("#kop"));
  CHECK_FALSE(is_external_address("scholen/a:b"));
  CHECK_FALSE(is_external_address(""));
}

TEST_CASE("a web address is complete: http or https with a host", "[source]") {
  CHECK(is_web_address("https://www.school.nl/"));
  CHECK(is_web_address("http://school.nl?a=b#c"));
  CHECK(is_web_address("https://school.nl/één"));
  for (const char* address :
       {"https://school.nl:8080/", "https://school.nl/gids,2026.pdf", "https://192.0.2.1/", "https://xn--caf-dma.nl",
        "https://school.amsterdam/", "https://café.nl", "https://school.nl./"}) {
    INFO(address);
    CHECK(is_web_address(address));
  }
  for (const char* address : {"",
                              "www.school.nl",
                              "https://",
                              "https:///pad",
                              "https://localhost/",
                              "https:school.nl",
                              "HTTPS://school.nl",
                              "ftp://school.nl/",
                              "https://school.nl/a b",
                              "https://school.nl/\n",
                              "https://school.nl/<b>",
                              "https://school.nl/\"",
                              "https://.nl",
                              "javascript:https://a.nl",
                              "https://goed.nl@elders.example/",
                              "https://www.school",
                              "https://WWW.school/",
                              "https://school,nl",
                              "https://www.school.nl,/",
                              "https://school.nl,",
                              "https://a.nl,https://b.nl",
                              "https://school..nl/",
                              "https://school.n",
                              "https://school.123",
                              "https://school.nl:8o/",
                              "https://1.2.3/"}) {
    INFO(address);
    CHECK_FALSE(is_web_address(address));
  }
}

TEST_CASE("bytes that may not stand in an address are encoded, and what is encoded stays", "[source]") {
  CHECK(percent_encoded_address("/één school/?q=a&b=\"c\"#<d>") == "/%C3%A9%C3%A9n%20school/?q=a&b=%22c%22#%3Cd%3E");
  CHECK(percent_encoded_address("/a%20b-_.~:/?#[]@!$&'()*+,;=") == "/a%20b-_.~:/?#[]@!$&'()*+,;=");
  CHECK(percent_encoded_address("\n").size() == 3);
}

}  // namespace
}  // namespace wegwijs
