#include "source/site_address.h"

#include <catch2/catch.hpp>

using namespace wegwijs;

namespace {

std::string meant(const std::optional<AddressFault>& fault) {
  return fault ? "bedoeld: " + fault->meant : "goed";
}

}  // namespace

TEST_CASE("an address of a page is plain names between single slashes", "[source]") {
  for (const char* good : {"/", "/over/", "/a/b-c/", "/404.html", "/Oud_adres/v1.2/~jan/"}) {
    INFO(good);
    CHECK(meant(page_address_fault(good)) == "goed");
  }
  const std::pair<const char*, const char*> wrong[]{
      {"over/", "/over/"},
      {"/over", "/over/"},
      {"/a//b/", "/a/b/"},
      {"/a/../b/", "/a/b/"},
      {"/./a/", "/a/"},
      {"/.git/", "/git/"},
      {"/één/", "/een/"},
      {"/a b/", "/a-b/"},
      {"/index.html", "/"},
      {"/a/index.html", "/a/"},
      {"/a?b", "/a/"},
      {"/a#b", "/a/"},
      {"//elders.nl/", "/elders.nl/"},
      {"https://elders.nl/", ""},
      {"javascript:alert(1)", ""},
      {"/a\nb/", "/a-b/"},
      {"/%2e%2e/", "/2e-2e/"},
      {"\\a\\", "/a/"},
  };
  for (const auto& [written, expected] : wrong) {
    INFO(written);
    const std::optional<AddressFault> fault = page_address_fault(written);
    REQUIRE(fault);
    if (!std::string_view(written).starts_with("//")) CHECK(fault->meant == expected);
    if (!fault->meant.empty()) CHECK_FALSE(page_address_fault(fault->meant));
  }
}

TEST_CASE("no address is longer than a disk can name", "[source]") {
  CHECK_FALSE(page_address_fault("/" + std::string(255, 'a') + "/"));
  CHECK(page_address_fault("/" + std::string(256, 'a') + "/"));
  std::string deep = "/";
  while (deep.size() <= 1024) deep += "a/";
  CHECK(page_address_fault(deep));
}

TEST_CASE("an old address may have letters of every script, and nothing that cannot be seen", "[source]") {
  CHECK_FALSE(old_address_fault("/één/"));
  CHECK_FALSE(old_address_fault("/школа/"));
  for (const char* wrong : {"/a\u00A0b/", "/a\u202Eb/", "/a\u200Bb/", "/a\xFF/", "/a\u0085/", "g", "https://a.nl/"}) {
    INFO(wrong);
    CHECK(old_address_fault(wrong));
  }
}

TEST_CASE("a pattern may have names in braces, and is an address without them", "[source]") {
  CHECK_FALSE(page_pattern_fault("/scholen/{id}/"));
  CHECK_FALSE(page_pattern_fault("/a/{groep}/{niveaus}/"));
  for (const char* wrong : {"/{id/", "/id}/", "{id}/", "/{id}", "/../{id}/", "/{id}//"}) {
    INFO(wrong);
    CHECK(page_pattern_fault(wrong));
  }
}

TEST_CASE("a link leads to a page or a web address, a redirect to nothing else, and neither runs a script",
          "[source]") {
  for (const char* good : {"/over/", "/over/#kop", "/zoeken/?q=tlv", "/bestanden/gids.pdf", "https://a.nl/x?y=%20#z"}) {
    INFO(good);
    CHECK_FALSE(link_target_fault(good));
    CHECK_FALSE(redirect_target_fault(good));
  }
  CHECK_FALSE(link_target_fault("mailto:a@b.nl"));
  CHECK(redirect_target_fault("mailto:a@b.nl"));
  for (const char* wrong :
       {"javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//elders.nl/", "/..", "/a/../b/", "/a//b/",
        "over/", "", "/a\"b/", "/a\\b/", "/a b/", "ftp://a.nl/", "/\xC2\x85/"}) {
    INFO(wrong);
    CHECK(link_target_fault(wrong));
    CHECK(redirect_target_fault(wrong));
  }
  CHECK(link_target_fault("https://school"));
  CHECK(link_target_fault("https://www.school,nl/"));
  CHECK(link_target_fault("www.school.nl")->meant == "https://www.school.nl");
  CHECK(redirect_target_fault("over")->meant == "/over/");
}

TEST_CASE("a base address has a scheme, a host and a path of plain characters", "[source]") {
  for (const char* good : {"https://www.voorbeeld.nl/", "https://voorbeeld.nl", "http://localhost:1313/portaal/",
                           "https://a.nl/portaal/v2", "http://127.0.0.1:8000/"}) {
    INFO(good);
    CHECK_FALSE(base_address_fault(good));
  }
  for (const char* wrong : {"https://a.nl/;}x{/",
                            "https://a.nl/\"x/",
                            "https://a.nl/ x/",
                            "https://a.nl/\nx/",
                            "https://jan@a.nl/",
                            "//a.nl/",
                            "https://",
                            "https:///x/",
                            "https://a.nl/../x/",
                            "https://a.nl//x/",
                            "https://a.nl/?x",
                            "https://a.nl/#x",
                            "https://a.nl:x/",
                            "https://a.nl:/",
                            "https://intranet/",
                            "ftp://a.nl/",
                            "www.a.nl",
                            "https://a.nl$x/",
                            "https://a.nl/$host/",
                            "https://-a.nl/",
                            "https://a..nl/",
                            "https://a.nl/é/"}) {
    INFO(wrong);
    CHECK(base_address_fault(wrong));
  }
  CHECK(base_address_fault("https://a.nl/x/index.html")->meant == "https://a.nl/x/");
}
