// `check --external`: what a reader is told of a source depends on it, so nothing but the server's own word counts.
#include "commands/link_check.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "commands/link_records.h"
#include "net/misbehaving_server.h"
#include "program.h"
#include "site_folder.h"

using namespace wegwijs;

namespace {

constexpr Date today{2026, 11, 23};

LinkCheckPace hurried(const MisbehavingServer& server) {
  LinkCheckPace pace;
  pace.limits.connect = std::chrono::milliseconds(300);
  pace.limits.total = std::chrono::milliseconds(500);
  pace.limits.allowed_local_port = server.port();
  pace.between_requests = std::chrono::milliseconds(1);
  pace.before_retry = std::chrono::milliseconds(1);
  return pace;
}

LinkResult check(const MisbehavingServer& server, const std::string& path, const LinkResults& known = {}) {
  return check_web_addresses({server.address(path)}, known, today, hurried(server)).at(server.address(path));
}

std::size_t count(const std::vector<std::string>& requests, const std::string& request) {
  return static_cast<std::size_t>(std::count(requests.begin(), requests.end(), request));
}

}  // namespace

TEST_CASE("only a server that says so itself, asked twice, makes an address gone", "[commands]") {
  const MisbehavingServer server;
  CHECK(check(server, "/weg").state == LinkState::gone);
  CHECK(check(server, "/voorgoed-weg").state == LinkState::gone);
  CHECK(server.requests() ==
        std::vector<std::string>{"HEAD /weg", "GET /weg", "HEAD /voorgoed-weg", "GET /voorgoed-weg"});
  for (const char* path : {"/hang", "/drup-kop", "/reset", "/grote-kop", "/geen-http", "/niets", "/lus", "/naar-binnen",
                           "/verboden", "/lang-druk"}) {
    INFO(path);
    CHECK(check(server, path).state == LinkState::unknown);
  }
}

TEST_CASE("a server that answers HEAD wrongly is asked with GET", "[commands]") {
  const MisbehavingServer server;
  CHECK(check(server, "/goed").state == LinkState::reachable);
  CHECK(server.requests() == std::vector<std::string>{"HEAD /goed"});
  CHECK(check(server, "/geen-head").state == LinkState::reachable);
  CHECK(check(server, "/head-liegt").state == LinkState::reachable);
}

TEST_CASE("an address that moved for good is told with its new place; a detour is not", "[commands]") {
  const MisbehavingServer server;
  const LinkResult moved = check(server, "/verhuisd");
  CHECK(moved.state == LinkState::moved);
  CHECK(moved.moved_to == server.address("/goed"));
  CHECK(check(server, "/tijdelijk").state == LinkState::reachable);
}

TEST_CASE("a busy server is asked again when it says when, and left alone when that takes too long", "[commands]") {
  const MisbehavingServer server;
  CHECK(check(server, "/even-druk").state == LinkState::reachable);
  CHECK(check(server, "/lang-druk").state == LinkState::unknown);
  CHECK(count(server.requests(), "GET /lang-druk") == 1);
}

TEST_CASE("what was found today is not asked again, and later only for news", "[commands]") {
  const MisbehavingServer server;
  LinkResults known{{server.address("/goed"), check(server, "/goed")}};
  CHECK(check(server, "/goed", known).state == LinkState::reachable);
  CHECK(server.requests().size() == 1);
  known.at(server.address("/goed")).on = {2026, 11, 1};
  const LinkResult again = check(server, "/goed", known);
  CHECK(again.status == 304);
  CHECK(again.state == LinkState::reachable);
  CHECK(again.on == today);
  CHECK(again.condition.etag == "\"v1\"");
}

TEST_CASE("a host is asked one address at a time, with a pause, and the whole run ends in time", "[commands]") {
  const MisbehavingServer server;
  LinkCheckPace pace = hurried(server);
  pace.between_requests = std::chrono::milliseconds(100);
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::string> addresses{server.address("/goed"), server.address("/geen-head"),
                                     server.address("/tijdelijk")};
  check_web_addresses(addresses, {}, today, pace);
  CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(300));
  addresses.clear();
  for (int number = 0; number < 50; ++number)
    addresses.push_back(server.address("/hang") + "?" + std::to_string(number));
  pace.budget = std::chrono::seconds(1);
  const auto begin = std::chrono::steady_clock::now();
  const LinkResults results = check_web_addresses(addresses, {}, today, pace);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(4));
  CHECK(results.size() == 50);
}

TEST_CASE("a host that does not answer is not asked for every one of its addresses", "[commands]") {
  const MisbehavingServer server;
  std::vector<std::string> addresses;
  for (int number = 0; number < 20; ++number) addresses.push_back(server.address("/niets?" + std::to_string(number)));
  for (const auto& [address, result] : check_web_addresses(addresses, {}, today, hurried(server)))
    CHECK(result.state == LinkState::unknown);
  CHECK(server.requests().size() == 8);
}

