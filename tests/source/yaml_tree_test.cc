#include "source/yaml_tree.h"

#include <catch2/catch.hpp>

#include "file_under_test.h"

namespace wegwijs {
namespace {

std::string text_of(const YamlNode& node);

std::string joined(const std::vector<std::string>& parts) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ", ") + part;
  return result;
}

/// A tree in the words of a test: `{a: b, c: "in quotes", d: [~, e]}`; `~` is an empty value.
std::string text_of(const YamlNode& node) {
  std::vector<std::string> parts;
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "~";
    case YamlNode::Kind::scalar:
      return node.quoted ? "\"" + node.text + "\"" : node.text;
    case YamlNode::Kind::sequence:
      for (const YamlNode& element : node.elements) parts.push_back(text_of(element));
      return "[" + joined(parts) + "]";
    case YamlNode::Kind::map:
      for (const YamlNode::Entry& entry : node.entries) parts.push_back(entry.key + ": " + text_of(entry.value));
      return "{" + joined(parts) + "}";
  }
  return "";
}

/// What `bytes` mean; fails the test when anything is reported.
std::string meaning_of(const std::string& bytes) {
  FileUnderTest file(bytes);
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(file.report() == "");
  return node ? text_of(*node) : "nothing";
}

/// Where the value of `key` at the top of `bytes` stands.
std::string place_of(const std::string& bytes, std::string_view key) {
  FileUnderTest file(bytes);
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  REQUIRE(node);
  REQUIRE(node->find(key) != nullptr);
  return file.place(node->find(key)->where);
}

TEST_CASE("scalars stay the text that was typed, whatever they look like", "[source]") {
  CHECK(meaning_of("a: no\nb: 09QA00\nc: 1e5\nd: 7.30\ne: 2026-08-01\nf: true\n0x1: +31\n") ==
        "{a: no, b: 09QA00, c: 1e5, d: 7.30, e: 2026-08-01, f: true, 0x1: +31}");
}

TEST_CASE("maps and lists read the same in block and in flow form", "[source]") {
  const std::string expected = "{a: {b: 1, c: [2, 3]}, d: [{e: 4}]}";
  CHECK(meaning_of("a:\n  b: 1\n  c:\n    - 2\n    - 3\nd:\n  - e: 4\n") == expected);
  CHECK(meaning_of("{a: {b: 1, c: [2, 3]}, d: [{e: 4}]}") == expected);
  CHECK(meaning_of("a: {b: 1,\n  c: [2,\n  3]}\nd:\n- {e: 4}") == expected);
}

TEST_CASE("quotes and blocks are told apart from plain words", "[source]") {
  CHECK(meaning_of("a: 'it''s'\nb: \"x\\ty\\u00e9\"\nc: |\n  een\n   twee\nd: >-\n  een\n  twee\ne: x # y\n") ==
        "{a: \"it's\", b: \"x\ty\u00e9\", c: \"een\n twee\n\", d: \"een twee\", e: x}");
  CHECK(meaning_of("a: een\n  twee\nb: \"een\n  twee\"\n") == "{a: een twee, b: \"een twee\"}");
}

TEST_CASE("an empty value, ~ and null are no value; in quotes they are text", "[source]") {
  CHECK(meaning_of("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: [1, , ~]\ng:\n  -\n  - 2\nh: {i: , j}\n") ==
        "{a: ~, b: ~, c: ~, d: \"\", e: \"null\", f: [1, ~, ~], g: [~, 2], h: {i: ~, j: ~}}");
}

TEST_CASE("a file without content is a map without entries, at its beginning", "[source]") {
  for (const char* bytes : {"", "\n\n", "# alleen uitleg\n", "---\n", "# uitleg\n---\n", "\xEF\xBB\xBF"}) {
    INFO(bytes);
    CHECK(meaning_of(bytes) == "{}");
  }
  FileUnderTest file("\xEF\xBB\xBF# leeg\n");
  CHECK(read_yaml(file.bytes(), file.id(), 0, file.diagnostics)->where == SourceSpan{file.id(), 3, 3});
}

TEST_CASE("one document may begin with '---' and end with '...'", "[source]") {
  CHECK(meaning_of("---\na: 1\n...\n") == "{a: 1}");
}

