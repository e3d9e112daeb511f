// What SARIF 2.1.0 asks of every log (docs.oasis-open.org/sarif/sarif/v2.1.0), over logs with awkward contents.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "diagnostic/report.h"
#include "files/file_tree.h"

namespace wegwijs {
namespace {

using Json = nlohmann::json;

constexpr Rule braces{
    "haken", Severity::error, {"Schrijf {0} als {{1}}.", "Write {0} as {{1}}."}, {"Zie {0}.", "See {0}."}};
constexpr Rule bare{"kaal", Severity::note, {"Zo is het.", "So it is."}, {}};

const FileTree& awkward_tree() {
  static const FileTree tree =
      FileTree::from_memory({{"a b/é:%?#[x].md", "é\nb\n"}, {"leeg/leeg.yaml", ""}, {"z/z.md", "zz\n"}});
  return tree;
}

Json awkward_log() {
  const std::vector<Diagnostic> found{{&braces, {FileId{0}, 0, 2}, {"{x}", "y"}, "{z}"},
                                      {&bare, {FileId{0}, 3, 5}, {}, ""},
                                      {&bare, {FileId{1}, 0, 0}, {}, ""},
                                      {&braces, {FileId{2}, 900, 901}, {"a", "b"}, ""},
                                      {&bare, {}, {}, ""}};
  return Json::parse(report_as_sarif(found, awkward_tree(), Language::nl));
}

/// A message string writes each brace twice (3.11.5).
void check_message(const Json& message) {
  const std::string text = message.at("text");
  CHECK_FALSE(text.empty());
  CHECK_FALSE(std::regex_search(std::regex_replace(text, std::regex(R"(\{\{|\}\})"), ""), std::regex("[{}]")));
}

void check_location(const Json& location) {
  const Json& place = location.at("physicalLocation");
  const std::string uri = place.at("artifactLocation").at("uri");
  // A relative reference of RFC 3986: no scheme, and no sign that is not allowed or begins a query or fragment.
  CHECK(std::regex_match(uri, std::regex("(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")));
  const Json& region = place.at("region");
  for (const char* property : {"startLine", "startColumn", "endLine", "endColumn"}) CHECK(region.at(property) >= 1);
  CHECK(region.at("endLine") >= region.at("startLine"));
  if (region.at("endLine") == region.at("startLine")) CHECK(region.at("endColumn") >= region.at("startColumn"));
}

}  // namespace

TEST_CASE("a sarif log has its version, its schema, and one run with its tool", "[diagnostic]") {
  const Json log = awkward_log();
  CHECK(log.at("version") == "2.1.0");
  CHECK(log.at("$schema") == "https://json.schemastore.org/sarif-2.1.0.json");
  REQUIRE(log.at("runs").size() == 1);
  CHECK(log.at("runs")[0].at("tool").at("driver").at("name") == "wegwijs");
  CHECK(log.at("runs")[0].at("columnKind") == "unicodeCodePoints");
}

TEST_CASE("every result of a sarif log points to its rule, and every rule stands once", "[diagnostic]") {
  const Json run = awkward_log().at("runs")[0];
  const Json& rules = run.at("tool").at("driver").at("rules");
  std::set<std::string> ids;
  for (const Json& rule : rules) {
    CHECK(ids.insert(rule.at("id")).second);
    check_message(rule.at("shortDescription"));
    if (rule.contains("help")) check_message(rule.at("help"));
    CHECK(std::set<std::string>{"error", "warning", "note"}.contains(rule.at("defaultConfiguration").at("level")));
  }
  CHECK(run.at("results").size() == 5);
  for (const Json& result : run.at("results")) {
    CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result.at("ruleId"));
    check_message(result.at("message"));
    if (!result.contains("locations")) continue;
    for (const Json& location : result.at("locations")) check_location(location);
  }
  CHECK(run.at("results")[0].at("locations")[0].at("physicalLocation").at("artifactLocation").at("uri") ==
        "a%20b/%C3%A9%3A%25%3F%23%5Bx%5D.md");
}

}  // namespace wegwijs