TEST_CASE("what a run remembers is read back, and nonsense is forgotten", "[commands]") {
  const LinkResults results{{"https://a.example/\"x\"",
                             {LinkState::moved, today, 200, "https://b.example/", HttpFailure::none, {"\"e\"", "dag"}}},
                            {"https://weg.example/", {LinkState::gone, today, 404, "", HttpFailure::none, {}}}};
  const LinkResults read = read_link_memory(link_memory(results));
  REQUIRE(read.size() == 2);
  CHECK(read.begin()->second.state == LinkState::moved);
  CHECK(read.begin()->second.moved_to == "https://b.example/");
  CHECK(read.begin()->second.condition.etag == "\"e\"");
  CHECK(read_link_memory("geen json").empty());
  CHECK(read_link_memory("[1, 2]").empty());
  CHECK(read_link_memory(R"({"https://a.example/": {"uitkomst": "raar", "op": "2026-11-23"}, "b": 7})").empty());
  const LinkResults strange = read_link_memory(
      R"({"https://a.example/": {"uitkomst": "weg", "op": "2026-11-23", "status": "vier", "etag": []}})");
  REQUIRE(strange.size() == 1);
  CHECK(strange.begin()->second.status == 0);
}

TEST_CASE("what the memory of the check says is believed only as far as the check could have written it",
          "[commands]") {
  const LinkResults read = read_link_memory(
      R"({"https://a.example/": {"uitkomst": "bereikbaar", "op": "2026-11-23", "etag": "x\r\nHost: b", "gewijzigd": "\u001b[2J"},
          "https://b.example/\u001b[31m": {"uitkomst": "bereikbaar", "op": "2026-11-23"},
          "https://c.example/ x": {"uitkomst": "bereikbaar", "op": "2026-11-23"},
          "file:///etc/passwd": {"uitkomst": "bereikbaar", "op": "2026-11-23"},
          "https://d.example/": {"uitkomst": "verhuisd", "op": "2026-11-23", "naar": "https://e.example/\n"}})");
  REQUIRE(read.size() == 1);
  CHECK(read.at("https://a.example/").condition.etag.empty());
  CHECK(read.at("https://a.example/").condition.last_modified.empty());
}

TEST_CASE("what cannot be checked now keeps what was known of it", "[commands]") {
  const LinkResults results{{"https://a.example/", {LinkState::unknown, today, 0, "", HttpFailure::timeout, {}}},
                            {"https://b.example/", {LinkState::reachable, today, 200, "", HttpFailure::none, {}}},
                            {"https://c.example/", {LinkState::gone, today, 410, "", HttpFailure::none, {}}},
                            {"https://d.example/", {LinkState::unknown, today, 0, "", HttpFailure::timeout, {}}}};
  const std::string file = gone_addresses_file(results, {{"https://a.example/", {2026, 10, 1}},
                                                         {"https://b.example/", {2026, 10, 1}},
                                                         {"https://oud.example/", {2026, 1, 1}}});
  CHECK(
      file.ends_with("weg:\n  - {adres: \"https://a.example/\", op: 2026-10-01}\n"
                     "  - {adres: \"https://c.example/\", op: 2026-11-23}\n"));
  CHECK(gone_addresses_file({}, {}).ends_with("weg: []\n"));
}

TEST_CASE("check --external tells what is gone, keeps it for the site, and is no reason to fail", "[commands]") {
  const MisbehavingServer server;
  const TemporaryFolder folder;
  put_site(folder, 1);
  put_page(folder, 0, "[goed](" + server.address("/goed") + ") en [weg](" + server.address("/weg") + ")\n");
  const std::vector<std::string> command{
      "check",      "--external", "--allow-local-port",  std::to_string(server.port()), "--clock",
      "2026-11-23", "--root",     folder.path().string()};
  const ProgramRun run = run_program(command);
  CHECK(run.exit_code == 0);
  CHECK(run.output.find("weg: " + server.address("/weg") + " (HTTP 404)\n") != std::string::npos);
  CHECK(run.output.find("2 webadressen: 1 bereikbaar, 0 verhuisd, 1 weg, 0 niet te controleren.\n") !=
        std::string::npos);
  const std::string kept = files_of(folder.path()).at("bronnencontrole.yaml");
  CHECK(kept.find("  - {adres: \"" + server.address("/weg") + "\", op: 2026-11-23}\n") != std::string::npos);
  CHECK(run_program({"check", "--root", folder.path().string()}).exit_code == 0);
}