TEST_CASE("a byte order mark and CRLF line ends change nothing in what is read", "[source]") {
  CHECK(meaning_of("\xEF\xBB\xBF"
                   "a: één\r\nb:\r\n  - twee\r\nc: |\r\n  drie\r\n") ==
        meaning_of("a: één\nb:\n  - twee\nc: |\n  drie\n"));
}

TEST_CASE("the place of a value is the value as written, quotes included", "[source]") {
  const std::string bytes = "één: \"dé \\\"brug\\\"\" # é\ntwee: 'it''s'\ndrie: plat woord # uitleg\nvier: [x]\n";
  CHECK(place_of(bytes, "één") == "1:6 '\"dé \\\"brug\\\"\"'");
  CHECK(place_of(bytes, "twee") == "2:7 ''it''s''");
  CHECK(place_of(bytes, "drie") == "3:7 'plat woord'");
}

TEST_CASE("accents, CRLF and a byte order mark before it do not shift a place", "[source]") {
  CHECK(place_of("één: ü\nlift: ja\n", "lift") == "2:7 'ja'");
  CHECK(place_of("één: ü\r\nlift: ja\r\n", "lift") == "2:7 'ja'");
  CHECK(place_of("\xEF\xBB\xBFlift: ja\n", "lift") == "1:7 'ja'");
  CHECK(place_of("\xEF\xBB\xBFéén: ü\r\n\r\nlift: ja\r\n", "lift") == "3:7 'ja'");
}

TEST_CASE("the place of an empty value, a map and a list is their key", "[source]") {
  const std::string bytes = "leeg:\nnul: ~\nkaart:\n  a: 1\nlijst:\n  - 1\nplat: {a: 1}\n";
  CHECK(place_of(bytes, "leeg") == "1:1 'leeg'");
  CHECK(place_of(bytes, "nul") == "2:1 'nul'");
  CHECK(place_of(bytes, "kaart") == "3:1 'kaart'");
  CHECK(place_of(bytes, "lijst") == "5:1 'lijst'");
  CHECK(place_of(bytes, "plat") == "7:1 'plat'");
}

TEST_CASE("a text over several lines stands on its first line; in quotes it is marked whole", "[source]") {
  CHECK(place_of("a: een\n  twee\n", "a") == "1:4 'een'");
  CHECK(place_of("a: |\r\n  een\r\n  twee\r\n", "a") == "1:4 '|'");
  CHECK(place_of("a: >-\n  één\n", "a") == "1:4 '>-'");
  CHECK(place_of("a: \"een\n  twee\" # x\n", "a") == "1:4 '\"een\n  twee\"'");
}

TEST_CASE("what follows a block keeps its right place", "[source]") {
  CHECK(place_of("a: |\n  één: \"\n\n  'twee\n\nb: ja\n", "b") == "6:4 'ja'");
}

TEST_CASE("places of elements and keys are their own, of an empty element its dash", "[source]") {
  FileUnderTest file("é: [ü, 'x', {k: v}]\nl:\n  - één\n  -\n  - a: 1\n");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  REQUIRE(node);
  const YamlNode& flow = *node->find("é");
  CHECK(file.place(flow.elements[0].where) == "1:5 'ü'");
  CHECK(file.place(flow.elements[1].where) == "1:8 ''x''");
  CHECK(file.place(flow.elements[2].entries[0].key_where) == "1:14 'k'");
  CHECK(file.place(flow.elements[2].entries[0].value.where) == "1:17 'v'");
  const YamlNode& list = *node->find("l");
  CHECK(file.place(list.elements[0].where) == "3:5 'één'");
  CHECK(file.place(list.elements[1].where) == "4:3 '-'");
  CHECK(file.place(list.elements[2].where) == "5:5 'a'");
  CHECK(file.place(node->entries[1].key_where) == "2:1 'l'");
}

TEST_CASE("YAML that does not begin its file has places in the file", "[source]") {
  FileUnderTest file("---\ntitel: x\n---\n");
  const std::optional<YamlNode> node = read_yaml(file.bytes().substr(4, 9), file.id(), 4, file.diagnostics);
  REQUIRE(node);
  CHECK(file.place(node->find("titel")->where) == "2:8 'x'");
}

TEST_CASE("a key that is not there, or not in a map, finds nothing", "[source]") {
  FileUnderTest file("a: [b]\n");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  REQUIRE(node);
  CHECK(node->find("b") == nullptr);
  CHECK(node->find("a")->find("b") == nullptr);
}

}  // namespace
}  // namespace wegwijs
