// The results of the annual report: all its goals, its own verdicts, and every measurable target of the plan beside it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/temporary_folder.h"
#include "site_under_test.h"
#include "source/front_matter.h"
#include "source/yaml_tree.h"
#include "text/ascii.h"

using namespace wegwijs;

namespace {

const std::filesystem::path content = std::filesystem::path(WEGWIJS_SOURCE) / "content";
const std::filesystem::path seeds_folder = std::filesystem::path(WEGWIJS_SHARED) / "seeds";

YamlNode read_entry(const std::filesystem::path& path) {
  INFO(path);
  const std::string bytes = bytes_of(path);
  Diagnostics diagnostics;
  if (path.extension() == ".md") return read_front_matter(bytes, FileId{0}, diagnostics).value().values;
  return read_yaml(bytes, FileId{0}, 0, diagnostics).value();
}

/// By their ids.
std::map<std::string, YamlNode> entries_of(const std::string& collection) {
  std::map<std::string, YamlNode> entries;
  for (const auto& file : std::filesystem::directory_iterator(content / collection)) {
    const std::string id = file.path().stem().string();
    if (id != "_schema") entries.emplace(id, read_entry(file.path()));
  }
  return entries;
}

std::string text_of(const YamlNode& node, std::string_view key) {
  const YamlNode* value = node.find(key);
  return value == nullptr ? "" : value->text;
}

std::set<std::string> verdicts_of(const YamlNode& entry) {
  std::set<std::string> verdicts;
  if (const YamlNode* list = entry.find("oordeel")) {
    for (const YamlNode& verdict : list->elements) verdicts.insert(verdict.text);
  }
  return verdicts;
}

/// The values of `key` in the rows of a field.
std::set<std::string> in_rows(const YamlNode& entry, std::string_view field, std::string_view key) {
  std::set<std::string> values;
  if (const YamlNode* rows = entry.find(field)) {
    for (const YamlNode& row : rows->elements) values.insert(text_of(row, key));
  }
  return values;
}

std::string source_text(std::string_view beginning) {
  for (const auto& file : std::filesystem::directory_iterator(seeds_folder)) {
    if (file.path().filename().string().starts_with(beginning)) return bytes_of(file.path());
  }
  FAIL("a source text is not there");
  return "";
}

/// All numbers in digits, with a comma for decimals and no points: "€ 1.234,5" is "1234,5".
std::set<std::string> numbers_in(const std::string& text) {
  static const std::regex number("[0-9]+(?:[.,][0-9]+)*");
  std::set<std::string> numbers;
  for (std::sregex_iterator match(text.begin(), text.end(), number), end; match != end; ++match) {
    std::string digits = match->str();
    std::erase(digits, '.');
    numbers.insert(digits);
  }
  return numbers;
}

}  // namespace

TEST_CASE("there are 29 goals with a verdict or the words that there is none, which fourteen have", "[content]") {
  std::size_t goals = 0;
  std::size_t without_verdict = 0;
  for (const auto& [id, entry] : entries_of("resultaten")) {
    INFO(id);
    const std::set<std::string> verdicts = verdicts_of(entry);
    if (text_of(entry, "programmalijn") == "overzicht") {
      CHECK(verdicts.empty());
      continue;
    }
    ++goals;
    CHECK_FALSE(verdicts.empty());
    CHECK(entry.find("cijfers") != nullptr);
    const std::set<std::string> per_goal = in_rows(entry, "per_doel", "oordeel");
    if (!per_goal.empty()) CHECK(per_goal == verdicts);
    // That a meeting was not held is no verdict on the goal of 'geldstress'.
    if (verdicts == std::set<std::string>{"geen-oordeel"} || id == "geldstress-2024") ++without_verdict;
  }
  CHECK(goals == 29);
  CHECK(without_verdict == 14);
}

TEST_CASE("every verdict is in the words of the annual report, which has 29 goals", "[content]") {
  if (!std::filesystem::exists(seeds_folder)) {
    std::cout << "overgeslagen: het jaarverslag is er niet\n";
    return;
  }
  const std::string report = source_text("002");
  std::size_t goals = 0;
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) {
    if (visible_text(line) == "Doel") ++goals;
  }
  CHECK(goals == 29);

  const std::string words = lower_case(visible_text(report));
  const YamlNode schema = read_entry(content / "resultaten/_schema.yaml");
  std::size_t verdicts = 0;
  for (const YamlNode& option : schema.find("option_lists")->find("oordeel")->elements) {
    if (text_of(option, "id") == "geen-oordeel") continue;
    const std::string verdict = text_of(*option.find("label"), "nl");
    INFO(verdict);
    CHECK(words.find(verdict) != std::string::npos);
    ++verdicts;
  }
  CHECK(verdicts == 14);
}

TEST_CASE("no number stands with the results that no source gives", "[content]") {
  if (!std::filesystem::exists(seeds_folder)) {
    std::cout << "overgeslagen: de bronnen van de resultaten zijn er niet\n";
    return;
  }
  std::set<std::string> given;
  for (const char* source : {"000", "001", "002"}) given.merge(numbers_in(source_text(source)));
  // Counted by us, and the page says so: the goals of the report, and the parts of its income together.
  given.insert({"29", "84671600"});
  // The report writes this score with a point.
  given.insert("4,3");
  static const std::regex order("volgorde: [0-9.]+");
  for (const auto& file : std::filesystem::directory_iterator(content / "resultaten")) {
    if (file.path().stem() == "_schema") continue;
    for (const std::string& number : numbers_in(std::regex_replace(bytes_of(file.path()), order, ""))) {
      INFO(file.path().filename() << ": " << number);
      CHECK(given.contains(number));
    }
  }
}

TEST_CASE("every measurable target of the plan stands on the page of targets and results", "[content]") {
  std::set<std::string> measurable;
  for (const auto& [id, target] : entries_of("doelen")) {
    if (text_of(target, "soort") == "meetbaar-doel") measurable.insert(id);
  }
  const std::set<std::string> compared =
      in_rows(read_entry(content / "resultaten/doel-en-resultaat.md"), "doelen", "doel");
  CHECK(compared == measurable);
  CHECK(measurable.size() >= 20);
}
