// The words of a region (fields, statuses, conditions, levels, years) are in schemas; the program knows none of them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "files/temporary_folder.h"
#include "source/yaml_tree.h"

namespace {

using namespace wegwijs;
using Words = std::set<std::string>;

const std::filesystem::path root = WEGWIJS_SOURCE;

YamlNode yaml(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  const std::optional<YamlNode> node = read_yaml(bytes_of(path), no_file, 0, diagnostics);
  REQUIRE(node);
  return *node;
}

void add_ids(const YamlNode* list, Words& words) {
  if (list == nullptr) return;
  for (const YamlNode& one : list->elements) {
    const YamlNode* id = one.kind == YamlNode::Kind::map ? one.find("id") : &one;
    if (id != nullptr) words.insert(id->text);
  }
}

/// The ids of fields, also those in rows, and of their options.
void add_fields(const YamlNode* fields, Words& words) {
  add_ids(fields, words);
  if (fields == nullptr) return;
  for (const YamlNode& field : fields->elements) {
    add_ids(field.find("options"), words);
    add_fields(field.find("fields"), words);
  }
}

void add_claims(const YamlNode* claims, Words& words) {
  if (claims == nullptr) return;
  for (const char* list : {"statuses", "conditions", "checkers", "source_kinds", "units"})
    add_ids(claims->find(list), words);
  const YamlNode* scope = claims->find("scope");
  if (scope == nullptr) return;
  if (const YamlNode* levels = scope->find("levels")) words.insert(levels->text);
  if (const YamlNode* years = scope->find("years")) words.insert(years->find("key")->text);
}

std::vector<std::filesystem::path> schemas() {
  std::vector<std::filesystem::path> paths;
  for (const char* folder : {"schoolprofiles", "content", "tests/sites"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (entry.path().filename() == "_schema.yaml") paths.push_back(entry.path());
    }
  }
  return paths;
}

/// Every word that the schemas of this repository declare, and those of the usual words of claims.
Words region_words() {
  Words words;
  for (const std::filesystem::path& path : schemas()) {
    const YamlNode schema = yaml(path);
    add_fields(schema.find("fields"), words);
    add_ids(schema.find("groups"), words);
    add_claims(schema.find("claims"), words);
    if (const YamlNode* lists = schema.find("option_lists")) {
      for (const YamlNode::Entry& list : lists->entries) {
        words.insert(list.key);
        add_ids(&list.value, words);
      }
    }
  }
  const YamlNode defaults = yaml(root / "themes/schema-defaults.yaml");
  add_claims(defaults.find("claims"), words);
  for (const YamlNode::Entry& role : defaults.find("roles")->entries) words.insert(role.key);
  words.insert(defaults.find("documents")->text);
  return words;
}

/// Words that a schema also uses, but that are part of a format which is the same in every region.
const Words format_words{// keys of a claim and of a source in a file of content
                         "aantal", "bron", "bronnen", "licentie", "naam", "op", "peildatum", "plaats", "reeks", "soort",
                         "status", "titel", "toelichting", "url",
                         // values of every file of content
                         "ja", "nee", "onbekend",
                         // keys of the open data, and of what schools send
                         "antwoord", "antwoorden", "datum", "document", "jaar", "let_op", "oordeel", "opmerking",
                         "uitgever", "uitleg", "voorbeeld",
                         // names that templates are told
                         "id", "link", "school"};

/// Files that name words of their own, which a schema happens to use for something else.
const std::set<std::string> files_with_own_words{
    "commands/command_options.cc",   // the words of commands and options
    "commands/commands.cc",          // the same
    "commands/site_on_disk.cc",      // site.yaml
    "commands/told_language.cc",     // site.yaml
    "commands/config.cc",            // site.yaml
    "commands/init.cc",              // the profiles that it writes, beside the schema in start/
    "edit/change_plan.cc",           // keys between the editor's page and the program
    "edit/edit_desk.cc",             // the same
    "edit/edit_json.cc",             // the same
    "diagnostic/report.cc",          // how a message is named
    "model/gone_addresses.cc",       // bronnencontrole.yaml
    "model/help_now.cc",             // site.yaml
    "model/search_words.cc",         // zoekwoorden.yaml
    "model/setting_texts.cc",        // site.yaml
    "model/collection_settings.cc",  // site.yaml
    "model/settings.cc",             // site.yaml
    "pages/comparison_page.cc",      // "{groep}" in an address of site.yaml
    "pages/comparison_index_page.cc",
    "schema/key_check.cc",        // what other generators call our keys; only those that a schema has are suggested
    "schema/meant_value.cc",      // what people write for yes and no
    "schema/standard_fields.cc",  // the fields that every file may have
    "text/dutch_verbs.cc",        // verbs of everyday speech
    "text/dutch_words.cc",        // words that the search leaves out
};

/// Words that another file uses in a sense of its own.
const std::map<std::string, Words> own_sense{
    {"commands/build_metrics.cc", {"onderdeel"}},             // the head of a column
    {"commands/school_report_forms.cc", {"woorden"}},         // a count of words
    {"commands/summary.cc", {"over"}},                        // a preposition
    {"model/search_words.h", {"zoekwoorden"}},                // the folder of words of readers
    {"pipeline/link_check.cc", {"geen"}},                     // "none" in a message
    {"products/open_data_tables.cc", {"groep", "bron_url"}},  // names of columns
    {"schema/date.cc", {"schooljaar"}},                       // a kind of date in a message
    {"schema/read_schema.cc", {"rol"}},                       // "role" in a message
    {"schema/role_words.cc", {"postcode"}},                   // the role, not the field
    {"schema/schema_defaults.cc", {"rol"}},                   // "role" in a message
};

/// Texts between quotes in C++ code; comments are left out.
std::vector<std::string> literals_in(const std::string& code) {
  std::vector<std::string> literals;
  std::istringstream lines(code);
  static const std::regex literal(R"re("((?:[^"\\]|\\.)*)")re");
  for (std::string line; std::getline(lines, line);) {
    const std::size_t comment = line.find("//");
    const bool is_in_text = comment != std::string::npos &&
                            std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(comment), '"') % 2 == 1;
    if (comment != std::string::npos && !is_in_text) line.erase(comment);
    for (std::sregex_iterator match(line.begin(), line.end(), literal), end; match != end; ++match)
      literals.push_back((*match)[1]);
  }
  return literals;
}

/// What every C++ file below `generator` has in quotes, by path from there.
std::map<std::string, std::vector<std::string>> all_literals() {
  std::map<std::string, std::vector<std::string>> literals;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "generator")) {
    const std::string kind = entry.path().extension().string();
    if (kind != ".cc" && kind != ".h") continue;
    literals[entry.path().lexically_relative(root / "generator").generic_string()] = literals_in(bytes_of(entry.path()));
  }
  return literals;
}

bool has_word(const std::string& text, const std::string& word) {
  const auto is_part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_part(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_part(text[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("no field, option, status or condition of a region is named in the program", "[architecture]") {
  const Words words = region_words();
  REQUIRE(words.contains("in_ontwikkeling"));
  REQUIRE(words.contains("korte_naam"));
  REQUIRE(words.contains("havo"));
  for (const auto& [path, literals] : all_literals()) {
    if (files_with_own_words.contains(path)) continue;
    const auto own = own_sense.find(path);
    for (const std::string& literal : literals) {
      if (!words.contains(literal) || format_words.contains(literal)) continue;
      if (own != own_sense.end() && own->second.contains(literal)) continue;
      FAIL_CHECK(path + " names '" + literal + "', which a schema declares: use a role, or the words of its claims");
    }
  }
}

TEST_CASE("no message of the program names a level, a year or a status of one region", "[architecture]") {
  const YamlNode defaults = yaml(root / "themes/schema-defaults.yaml");
  const YamlNode& claims = *defaults.find("claims");
  Words words;
  add_ids(claims.find("conditions"), words);
  add_ids(claims.find("source_kinds"), words);
  for (const YamlNode& status : claims.find("statuses")->elements) words.insert(status.find("id")->text);
  const YamlNode schools = yaml(root / "schoolprofiles/_schema.yaml");
  add_ids(schools.find("option_lists")->find(claims.find("scope")->find("levels")->text), words);
  words.insert(claims.find("scope")->find("years")->find("key")->text);
  words.insert(claims.find("scope")->find("years")->find("label")->find("nl")->text);
  words.insert("groep 8");
  // Words of every day, which mean something else in a message.
  for (const char* everyday :
       {"ja", "nee", "intake", "diagnose", "overig", "website", "overzicht", "register", "deels", "genoemd"})
    words.erase(everyday);
  REQUIRE(words.contains("niet_vermeld"));
  REQUIRE(words.contains("leerjaar"));
  REQUIRE(words.contains("vwo"));
  for (const auto& [path, literals] : all_literals()) {
    for (const std::string& literal : literals) {
      for (const std::string& word : words) {
        if (has_word(literal, word)) FAIL_CHECK(path + " says '" + literal + "', with the word '" + word + "'");
      }
    }
  }
}

TEST_CASE("every exception of the words of a region is still used", "[architecture]") {
  const auto literals = all_literals();
  const Words words = region_words();
  for (const std::string& path : files_with_own_words) {
    INFO(path);
    REQUIRE(literals.contains(path));
    CHECK(std::any_of(literals.at(path).begin(), literals.at(path).end(),
                      [&](const std::string& literal) { return words.contains(literal); }));
  }
  for (const auto& [path, allowed] : own_sense) {
    for (const std::string& word : allowed) {
      INFO(path + " " + word);
      REQUIRE(literals.contains(path));
      CHECK(std::find(literals.at(path).begin(), literals.at(path).end(), word) != literals.at(path).end());
    }
  }
}
