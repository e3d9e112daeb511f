// Runs the public suites of our input languages over our readers: `suite_cases FOLDER …`. See tests/README.md.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "files/disk.h"
#include "source/markdown.h"
#include "source/yaml_tree.h"

using namespace wegwijs;
using Json = nlohmann::ordered_json;

namespace {

/// What became of the cases of one suite.
struct Tally {
  std::size_t same = 0;
  std::map<std::string, std::size_t> refused;    // by rule
  std::map<std::string, std::size_t> told;       // read in another way, with a warning: by its rule
  std::map<std::string, std::size_t> by_intent;  // by the reason
  std::vector<std::string> different;            // in words

  std::size_t all() const {
    std::size_t count = same + different.size();
    for (const auto* counts : {&refused, &told, &by_intent}) {
      for (const auto& [rule, cases] : *counts) count += cases;
    }
    return count;
  }
};

/// Where we read what the suite reads otherwise or refuses, and no author is misled: the case by its name, or by words
/// that only it holds, and the reason.
struct Intent {
  std::string_view case_or_words;
  std::string_view reason;
};
constexpr std::array<Intent, 21> intents{{
    {"9C9N", "haken mogen verder naar links doorgaan: de waarde is dezelfde"},
    {"QB6E", "een tekst tussen aanhalingstekens mag verder naar links doorgaan: de waarde is dezelfde"},
    {"9JBA", "een aantekening achter een haak mag zonder spatie: de waarde is dezelfde"},
    {"CVW2", "een aantekening achter een komma mag zonder spatie: de waarde is dezelfde"},
    {"X4QW", "een aantekening achter > mag zonder spatie: de waarde is dezelfde"},
    {"SU5Z", "een aantekening achter een aanhalingsteken mag zonder spatie: de waarde is dezelfde"},
    {"L24T/01", "spaties op een regel met niets anders tellen niet mee"},
    {"NAT4", "spaties op een regel met niets anders tellen niet mee"},
    {"9MAG", "een komma te veel geeft een lege waarde, die het schema niet aanneemt"},
    {"CTN5", "een komma te veel geeft een lege waarde, die het schema niet aanneemt"},
    {"236B", "een woord zonder dubbele punt wordt een sleutel, die het schema niet kent"},
    {"7MNF", "een woord zonder dubbele punt wordt een sleutel, die het schema niet kent"},
    {"9CWY", "een woord zonder dubbele punt wordt een sleutel, die het schema niet kent"},
    {"9MMA", "een bestand met niets dan een regel voor YAML is leeg, en dat wordt gezegd"},
    {"B63P", "een bestand met niets dan een regel voor YAML is leeg, en dat wordt gezegd"},
    {"G5U8", "een streepje tussen haken is een tekst"},
    {"YJV2", "een streepje tussen haken is een tekst"},
    {"HRE5", "\\' binnen dubbele aanhalingstekens is een apostrof"},
    {"S98Z", "lege regels aan het begin mogen verder inspringen: de waarde is dezelfde"},
    {"*£*bravo.", "nadruk om een los teken van geld: zo deden oudere versies van CommonMark het ook"},
    {"&#87654321;", "een nummer dat geen teken is, wordt het teken voor een onbekend teken"},
}};

std::string_view intent_of(std::string_view name, std::string_view text) {
  for (const Intent& intent : intents) {
    const bool is_named = name.find("/" + std::string(intent.case_or_words)) != std::string_view::npos ||
                          name.starts_with(intent.case_or_words);
    if (is_named || text.find(intent.case_or_words) != std::string_view::npos) return intent.reason;
  }
  return "";
}

/// The rule of the first thing that is told and is no error; empty when nothing is told.
std::string warning(const Diagnostics& diagnostics) {
  const std::vector<Diagnostic> all = diagnostics.in_source_order();
  return all.empty() ? "" : std::string(all.front().rule->id);
}

/// Counts a case that was read, and not as the suite has it.
void count_difference(std::string_view name, std::string_view text, const Diagnostics& diagnostics,
                      const std::string& words, Tally& tally) {
  const std::string_view reason = intent_of(name, text);
  if (const std::string rule = warning(diagnostics); !rule.empty()) {
    ++tally.told[rule];
  } else if (!reason.empty()) {
    ++tally.by_intent[std::string(reason)];
  } else {
    tally.different.push_back(std::string(name) + "\n" + words);
  }
}

/// The rule of the first error; empty when there is none.
std::string refusal(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.in_source_order()) {
    if (diagnostic.rule->severity == Severity::error) return std::string(diagnostic.rule->id);
  }
  return "";
}

std::string replaced(std::string text, std::string_view wanted, std::string_view by) {
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + by.size()))
    text.replace(at, wanted.size(), by);
  return text;
}

// ---- CommonMark

