// Every rule has a small site that breaks it, tests/messages/<id>.txt, with all that is then told. The same files are
// the examples of `wegwijs explain` and of docs/meldingen.md.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>

#include "pipeline/all_rules.h"
#include "files/disk.h"
#include "rule_sites.h"
#include "site_under_test.h"

namespace wegwijs {
namespace {

/// These need the real disk, or more than an example can show; the test that raises them.
const std::map<std::string_view, std::string_view> raised_elsewhere{
    {"bestand-geen-gewoon-bestand", "a link, a fifo and a device among the sources are errors and are left out"},
    {"pad-buiten-de-site", "a folder outside the root is an error and is not read"},
    {"bestand-naam-geen-utf8", "a name that is not UTF-8 is an error that shows its bytes"},
    {"bestandsnamen-botsen", "names that differ only by case or normalisation are errors that name both"},
    {"bestanden-te-veel", "a site may have 250,000 files and no more"},
    // A file of that size is too large by itself (bestand-te-groot).
    {"yaml-te-groot", "YAML may be 256 KB and no more"},
    {"markdown-te-groot", "a text may be 256 KB and no more"},
    // These compare two builds.
    {"adres-verdwenen", "an address of the last site that nothing answers now is a warning that says what to write"},
    {"adressen-verdwenen", "many addresses that vanish from one folder are told as one cause"},
    // Its report is two hundred others long.
    {"meldingen-weggelaten", "of each file two hundred messages are shown, and how many there are more"},
    // Its report is a hundred others long.
    {"markdown-meer-fouten", "of a text of nothing but mistakes a hundred are told"},
};

std::vector<std::filesystem::path> examples() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(message_folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// What stands between quotes is the author's own, and the names of the rules are Dutch.
std::string without_quotations(const std::string& text) {
  return std::regex_replace(text, std::regex(R"('[^']*'|\[[a-z0-9-]+\])"), "''");
}

}  // namespace

TEST_CASE("every rule has a site that raises it, or is raised by a test that is named here", "[messages]") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->id);
    const bool has_example = std::filesystem::exists(message_folder / (std::string(rule->id) + ".txt"));
    CHECK(has_example != raised_elsewhere.contains(rule->id));
  }
}

TEST_CASE("the tests that are named for the other rules exist", "[messages]") {
  std::string sources;
  for (const char* path :
       {"tests/files/disk_test.cc", "tests/model/file_limits_test.cc", "tests/source/yaml_guard_test.cc",
        "tests/source/markdown_guard_test.cc", "tests/diagnostic/report_test.cc", "tests/commands/vanished_addresses_test.cc"}) {
    sources += read_file(std::filesystem::path(WEGWIJS_SOURCE) / path);
  }
  for (const auto& [rule, name] : raised_elsewhere) {
    INFO(rule);
    CHECK(find_rule(rule) != nullptr);
    CHECK(sources.find(name) != std::string::npos);
  }
}

TEST_CASE("the site of every rule is told exactly as its example says", "[messages]") {
  for (const std::filesystem::path& path : examples()) {
    INFO(path.string());
    CHECK(find_rule(path.stem().string()) != nullptr);
    const std::string site = site_part(read_file(path));
    const std::string report = SiteUnderTest(filled_in(site)).report(Language::nl);
    CHECK(report.find("[" + path.stem().string() + "]\n") != std::string::npos);
    check_expected(path, site + "-- verwacht --\n" + report);
  }
}

TEST_CASE("in English no Dutch word is left outside the author's own", "[messages]") {
  static const std::regex dutch(R"(\b(een|geen|het|niet|van|voor|bij|staat|hier|met|moet|regels|bedoelde)\b)");
  for (const std::filesystem::path& path : examples()) {
    const std::string report = SiteUnderTest(filled_in(site_part(read_file(path)))).messages_in_english();
    INFO(path.string() << "\n" << report);
    CHECK_FALSE(std::regex_search(without_quotations(report), dutch));
  }
}

}  // namespace wegwijs
