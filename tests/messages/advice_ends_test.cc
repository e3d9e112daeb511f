// Who does what a message says is rid of it, and gets no other for it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "pipeline/all_rules.h"
#include "files/disk.h"
#include "rule_sites.h"
#include "site_under_test.h"

namespace wegwijs {
namespace {

/// A message as an editor reads it.
struct Told {
  std::string path;
  std::size_t line = 0;
  std::string rule;
  std::string marked;  ///< the words above the carets
  std::string meant;   ///< after "bedoelde u"
};

std::string before(std::string& text, std::string_view sign) {
  const std::size_t found = std::min(text.find(sign), text.size());
  std::string first = text.substr(0, found);
  text.erase(0, std::min(found + sign.size(), text.size()));
  return first;
}

/// What stands at the code points `from` to `to` of `line`.
std::string cut(const std::string& line, std::size_t from, std::size_t to) {
  std::string result;
  std::size_t number = 0;
  for (const char sign : line) {
    if ((sign & 0xC0) != 0x80) ++number;
    if (number > from && number <= to) result += sign;
  }
  return result;
}

std::vector<Told> messages_in(const std::string& report) {
  std::vector<Told> messages;
  std::istringstream lines(report);
  std::string line;
  std::string shown;
  while (std::getline(lines, line)) {
    const bool is_message = line.ends_with(']') && line.find(": ") != std::string::npos && line.rfind(" [") > 0;
    if (!line.starts_with(' ') && is_message) {
      Told told;
      told.rule = line.substr(line.rfind('[') + 1);
      told.rule.pop_back();
      told.path = before(line, ":");
      told.line = static_cast<std::size_t>(std::atoi(before(line, ":").c_str()));
      messages.push_back(std::move(told));
    } else if (const std::size_t bar = line.find(" | "); bar != std::string::npos && !messages.empty()) {
      const std::string content = line.substr(bar + 3);
      const bool is_marks = content.find_first_not_of(" ^") == std::string::npos;
      if (is_marks)
        messages.back().marked = cut(shown, content.find('^'), content.size());
      else
        shown = content;
    } else if (line.starts_with("  hulp: bedoelde u '") && !messages.empty()) {
      std::string rest = line.substr(std::string("  hulp: bedoelde u '").size());
      const std::size_t end = rest.find("'?");
      messages.back().meant = rest.substr(0, end);
    }
  }
  return messages;
}

std::map<std::string, std::size_t> rules_in(const std::vector<Told>& messages) {
  std::map<std::string, std::size_t> rules;
  for (const Told& told : messages) ++rules[told.rule];
  return rules;
}

/// `site` with `from` replaced by `to` in the file, once, from `line` on; empty when it is not there.
std::optional<std::string> replaced(const std::string& site, const std::string& path, std::size_t line,
                                    const std::string& from, const std::string& to) {
  std::size_t begin = site.find("-- " + path + " --\n");
  if (begin == std::string::npos) return std::nullopt;
  const std::size_t end = std::min(site.find("\n-- ", begin), site.size());
  for (std::size_t number = 0; number < line; ++number) begin = site.find('\n', begin) + 1;
  const std::size_t found = site.find(from, begin);
  if (from.empty() || found == std::string::npos || found > end) return std::nullopt;
  return site.substr(0, found) + to + site.substr(found + from.size());
}

std::string report_of(const std::string& site) {
  return SiteUnderTest(site).report(Language::nl);
}

/// A second fault of the example, which only shows once the first is mended.
const std::map<std::string, std::string> hidden_behind{
    {"onbekende-status", "korte-vorm-alleen-ja"},
    {"schema-onbekend-woord", "schema-mist-bij-type"},
    {"sjabloon-onbekend-deel", "tekst-niet-getoond"},
    {"sjabloon-onbekende-naam", "tekst-niet-getoond"},
    {"sjabloon-sectie-verkeerd-gesloten", "tekst-niet-getoond"},
};

/// Fails the test when the rule is still told, or one that was not told before.
void check_cured(const std::string& rule, const std::string& site, const std::string& cured) {
  const std::map<std::string, std::size_t> earlier = rules_in(messages_in(report_of(site)));
  const std::string report = report_of(cured);
  const std::map<std::string, std::size_t> later = rules_in(messages_in(report));
  INFO(rule << " after its advice:\n" << report);
  REQUIRE(earlier.contains(rule));
  const std::size_t left = later.contains(rule) ? later.at(rule) : 0;
  CHECK(left + 1 == earlier.at(rule));
  for (const auto& [other, count] : later) {
    INFO(other);
    const auto hidden = hidden_behind.find(rule);
    if (hidden != hidden_behind.end() && hidden->second == other) continue;
    if (other != rule) CHECK((earlier.contains(other) && count <= earlier.at(other)));
  }
}

std::string site_of(const std::string& rule) {
  return filled_in(site_part(read_file(message_folder / (rule + ".txt"))));
}

/// What a person does whom the message of the rule tells what to do: `from` becomes `to` in the file.
struct Advice {
  std::string rule;
  std::string path;
  std::string from;
  std::string to;
};

const std::vector<Advice> advices{
    {"adres-dubbel", "site.yaml", "/contact/: ", "/contact-oud/: "},
    {"adrespatroon-dubbel", "site.yaml", "content/lessen, adres: \"/{id}/\"",
     "content/lessen, adres: \"/lessen/{id}/\""},
    {"adres-eigen-netwerk", "content/paginas/over.md", "http://192.168.1.10/", "https://www.voorbeeld.nl/"},
    {"adres-soort", "content/paginas/aanvragen.md", "file:///C:/formulieren/", "https://www.voorbeeld.nl/"},
    {"afbeelding-zonder-beschrijving", "content/paginas/de-hal.md", "![](/hal.svg) met",
     "![](/hal.svg \"decoratief\") met"},
    {"begrip-gewoon-woord", "content/begrippen/denominatie.yaml", ", richting]", "]"},
    {"bericht-in-toekomst", "content/nieuws/start.md", "datum: 2027-01-15",
     "datum: 2027-01-15\npubliceren_vanaf: 2027-01-15"},
    {"bestand-geen-utf8", "schoolprofiles/de-brug.yaml", "Caf\xE9", "Café"},
    {"bestand-stuurteken", "schoolprofiles/de-brug.yaml", "De\x07 Brug", "De Brug"},
    {"bestand-zonder-link", "content/paginas/aanvragen.md", "Bel ons.", "Bel ons. [gids](/bestanden/oude%20gids.pdf)"},
    {"bestanden-map-leeg", "site.yaml", "bestanden: content/bestand\n", ""},
    {"beveiliging-verlopen", "site.yaml", "2026-06-30", "2027-06-30"},
    {"bewering-buiten-niveaus", "schoolprofiles/de-brug.yaml", ", gymnasium]", "]"},
    {"bewering-dubbel", "schoolprofiles/de-brug.yaml",
     "  - {status: ja, toelichting: Extra tijd bij toetsen., bron: gids}\n", ""},
    {"csv-windows-1252", "content/tabellen/hulp.csv", "caf\xE9", "café"},
    {"opmaak-in-tekst", "schoolprofiles/de-brug.yaml", "**altijd**", "altijd"},
    {"tekst-te-lang", "schoolprofiles/de-brug.yaml", " een beetje meer", ""},
    {"telefoon-kan-niet", "schoolprofiles/de-brug.yaml", "020 123 456", "020 123 4567"},
    {"telefoonlink-klopt-niet", "content/paginas/aanvragen.md", "tel:020-abc", "tel:020-1234567"},
    {"titel-dubbel", "content/begrippen/lwoo.md", "Leerwegondersteuning", "Hulp op het vmbo (lwoo)"},
    {"toekomst-voorbij", "content/activiteiten/link.yaml", "Die loopt tot eind 2019", "Die zou tot eind 2019 lopen"},
    {"vanaf-alleen-in-ontwikkeling", "schoolprofiles/de-brug.yaml", "    vanaf: 2027-2028\n", ""},
    {"vanaf-voorbij", "schoolprofiles/de-brug.yaml", "vanaf: 2025-08", "vanaf: 2027-08"},
    {"veld-dubbel", "schoolprofiles/de-brug.yaml", "hulp_dyslexie: Elke dag.\n", ""},
    {"veld-hoort-erbij", "content/kalender/open-dag.yaml", "datum: 2027-01-16\n",
     "datum: 2027-01-16\nbron: Schoolgids\nbijgewerkt: 2026-11-01\n"},
    {"veld-niet-van-toepassing", "schoolprofiles/de-brug.yaml", "[havo]", "[havo, vmbo-b]"},
    {"veld-ontbreekt", "schoolprofiles/de-brug.yaml", "telefoon:", "naam: De Brug\ntelefoon:"},
    {"verkeerde-waarde", "schoolprofiles/de-brug.yaml", "bel gerust", "020 123 4567"},
    {"verwijzing-naar-achtergehouden", "content/paginas/aanvragen.md", "zie_ook: [contact]\n", ""},
    {"waarde-dubbel", "schoolprofiles/zuidpark.yaml", "01AB", "02CD"},
    {"yaml-aanhaling-open", "schoolprofiles/de-brug.yaml", "\"De Brug", "\"De Brug\""},
    {"yaml-hekje", "content/paginas/toekomst.md", "Toekomst #1 en meer", "\"Toekomst #1 en meer\""},
    {"yaml-dubbele-sleutel", "schoolprofiles/de-brug.yaml", "naam: Zuidpark\n", ""},
    {"yaml-harde-spatie", "schoolprofiles/de-brug.yaml", "\u00A0\u00A0- havo", "  - havo"},
    {"yaml-niet-toegestaan", "schoolprofiles/de-brug.yaml", "*De Brug*", "De Brug"},
    {"yaml-sleutel-geen-tekst", "schoolprofiles/de-brug.yaml", "[havo, vwo]: ja", "niveaus: [havo, vwo]"},
    {"yaml-tab", "schoolprofiles/de-brug.yaml", "\t- vmbo", "  - vmbo"},
    {"yaml-teken", "content/paginas/mappen.md", "\"De map C:\\_oud\"", "'De map C:\\_oud'"},
    {"yaml-tweede-document", "schoolprofiles/de-brug.yaml", "---\n", ""},
    {"yaml-vorm", "schoolprofiles/de-brug.yaml", "De Brug: locatie Noord", "\"De Brug: locatie Noord\""},
};

/// The suggestion of these stands for more than the words that are marked; `advices` has them.
const std::set<std::string> meant_otherwise{"yaml-hekje", "sjabloon-onbekend-blok"};

}  // namespace

TEST_CASE("what a message says it was probably meant to be ends it, and brings no other", "[messages]") {
  std::size_t applied = 0;
  for (const Rule* rule : all_rules()) {
    const std::string id(rule->id);
    if (!std::filesystem::exists(message_folder / (id + ".txt")) || meant_otherwise.contains(id)) continue;
    const std::string site = site_of(id);
    const std::vector<Told> messages = messages_in(report_of(site));
    const auto told = std::find_if(messages.begin(), messages.end(),
                                   [&](const Told& one) { return one.rule == id && !one.meant.empty(); });
    if (told == messages.end()) continue;
    INFO(id << ": '" << told->marked << "' → '" << told->meant << "'");
    const std::string theme = "themes/wegwijs/";
    const std::string path =
        told->path.starts_with(theme) ? std::string(theme_mount) + told->path.substr(theme.size()) : told->path;
    const std::optional<std::string> cured = replaced(site, path, told->line, told->marked, told->meant);
    CHECK(cured.has_value());
    if (!cured) continue;
    check_cured(id, site, *cured);
    ++applied;
  }
  CHECK(applied >= 20);
}

TEST_CASE("who does what the message of a rule says is rid of it, and gets no other", "[messages]") {
  for (const Advice& advice : advices) {
    INFO(advice.rule);
    const std::string site = site_of(advice.rule);
    const std::optional<std::string> cured = replaced(site, advice.path, 1, advice.from, advice.to);
    CHECK(cured.has_value());
    if (cured) check_cured(advice.rule, site, *cured);
  }
}

}  // namespace wegwijs
