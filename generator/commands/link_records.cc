#include "commands/link_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "text/printable.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<LinkState, std::string_view>, 4> state_ids{{{LinkState::reachable, "bereikbaar"},
                                                                           {LinkState::moved, "verhuisd"},
                                                                           {LinkState::gone, "weg"},
                                                                           {LinkState::unknown, "onbekend"}}};

std::optional<LinkState> state_named(std::string_view id) {
  const auto* found =
      std::find_if(state_ids.begin(), state_ids.end(), [&](const auto& one) { return one.second == id; });
  return found == state_ids.end() ? std::nullopt : std::optional(found->first);
}

/// What the writer promises of every text in the memory, and the reader does not take on trust: it is printed, and sent
/// as a header. An address has no spaces either.
std::string printable_ascii(std::string text) {
  constexpr std::size_t longest = 256;
  const bool is_printable =
      std::all_of(text.begin(), text.end(), [](char character) { return character >= 0x20 && character < 0x7F; });
  return is_printable && text.size() <= longest ? std::move(text) : std::string();
}

bool is_printable_address(const std::string& address) {
  const bool is_web = address.starts_with("https://") || address.starts_with("http://");
  return is_web && address.find(' ') == std::string::npos && printable(address) == address;
}

std::optional<LinkResult> result_from(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const std::optional<LinkState> state = state_named(text("uitkomst"));
  const std::optional<Date> on = read_date(text("op"));
  if (!state || !on) return std::nullopt;
  LinkResult result;
  result.state = *state;
  result.on = *on;
  const auto status = json.find("status");
  if (status != json.end() && status->is_number_integer()) result.status = status->get<long>();
  if (is_printable_address(text("naar"))) result.moved_to = text("naar");
  if (result.state == LinkState::moved && result.moved_to.empty()) return std::nullopt;
  result.condition = {printable_ascii(text("etag")), printable_ascii(text("gewijzigd"))};
  return result;
}

std::string quoted(const std::string& text) {
  // A JSON string is a YAML string too.
  return Json(text).dump();
}

}  // namespace

LinkResults read_link_memory(std::string_view json) {
  LinkResults results;
  const Json memory = Json::parse(json, nullptr, false);
  if (!memory.is_object()) return results;
  for (const auto& [address, found] : memory.items()) {
    if (!is_printable_address(address)) continue;
    if (const std::optional<LinkResult> result = result_from(found)) results[address] = *result;
  }
  return results;
}

std::string link_memory(const LinkResults& results) {
  Json memory = Json::object();
  for (const auto& [address, result] : results) {
    Json json;
    for (const auto& [state, id] : state_ids) {
      if (state == result.state) json["uitkomst"] = id;
    }
    json["op"] = iso_date(result.on);
    json["status"] = result.status;
    if (!result.moved_to.empty()) json["naar"] = result.moved_to;
    if (!result.condition.etag.empty()) json["etag"] = result.condition.etag;
    if (!result.condition.last_modified.empty()) json["gewijzigd"] = result.condition.last_modified;
    memory[address] = std::move(json);
  }
  return memory.dump(1) + "\n";
}

std::string gone_addresses_file(const LinkResults& results,
                                const std::map<std::string, Date, std::less<>>& gone_before) {
  std::string yaml =
      "# Geschreven door 'wegwijs check --external': bronnen die niet meer te vinden waren, en op welke dag. De site\n"
      "# zegt dat bij elk gegeven dat op zo'n bron rust. Weer te vinden? Dan haalt de volgende controle de regel "
      "weg.\n";
  std::string lines;
  for (const auto& [address, result] : results) {
    const auto before = gone_before.find(address);
    const bool stays_gone = result.state == LinkState::unknown && before != gone_before.end();
    if (result.state != LinkState::gone && !stays_gone) continue;
    const Date on = result.state == LinkState::gone ? result.on : before->second;
    lines += fmt::format("  - {{adres: {}, op: {}}}\n", quoted(address), iso_date(on));
  }
  return yaml + (lines.empty() ? "weg: []\n" : "weg:\n" + lines);
}

std::string_view link_state_in_words(LinkState state, Language language) {
  const bool english = language == Language::en;
  switch (state) {
    case LinkState::reachable:
      return english ? "reachable" : "bereikbaar";
    case LinkState::moved:
      return english ? "moved" : "verhuisd";
    case LinkState::gone:
      return english ? "gone" : "weg";
    case LinkState::unknown:
      return english ? "could not be checked" : "niet te controleren";
  }
  return "";
}

std::string link_reason(const LinkResult& result, Language language) {
  const bool english = language == Language::en;
  switch (result.failure) {
    case HttpFailure::none:
      return fmt::format("HTTP {}", result.status);
    case HttpFailure::bad_address:
      return english ? "no ordinary web address" : "geen gewoon webadres";
    case HttpFailure::local_address:
      return english ? "leads into the local network" : "leidt naar het eigen netwerk";
    case HttpFailure::too_many_redirects:
      return english ? "redirects without end" : "verwijst steeds verder";
    case HttpFailure::timeout:
      return english ? "no answer in time" : "geen antwoord op tijd";
    case HttpFailure::unreachable:
      return english ? "no connection" : "geen verbinding";
    case HttpFailure::insecure:
      return english ? "no secure connection" : "geen goede beveiligde verbinding";
    case HttpFailure::broken:
      return english ? "a broken answer" : "een kapot antwoord";
  }
  return "";
}

}  // namespace wegwijs