struct MarkdownCase {
  std::string name;
  std::string markdown;
  std::string html;
};

std::vector<MarkdownCase> cases_of_spec(const std::string& spec) {
  constexpr std::string_view fence = "````````````````````````````````";
  std::vector<MarkdownCase> cases;
  std::istringstream lines(spec);
  int part = 0;  // 0: outside, 1: Markdown, 2: HTML
  for (std::string line; std::getline(lines, line);) {
    if (part == 0 && line.starts_with(std::string(fence) + " example")) {
      cases.push_back({"voorbeeld " + std::to_string(cases.size() + 1), "", ""});
      part = 1;
    } else if (part != 0 && line == fence) {
      part = 0;
    } else if (part == 1 && line == ".") {
      part = 2;
    } else if (part != 0) {
      (part == 1 ? cases.back().markdown : cases.back().html) += replaced(line, "→", "\t") + "\n";
    }
  }
  return cases;
}

std::vector<MarkdownCase> cases_of_json(const Json& json) {
  std::vector<MarkdownCase> cases;
  for (const Json& one : json) {
    cases.push_back({"voorbeeld " + std::to_string(one.value("example", static_cast<int>(cases.size()) + 1)),
                     one.at("markdown").get<std::string>(), one.at("html").get<std::string>()});
  }
  return cases;
}

/// Characters that HTML may write as they are or as a reference, written in one way.
std::string with_plain_references(std::string text) {
  for (const auto& [reference, character] : std::initializer_list<std::pair<const char*, const char*>>{
           {"&quot;", "\""}, {"&#39;", "'"}, {"&#x27;", "'"}, {"&nbsp;", "\xC2\xA0"}})
    text = replaced(std::move(text), reference, character);
  return text;
}

/// The attribute `name` of `tag`, as ` name="value"`; empty when it has none.
std::string kept_attribute(const std::string& tag, const std::string& name) {
  const std::size_t at = tag.find(" " + name + "=\"");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 3;
  return " " + name + "=\"" + tag.substr(begin, tag.find('"', begin) - begin) + "\"";
}

/// HTML without what our dialect adds or writes otherwise by intent: attributes other than href and src (ids, classes,
/// titles, scopes), the frames around tables, self-closing slashes, spaces between blocks.
std::string bare(const std::string& html) {
  static const std::set<std::string> frames{"div", "/div", "thead", "/thead", "tbody", "/tbody"};
  std::string result;
  bool is_preformatted = false;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const std::size_t end = std::min(html.find('>', at), html.size() - 1) + 1;
      const std::string tag = html.substr(at, end - at);
      std::string name = tag.substr(1, tag.find_first_of(" />", 2) - 1);
      at = end;
      if (name == "pre" || name == "/pre") is_preformatted = name == "pre";
      if (frames.contains(name)) continue;
      while (!is_preformatted && result.ends_with(' ')) result.pop_back();
      result += "<" + name + kept_attribute(tag, "href") + kept_attribute(tag, "src") + ">";
    } else if (!is_preformatted && (html[at] == '\n' || html[at] == ' ')) {
      if (!result.empty() && result.back() != ' ' && result.back() != '>') result += ' ';
      if (!result.empty() && result.back() == '>' && html[at] == ' ') result += ' ';
      ++at;
    } else {
      result += html[at++];
    }
  }
  while (result.ends_with(' ') || result.ends_with('\n')) result.pop_back();
  return with_plain_references(result);
}

std::string without_tags(const std::string& html) {
  std::string text;
  bool is_in_tag = false;
  for (const char c : html) {
    if (c == '<') is_in_tag = true;
    if (!is_in_tag) text += c;
    if (c == '>') is_in_tag = false;
  }
  return text;
}

/// `html` without the spans that hold a short word with a hyphen on one line.
std::string without_held_words(std::string html) {
  constexpr std::string_view opening = "<span class=\"vast\">";
  constexpr std::string_view closing = "</span>";
  for (std::size_t begin = html.find(opening); begin != std::string::npos; begin = html.find(opening, begin)) {
    html.erase(html.find(closing, begin), closing.size());
    html.erase(begin, opening.size());
  }
  return html;
}

/// `html`, as `bare` makes it, without what our dialect adds everywhere: the first cell of a row as its name, the words
/// beside a box that can be ticked, an address that stands in a text as a link to itself, and brackets in an address
/// that are written as they are.
std::string without_additions(std::string html) {
  html = replaced(replaced(std::move(html), "<th>", "<td>"), "</th>", "</td>");
  for (const std::string_view box : {"<span>☐</span><span>Nog te doen:</span>", "<span>☑</span><span>Gedaan:</span>"})
    html = replaced(std::move(html), box, "<input> ");
  html = replaced(replaced(std::move(html), "%5B", "["), "%5D", "]");
  for (std::size_t begin = html.find("<a href=\""); begin != std::string::npos;
       begin = html.find("<a href=\"", begin)) {
    const std::size_t words = html.find('>', begin) + 1;
    const std::size_t end = html.find("</a>", begin);
    if (words == 0 || end == std::string::npos) break;
    const std::string address = html.substr(begin + 9, words - begin - 11);
    const std::string text = html.substr(words, end - words);
    const bool is_itself = without_tags(text) == text && replaced(address, "%5C", "\\").ends_with(text);
    if (is_itself) html.replace(begin, end + 4 - begin, text);
    ++begin;
  }
  std::erase(html, ' ');
  return html;
}

