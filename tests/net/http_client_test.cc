// The only part that talks to the network, against a server that does everything wrong.
#include "net/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <catch2/catch.hpp>
#include <cstring>

#include "net/local_address.h"
#include "net/misbehaving_server.h"

using namespace wegwijs;

namespace {

HttpLimits limits_for(const MisbehavingServer& server) {
  HttpLimits limits;
  limits.allowed_local_port = server.port();
  return limits;
}

HttpAnswer get(const MisbehavingServer& server, const std::string& path) {
  return ask(HttpMethod::get, server.address(path), {}, limits_for(server));
}

/// For what does not answer: without the patience that a busy machine needs for what does.
HttpAnswer get_soon(const MisbehavingServer& server, const std::string& path) {
  HttpLimits limits = limits_for(server);
  limits.total = std::chrono::milliseconds(600);
  return ask(HttpMethod::get, server.address(path), {}, limits);
}

bool is_local(const char* text) {
  sockaddr_in6 ipv6{};
  ipv6.sin6_family = AF_INET6;
  if (inet_pton(AF_INET6, text, &ipv6.sin6_addr) == 1) return is_local_address(reinterpret_cast<sockaddr&>(ipv6));
  sockaddr_in ipv4{};
  ipv4.sin_family = AF_INET;
  REQUIRE(inet_pton(AF_INET, text, &ipv4.sin_addr) == 1);
  return is_local_address(reinterpret_cast<sockaddr&>(ipv4));
}

}  // namespace

TEST_CASE("a good answer is read with what is needed to ask for news", "[net]") {
  const MisbehavingServer server;
  const HttpAnswer answer = get(server, "/goed");
  CHECK(answer.failure == HttpFailure::none);
  CHECK(answer.status == 200);
  CHECK(answer.etag == "\"v1\"");
  CHECK(ask(HttpMethod::head, server.address("/goed"), {"\"v1\"", ""}, limits_for(server)).status == 304);
}

TEST_CASE("a request gives away nothing but itself", "[net]") {
  const MisbehavingServer server;
  get(server, "/goed");
  const std::string head = server.last_head();
  CHECK(head.find("User-Agent: Wegwijs-broncontrole") != std::string::npos);
  for (const char* secret : {"Cookie", "Authorization", "Referer", "Accept-Encoding", "Proxy"}) {
    INFO(secret);
    CHECK(head.find(secret) == std::string::npos);
  }
}

TEST_CASE("no address of this machine or its network is asked, unless a test allows one port", "[net]") {
  const MisbehavingServer server;
  HttpLimits limits = limits_for(server);
  limits.allowed_local_port = 0;
  CHECK(ask(HttpMethod::get, server.address("/goed"), {}, limits).failure == HttpFailure::local_address);
  CHECK(ask(HttpMethod::get, "http://localhost:" + std::to_string(server.port()) + "/", {}, limits).failure ==
        HttpFailure::local_address);
  CHECK(ask(HttpMethod::get, "http://[::1]/", {}, limits).failure == HttpFailure::local_address);
  CHECK(ask(HttpMethod::get, "http://2130706433/", {}, limits).failure == HttpFailure::local_address);
  CHECK(ask(HttpMethod::get, "http://0/", {}, limits).failure == HttpFailure::local_address);
  CHECK(server.requests().empty());
}

TEST_CASE("local addresses are recognised in every way of writing them", "[net]") {
  for (const char* local : {"127.0.0.1",       "127.255.0.9",     "0.0.0.0",         "10.1.2.3",   "172.16.0.1",
                            "172.31.255.255",  "192.168.1.1",     "169.254.169.254", "100.64.0.1", "224.0.0.1",
                            "255.255.255.255", "192.0.2.1",       "198.18.0.1",      "::",         "::1",
                            "fe80::1",         "fc00::1",         "fd12::1",         "ff02::1",    "::ffff:127.0.0.1",
                            "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",   "2001::1",    "2001:db8::1"}) {
    INFO(local);
    CHECK(is_local(local));
  }
  for (const char* global :
       {"1.1.1.1", "172.32.0.1", "172.15.0.1", "192.169.0.1", "100.128.0.1", "2a02:898::1", "::ffff:1.1.1.1"}) {
    INFO(global);
    CHECK_FALSE(is_local(global));
  }
}

TEST_CASE("redirects are followed five times, each checked like the first address", "[net]") {
  const MisbehavingServer server;
  CHECK(get(server, "/ketting-5").status == 200);
  CHECK(get(server, "/ketting-6").failure == HttpFailure::too_many_redirects);
  CHECK(get(server, "/lus").failure == HttpFailure::too_many_redirects);
  CHECK(get(server, "/naar-binnen").failure == HttpFailure::local_address);
  CHECK(get(server, "/naar-bestand").failure == HttpFailure::bad_address);
  CHECK(get(server, "/naar-naam").failure == HttpFailure::bad_address);
  CHECK(get(server, "/verhuisd").moved_for_good);
  CHECK(get(server, "/verhuisd").final_address == server.address("/goed"));
  CHECK_FALSE(get(server, "/tijdelijk").moved_for_good);
  CHECK_FALSE(get(server, "/goed").moved_for_good);
}

TEST_CASE("only web addresses are asked", "[net]") {
  for (const char* address : {"file:///etc/passwd", "ftp://school.example/", "gopher://school.example/",
                              "school.example", "http://naam@school.example/", "http:///", ""}) {
    INFO(address);
    CHECK(ask(HttpMethod::get, address, {}, {}).failure == HttpFailure::bad_address);
  }
}

TEST_CASE("a server that misbehaves costs no more than the limits", "[net]") {
  const MisbehavingServer server;
  const auto start = std::chrono::steady_clock::now();
  CHECK(get_soon(server, "/hang").failure == HttpFailure::timeout);
  CHECK(get_soon(server, "/drup-kop").failure == HttpFailure::timeout);
  CHECK(get_soon(server, "/drup-tekst").failure == HttpFailure::timeout);
  CHECK(get(server, "/grote-kop").failure == HttpFailure::broken);
  CHECK(get(server, "/veel-koppen").failure == HttpFailure::broken);
  CHECK(get(server, "/te-kort").failure == HttpFailure::broken);
  CHECK(get(server, "/geen-http").failure == HttpFailure::broken);
  CHECK(get(server, "/reset").failure == HttpFailure::unreachable);
  CHECK(get(server, "/niets").failure == HttpFailure::unreachable);
  // The status is known and the rest is of no interest.
  CHECK(get(server, "/eindeloos").failure == HttpFailure::none);
  CHECK(get(server, "/eindeloos").status == 200);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(8));
}

TEST_CASE("a server without https is no secure one, and a closed port no server", "[net]") {
  std::uint16_t port = 0;
  HttpLimits limits;
  {
    const MisbehavingServer server;
    limits = limits_for(server);
    port = server.port();
    const std::string address = "https://127.0.0.1:" + std::to_string(port) + "/goed";
    CHECK(ask(HttpMethod::get, address, {}, limits).failure == HttpFailure::insecure);
  }
  const std::string closed = "http://127.0.0.1:" + std::to_string(port) + "/";
  CHECK(ask(HttpMethod::get, closed, {}, limits).failure == HttpFailure::unreachable);
}
