#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "diagnostic/report.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

/// SARIF wants a relative reference of RFC 3986.
std::string as_uri(std::string_view path) {
  std::string uri;
  for (const char character : path) {
    const bool plain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                       (character >= '0' && character <= '9') ||
                       std::string_view("-._~/").find(character) != std::string_view::npos;
    uri += plain ? std::string(1, character) : fmt::format("%{:02X}", static_cast<unsigned char>(character));
  }
  return uri;
}

/// A message string of SARIF writes a brace twice (section 3.11.5); one alone would begin a placeholder.
Json message_string(std::string_view text) {
  std::string escaped;
  for (const char character : text) {
    escaped += character;
    if (character == '{' || character == '}') escaped += character;
  }
  return {{"text", escaped}};
}

Json location_of(const Place& place) {
  const Json region = {{"startLine", place.begin.line},
                       {"startColumn", place.begin.column},
                       {"endLine", place.end.line},
                       {"endColumn", place.end.column}};
  return {{"physicalLocation", {{"artifactLocation", {{"uri", as_uri(place.path)}}}, {"region", region}}}};
}

Json description_of(const Rule& rule, Language language) {
  Json description = {{"id", rule.id}, {"shortDescription", message_string(pattern_of(rule.message, language))}};
  if (!rule.help.in(language).empty()) description["help"] = message_string(pattern_of(rule.help, language));
  description["defaultConfiguration"] = {{"level", severity_word(rule.severity, Language::en)}};
  return description;
}

}  // namespace

std::string report_as_sarif(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources,
                            Language language) {
  Json rules = Json::array();
  Json results = Json::array();
  std::map<std::string_view, std::size_t> index_of;  // of a rule in `rules`
  PlaceFinder finder(sources);
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto [index, is_new] = index_of.emplace(diagnostic.rule->id, rules.size());
    if (is_new) rules.push_back(description_of(*diagnostic.rule, language));
    const std::string help = help_of(diagnostic, language);
    Json result = {{"ruleId", diagnostic.rule->id},
                   {"ruleIndex", index->second},
                   {"level", severity_word(diagnostic.severity, Language::en)},
                   {"message", message_string(message_of(diagnostic, language) + (help.empty() ? "" : " " + help))}};
    if (const std::optional<Place> place = finder.place_of(diagnostic)) {
      result["locations"] = Json::array({location_of(*place)});
    }
    results.push_back(std::move(result));
  }
  const Json driver = {{"name", "wegwijs"}, {"rules", std::move(rules)}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  const Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace wegwijs