void run(const std::vector<MarkdownCase>& cases, Tally& tally) {
  for (const MarkdownCase& one : cases) {
    Diagnostics diagnostics;
    const MarkdownText text = read_markdown(one.markdown, FileId{0}, 0, diagnostics);
    const std::string rule = refusal(diagnostics);
    const std::string ours = bare(without_held_words(std::string(text.html.bytes())));
    const std::string theirs = bare(one.html);
    if (!rule.empty()) {
      ++tally.refused[rule];
    } else if (ours == theirs) {
      ++tally.same;
    } else if (without_additions(ours) == without_additions(theirs)) {
      ++tally.by_intent["wat ons dialect toevoegt: namen van rijen, vakjes om aan te kruisen, adressen als link"];
    } else {
      count_difference(one.name, one.markdown, diagnostics, "  verwacht: " + theirs + "\n  gekregen: " + ours, tally);
    }
  }
}

// ---- YAML

struct YamlCase {
  std::string name;
  std::string yaml;
  std::optional<std::string> json;  ///< what it means, when the suite says so
  bool is_invalid = false;
};

/// The signs with which the suite shows what cannot be seen.
std::string with_real_characters(std::string text) {
  for (const auto& [sign, meaning] : std::initializer_list<std::pair<const char*, const char*>>{{"␣", " "},
                                                                                                {"————»", "\t"},
                                                                                                {"———»", "\t"},
                                                                                                {"——»", "\t"},
                                                                                                {"—»", "\t"},
                                                                                                {"»", "\t"},
                                                                                                {"←", "\r"},
                                                                                                {"⇔", "\xEF\xBB\xBF"},
                                                                                                {"↵", ""}})
    text = replaced(std::move(text), sign, meaning);
  const std::size_t end = text.find("∎");
  return end == std::string::npos ? text : text.substr(0, end);
}

std::vector<YamlCase> cases_of_source(const std::filesystem::path& file) {
  std::vector<YamlCase> cases;
  std::string yaml;
  std::optional<std::string> json;
  bool fails = false;
  for (const YAML::Node& one : YAML::Load(read_file(file))) {
    // A later variant only says what differs.
    if (one["yaml"]) yaml = with_real_characters(one["yaml"].as<std::string>());
    if (one["json"]) json = one["json"].IsNull() ? std::nullopt : std::optional(one["json"].as<std::string>());
    fails = one["fail"] && one["fail"].as<bool>();
    if (one["skip"]) continue;
    cases.push_back({file.stem().string() + "/" + std::to_string(cases.size()), yaml, json, fails});
  }
  return cases;
}

/// The cases of a module of JavaScript, as the npm package of the suite keeps them; empty when it is none.
std::vector<YamlCase> cases_of_module(const std::string& module) {
  constexpr std::string_view opening = "export default ";
  std::vector<YamlCase> cases;
  const std::size_t begin = module.find(opening);
  if (begin == std::string::npos) return cases;
  const Json json = Json::parse(module.substr(begin + opening.size()), nullptr, false);
  if (!json.is_object() || !json.contains("cases") || !json.contains("id")) return cases;
  for (const Json& one : json.at("cases")) {
    const Json meaning = one.value("json", Json());
    cases.push_back(
        {"/" + json.at("id").get<std::string>() + "/0" + std::to_string(cases.size()), one.value("yaml", std::string()),
         meaning.is_string() ? std::optional(meaning.get<std::string>()) : std::nullopt, one.value("fail", false)});
  }
  return cases;
}

YamlCase case_of_folder(const std::filesystem::path& folder, const std::filesystem::path& below) {
  YamlCase one{folder.lexically_relative(below).string(), read_file(folder / "in.yaml"), std::nullopt,
               std::filesystem::exists(folder / "error")};
  if (std::filesystem::exists(folder / "in.json")) one.json = read_file(folder / "in.json");
  return one;
}

