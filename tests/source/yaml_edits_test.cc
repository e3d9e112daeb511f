#include "source/yaml_edits.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "source/front_matter.h"

using namespace wegwijs;

namespace {

YamlNode read(std::string_view bytes) {
  Diagnostics diagnostics;
  std::optional<YamlNode> node = read_yaml(bytes, no_file, 0, diagnostics);
  INFO(bytes);
  REQUIRE(node);
  return std::move(*node);
}

std::string edited(std::string_view bytes, const YamlNode& wanted) {
  const YamlNode before = read(bytes);
  const auto edits = yaml_edits(bytes, 0, bytes.size(), before, wanted);
  INFO(bytes);
  REQUIRE(edits);
  const std::string result = with_edits(bytes, *edits);
  CHECK(with_edits(result, undo_of(bytes, *edits)) == bytes);
  return result;
}

/// What is written, in the YAML of this file, as the wanted value.
std::string edited(std::string_view bytes, std::string_view key, std::string_view wanted) {
  YamlNode tree = read(bytes);
  set_value(tree, key, read("x: " + std::string(wanted)).entries.front().value);
  return edited(bytes, tree);
}

std::string without(std::string_view bytes, std::string_view key) {
  YamlNode tree = read(bytes);
  remove_value(tree, key);
  return edited(bytes, tree);
}

/// Every value in the tree, for changes at a random place.
void collect(YamlNode& node, std::vector<YamlNode*>& all) {
  all.push_back(&node);
  for (YamlNode& element : node.elements) collect(element, all);
  for (YamlNode::Entry& entry : node.entries) collect(entry.value, all);
}

class RandomYaml {
 public:
  explicit RandomYaml(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string word() {
    static const std::vector<std::string> words{"ja",
                                                "2026-08-01",
                                                "een zin met woorden",
                                                "café",
                                                "09",
                                                "'t Hof",
                                                "a: b",
                                                "met # hek",
                                                "null",
                                                "",
                                                "[haak]",
                                                "aanhaling \"hier\"",
                                                "de foto's",
                                                "-streep",
                                                "eerste\ntweede\n",
                                                "slash \\",
                                                " spatie ",
                                                "x, y",
                                                "twee\n\nalinea's",
                                                "“krul”",
                                                "~"};
    return words[below(words.size())];
  }

  YamlNode value(int depth) {
    const std::size_t kind = depth > 3 ? below(2) : below(6);
    if (kind == 0 && below(3) == 0) return {};
    if (kind < 3) return yaml_text(word());
    if (kind < 5) {
      YamlNode map = yaml_map();
      for (std::size_t count = below(4); count > 0; --count) set_value(map, key(), value(depth + 1));
      return map;
    }
    YamlNode list = yaml_list();
    for (std::size_t count = below(4); count > 0; --count) list.elements.push_back(value(depth + 1));
    return list;
  }

  YamlNode document() {
    YamlNode map = yaml_map();
    for (std::size_t count = below(7); count > 0; --count) set_value(map, key(), value(1));
    return map;
  }

  /// `map` with comments, blank lines and other quotes in the ways that people write.
  std::string written(const YamlNode& map) {
    line_break_ = below(4) == 0 ? "\r\n" : "\n";
    std::string text = below(8) == 0 ? "\xEF\xBB\xBF" : "";
    if (below(3) == 0) text += "# bovenaan" + line_break_;
    text += lines(map, 0);
    if (below(3) == 0) text += "# onderaan" + line_break_;
    if (below(4) == 0 && text.ends_with(line_break_) && !ends_in_block_) text.resize(text.size() - line_break_.size());
    return text;
  }

  void change(YamlNode& tree) {
    std::vector<YamlNode*> all;
    collect(tree, all);
    YamlNode& node = *all[below(all.size())];
    const std::size_t kind = below(4);
    if (node.kind == YamlNode::Kind::map && (&node == &tree || kind > 0)) {
      if (kind == 1 || node.entries.empty()) {
        node.entries.insert(node.entries.begin() + static_cast<std::ptrdiff_t>(below(node.entries.size() + 1)),
                            {"nieuw" + std::to_string(below(1000)), {}, value(2)});
      } else if (kind == 2) {
        node.entries.erase(node.entries.begin() + static_cast<std::ptrdiff_t>(below(node.entries.size())));
      }
    } else if (node.kind == YamlNode::Kind::sequence && kind > 0) {
      const auto place = static_cast<std::ptrdiff_t>(below(node.elements.size() + 1));
      if (kind == 1 || node.elements.empty()) {
        node.elements.insert(node.elements.begin() + place, value(2));
      } else {
        node.elements.erase(node.elements.begin() + place - (place > 0 ? 1 : 0));
      }
    } else {
      node = value(3);
    }
  }

 private:
  std::string key() { return "sleutel" + std::to_string(below(12)); }
  std::string comment() { return below(5) == 0 ? "  # noot " + std::to_string(below(100)) : ""; }

  std::string in_brackets(const YamlNode& node) {
    std::string text;
    const std::string comma = below(2) == 0 ? ", " : ",  ";
    if (node.kind == YamlNode::Kind::null) return below(2) == 0 ? "~" : "null";
    if (node.kind == YamlNode::Kind::scalar) return scalar(node.text);
    if (node.kind == YamlNode::Kind::sequence) {
      for (const YamlNode& element : node.elements) text += (text.empty() ? "" : comma) + in_brackets(element);
      return "[" + text + "]";
    }
    for (const YamlNode::Entry& entry : node.entries)
      text += (text.empty() ? "" : comma) + entry.key + ": " + in_brackets(entry.value);
    return below(2) == 0 ? "{" + text + "}" : "{ " + text + " }";
  }

  std::string scalar(const std::string& text) {
    const bool is_single = text.find_first_of("\n\\") == std::string::npos && below(3) == 0;
    if (is_single) {
      std::string quoted = "'";
      for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
      return quoted + "'";
    }
    return yaml_scalar(text);
  }

  std::string lines(const YamlNode& node, std::size_t column) {
    std::string text;
    const std::string indent(column, ' ');
    const bool is_map = node.kind == YamlNode::Kind::map;
    const std::size_t count = is_map ? node.entries.size() : node.elements.size();
    for (std::size_t index = 0; index < count; ++index) {
      if (below(6) == 0) text += indent + "# noot" + line_break_;
      if (below(8) == 0) text += line_break_;
      const YamlNode& value = is_map ? node.entries[index].value : node.elements[index];
      text += indent + (is_map ? node.entries[index].key + ":" : "-") + after(value, column, !is_map);
    }
    return text;
  }

  std::string after(const YamlNode& value, std::size_t column, bool is_dash) {
    ends_in_block_ = false;
    const bool is_empty = value.elements.empty() && value.entries.empty();
    if (value.kind == YamlNode::Kind::null) return comment() + line_break_;
    if (value.kind == YamlNode::Kind::scalar) {
      const bool is_block = value.text == "eerste\ntweede\n" && below(2) == 0;
      if (is_block) {
        const std::string indent(column + 1 + below(3), ' ');
        ends_in_block_ = true;
        return " |" + line_break_ + indent + "eerste" + line_break_ + indent + "tweede" + line_break_;
      }
      if (value.text == "een zin met woorden" && below(2) == 0)
        return " een zin" + line_break_ + std::string(column + 2, ' ') + "met woorden" + comment() + line_break_;
      return " " + scalar(value.text) + comment() + line_break_;
    }
    if (is_empty || below(3) == 0) return " " + in_brackets(value) + comment() + line_break_;
    if (is_dash && value.kind == YamlNode::Kind::map && below(2) == 0) {
      std::string inner = lines(value, column + 2);
      if (inner.substr(column + 2, 1) != "#" && inner.starts_with(std::string(column + 2, ' ')))
        return " " + inner.substr(column + 2);
      return line_break_ + inner;
    }
    const bool is_same_column = !is_dash && value.kind == YamlNode::Kind::sequence && column > 0 && below(3) == 0;
    return comment() + line_break_ + lines(value, is_same_column ? column : column + 2);
  }

  std::mt19937 random_;
  std::string line_break_ = "\n";
  bool ends_in_block_ = false;
};

std::vector<std::filesystem::path> files_of_the_repository() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path root = WEGWIJS_SOURCE;
  for (const char* folder : {"schoolprofiles", "content", "themes", "tests/sites"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (entry.is_regular_file() && (extension == ".yaml" || extension == ".md")) files.push_back(entry.path());
    }
  }
  files.push_back(root / "site.yaml");
  std::sort(files.begin(), files.end());
  return files;
}

/// The YAML of a file: all of it, or its front matter.
struct Region {
  YamlNode tree;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Region> region_of(const std::string& bytes, bool is_markdown) {
  Diagnostics diagnostics;
  if (!is_markdown) {
    std::optional<YamlNode> tree = read_yaml(bytes, no_file, 0, diagnostics);
    return tree && !diagnostics.has_errors() ? std::optional(Region{std::move(*tree), 0, bytes.size()}) : std::nullopt;
  }
  std::optional<FrontMatter> header = read_front_matter(bytes, no_file, diagnostics);
  if (!header || diagnostics.has_errors()) return std::nullopt;
  return Region{std::move(header->values), header->yaml.begin, header->yaml.end};
}

}  // namespace

TEST_CASE("a changed text keeps its quotes, and every other byte stays", "[source][writer]") {
  CHECK(edited("# boven\na: 'x'  # noot\nb: \"y\"\nc: z # nog een\n", "a", "'de foto''s'") ==
        "# boven\na: 'de foto''s'  # noot\nb: \"y\"\nc: z # nog een\n");
  CHECK(edited("a: 'x'\nb: \"y\"  # noot\n", "b", "'zegt \"ja\"'") == "a: 'x'\nb: \"zegt \\\"ja\\\"\"  # noot\n");
  CHECK(edited("a: x # noot\n", "a", "'y: z'") == "a: \"y: z\" # noot\n");
  CHECK(edited("a: x\r\nb: y\r\n", "b", "twee woorden") == "a: x\r\nb: twee woorden\r\n");
}

TEST_CASE("a new key comes after the key before it, in the form of the file", "[source][writer]") {
  YamlNode tree = read("a: 1 # noot\n# over c\nc: 3\n");
  tree.entries.insert(tree.entries.begin() + 1, {"b", {}, yaml_text("2")});
  CHECK(edited("a: 1 # noot\n# over c\nc: 3\n", tree) == "a: 1 # noot\nb: 2\n# over c\nc: 3\n");
  CHECK(edited("a: {x: 1}", "a", "{x: 1, y: [p, q]}") == "a: {x: 1, y: [p, q]}");
}

TEST_CASE("a claim goes to the list of its row, and other claims keep their comments", "[source][writer]") {
  const std::string before = "lift:\n  - status: ja # gezien\n    bron: gids\n\nzaal:\n  - status: nee\n";
  CHECK(
      edited(before, "lift",
             "[{status: ja, bron: gids}, {status: deels, toelichting: Na de pauze, voor: {niveaus: "
             "[havo]}}]") ==
      "lift:\n  - status: ja # gezien\n    bron: gids\n  - status: deels\n    toelichting: \"Na de pauze\"\n    voor: "
      "{niveaus: [havo]}\n\nzaal:\n  - status: nee\n");
  CHECK(edited("lift: ja # kort\n", "lift", "[{status: nee}]") == "lift: [{status: nee}] # kort\n");
}

TEST_CASE("what is removed takes its lines with it and nothing else", "[source][writer]") {
  CHECK(without("a: 1\nb:\n  - x\n  - y\n# over c\nc: 3\n", "b") == "a: 1\n# over c\nc: 3\n");
  CHECK(without("a: 1\nb: 2\n", "a") == "b: 2\n");
  CHECK(without("a: 1\nb: |\n  een\n\n  twee\nc: 3", "b") == "a: 1\nc: 3");
  CHECK(edited("a: [1, 2, 3] # drie\n", "a", "[1, 3]") == "a: [1, 3] # drie\n");
}

TEST_CASE("a random file with random changes reads back as wanted, and undone it is the same bytes",
          "[source][writer]") {
  constexpr unsigned files = 4000;
  unsigned refused = 0;
  for (unsigned seed = 1; seed <= files; ++seed) {
    RandomYaml random(seed);
    const std::string bytes = random.written(random.document());
    CAPTURE(seed, bytes);
    Diagnostics diagnostics;
    std::optional<YamlNode> before = read_yaml(bytes, no_file, 0, diagnostics);
    REQUIRE(before);
    YamlNode wanted = *before;
    for (std::size_t changes = 1 + random.below(4); changes > 0; --changes) random.change(wanted);
    const auto edits = yaml_edits(bytes, 0, bytes.size(), *before, wanted);
    if (!edits) {
      ++refused;
      continue;
    }
    const std::string result = with_edits(bytes, *edits);
    CAPTURE(result);
    std::optional<YamlNode> after = read_yaml(result, no_file, 0, diagnostics);
    REQUIRE(after);
    CHECK(is_same_value(*after, wanted));
    CHECK(with_edits(result, undo_of(bytes, *edits)) == bytes);
  }
  CHECK(refused == 0);
}

TEST_CASE("in every file of the repository one changed value changes the bytes of that value alone",
          "[source][writer][content]") {
  std::size_t tried = 0;
  for (const std::filesystem::path& path : files_of_the_repository()) {
    std::ostringstream stream;
    stream << std::ifstream(path, std::ios::binary).rdbuf();
    const std::string bytes = stream.str();
    const std::optional<Region> region = region_of(bytes, path.extension() == ".md");
    if (!region) continue;
    CAPTURE(path);
    RandomYaml random(static_cast<unsigned>(bytes.size()));
    for (int round = 0; round < 3; ++round) {
      YamlNode wanted = region->tree;
      std::vector<YamlNode*> all;
      collect(wanted, all);
      YamlNode* chosen = all[random.below(all.size())];
      if (chosen->kind != YamlNode::Kind::scalar) continue;
      const SourceSpan where = chosen->where;
      chosen->text += "x";
      const auto edits = yaml_edits(bytes, region->begin, region->end, region->tree, wanted);
      REQUIRE(edits);
      REQUIRE(edits->size() == 1);
      CHECK(edits->front().begin == where.begin);
      const std::string result = with_edits(bytes, *edits);
      CHECK(with_edits(result, undo_of(bytes, *edits)) == bytes);
      ++tried;
    }
    for (int round = 0; round < 2; ++round) {
      YamlNode wanted = region->tree;
      random.change(wanted);
      const auto edits = yaml_edits(bytes, region->begin, region->end, region->tree, wanted);
      REQUIRE(edits);
      CHECK(with_edits(with_edits(bytes, *edits), undo_of(bytes, *edits)) == bytes);
    }
  }
  CHECK(tried > 0);
}
