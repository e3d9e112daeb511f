// Runs the public suites of our input languages over our readers: `suite_cases FOLDER …`. See tests/README.md.
#include <yaml-cpp/yaml.h>

#include <algorithm>
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
  std::map<std::string, std::size_t> refused;  // by rule
  std::vector<std::string> different;          // in words

  std::size_t all() const {
    std::size_t count = same + different.size();
    for (const auto& [rule, cases] : refused) count += cases;
    return count;
  }
};

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

void run(const std::vector<MarkdownCase>& cases, Tally& tally) {
  for (const MarkdownCase& one : cases) {
    Diagnostics diagnostics;
    const MarkdownText text = read_markdown(one.markdown, FileId{0}, 0, diagnostics);
    const std::string rule = refusal(diagnostics);
    const std::string ours = bare(std::string(text.html.bytes()));
    const std::string theirs = bare(one.html);
    if (!rule.empty()) {
      ++tally.refused[rule];
    } else if (ours == theirs) {
      ++tally.same;
    } else {
      tally.different.push_back(one.name + "\n  verwacht: " + theirs + "\n  gekregen: " + ours);
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
    tally.different.push_back(one.name + "\n  hoort geweigerd te worden, en is gelezen");
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
      tally.different.push_back(one.name + "\n  verwacht: " + *one.json);
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