/// Our tree keeps texts: what `json` says in a number, a boolean or null, is compared as it may have been written.
bool is_same(const YamlNode& ours, const Json& theirs) {
  switch (ours.kind) {
    case YamlNode::Kind::map: {
      if (theirs.is_null()) return ours.entries.empty();  // a document of nothing
      if (!theirs.is_object() || theirs.size() != ours.entries.size()) return false;
      return std::all_of(ours.entries.begin(), ours.entries.end(), [&](const YamlNode::Entry& entry) {
        const auto found = theirs.find(entry.key);
        return found != theirs.end() && is_same(entry.value, *found);
      });
    }
    case YamlNode::Kind::sequence: {
      if (!theirs.is_array() || theirs.size() != ours.elements.size()) return false;
      for (std::size_t index = 0; index < ours.elements.size(); ++index) {
        if (!is_same(ours.elements[index], theirs[index])) return false;
      }
      return true;
    }
    case YamlNode::Kind::null:
      return theirs.is_null() || theirs == "";
    case YamlNode::Kind::scalar:
      break;
  }
  if (theirs.is_string()) return theirs.get<std::string>() == ours.text;
  if (ours.quoted) return false;
  if (theirs.is_null()) return ours.text == "~" || ours.text == "null" || ours.text == "Null" || ours.text == "NULL";
  if (theirs.is_boolean()) return std::string(theirs.get<bool>() ? "true" : "false") == ours.text;
  if (!theirs.is_number()) return false;
  char* end = nullptr;
  const double number = std::strtod(ours.text.c_str(), &end);
  return end == ours.text.c_str() + ours.text.size() && number == theirs.get<double>();
}

void run(const YamlCase& one, Tally& tally) {
  Diagnostics diagnostics;
  const std::optional<YamlNode> ours = read_yaml(one.yaml, FileId{0}, 0, diagnostics);
  const std::string rule = refusal(diagnostics);
  if (one.is_invalid && rule.empty()) {
    count_difference(one.name, "", diagnostics, "  hoort geweigerd te worden, en is gelezen", tally);
  } else if (!rule.empty()) {
    ++tally.refused[rule + (one.is_invalid ? " (terecht)" : "")];
  } else if (!one.json) {
    ++tally.refused["gelezen; de proef zegt niet wat het betekent"];
  } else {
    const Json theirs =
        one.json->find_first_not_of(" \n") == std::string::npos ? Json() : Json::parse(*one.json, nullptr, false);
    if (ours && !theirs.is_discarded() && is_same(*ours, theirs)) {
      ++tally.same;
    } else {
      count_difference(one.name, "", diagnostics, "  verwacht: " + *one.json, tally);
    }
  }
}

// ---- Finding and telling

bool is_markdown_suite(const Json& json) {
  return json.is_array() && !json.empty() && json.front().is_object() && json.front().contains("markdown") &&
         json.front().contains("html");
}

void tell(const std::string& suite, const Tally& tally) {
  std::cout << suite << ": " << tally.all() << " gevallen, " << tally.same << " gelijk, " << tally.different.size()
            << " anders\n";
  for (const auto& [rule, count] : tally.refused) std::cout << "  " << count << " × " << rule << '\n';
  for (const auto& [rule, count] : tally.told) std::cout << "  " << count << " × anders, en gezegd: " << rule << '\n';
  for (const auto& [reason, count] : tally.by_intent)
    std::cout << "  " << count << " × anders, met opzet: " << reason << '\n';
  for (const std::string& words : tally.different) std::cout << "  ANDERS: " << words << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  Tally markdown;
  Tally yaml;
  for (int number = 1; number < count; ++number) {
    const std::filesystem::path root = arguments[number];
    if (!std::filesystem::is_directory(root)) {
      std::cerr << "geen map: " << root.string() << '\n';
      return 2;
    }
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.is_regular_file()) files.insert(entry.path());
    }
    for (const std::filesystem::path& file : files) {
      if (file.filename() == "spec.txt") run(cases_of_spec(read_file(file)), markdown);
      if (file.filename() == "in.yaml") run(case_of_folder(file.parent_path(), root), yaml);
      if (file.extension() == ".yaml" && file.parent_path().filename() == "src") {
        for (const YamlCase& one : cases_of_source(file)) run(one, yaml);
      }
      if (file.extension() == ".js") {
        for (const YamlCase& one : cases_of_module(read_file(file))) run(one, yaml);
      }
      if (file.extension() != ".json" || file.filename() == "in.json") continue;
      const Json json = Json::parse(read_file(file), nullptr, false);
      if (is_markdown_suite(json)) run(cases_of_json(json), markdown);
    }
  }
  if (markdown.all() > 0) tell("CommonMark", markdown);
  if (yaml.all() > 0) tell("YAML", yaml);
  if (markdown.all() + yaml.all() == 0) {
    std::cerr << "geen spec.txt, voorbeelden in JSON, src/*.yaml of in.yaml gevonden\n";
    return 2;
  }
  return markdown.different.empty() && yaml.different.empty() ? 0 : 1;
}
