// The quick reader of plain YAML beside the YAML library: the same tree, or none.
#include "source/yaml_plain.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "files/disk.h"
#include "fuzz/entries.h"

namespace wegwijs {
namespace {

bool is_plain(std::string_view bytes) {
  // Whatever is plain is also held to what the library makes of it.
  CHECK_NOTHROW(read_any_yaml(bytes));
  return read_plain_yaml(bytes, FileId{0}, 0).has_value();
}

/// The YAML of every file of the project: whole files, and what stands before the text of a page.
std::vector<std::string> all_yaml() {
  std::vector<std::string> all;
  for (const char* folder : {"content", "schoolprofiles", "themes", "tests/sites"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(WEGWIJS_SOURCE) / folder)) {
      const std::string extension = entry.path().extension().string();
      if (!entry.is_regular_file() || (extension != ".yaml" && extension != ".md")) continue;
      std::string bytes = read_file(entry.path());
      if (extension == ".md") {
        if (!bytes.starts_with("---\n")) continue;
        bytes = bytes.substr(4, bytes.find("\n---", 4) - 3);
      }
      all.push_back(std::move(bytes));
    }
  }
  for (const char* file : {"site.yaml", "zoekwoorden.yaml"})
    all.push_back(read_file(std::filesystem::path(WEGWIJS_SOURCE) / file));
  return all;
}

/// A map of `keys` keys, "woord0: 0" and on.
std::string many_keys(int keys) {
  std::string yaml;
  for (int key = 0; key < keys; ++key) yaml += "woord" + std::to_string(key) + ": " + std::to_string(key) + "\n";
  return yaml;
}

}  // namespace

TEST_CASE("what editors write every day is plain", "[source]") {
  CHECK(is_plain("naam: De Brug\n"));
  CHECK(is_plain("naam: De Brug"));
  CHECK(is_plain("# eerst dit\n\nnaam: \"De Brug: locatie Oost\"   \nleeg:\nplaats: 'Diemen'\n"));
  CHECK(is_plain("niveaus: [vmbo-t, havo, \"v, w\", 'o']\nsoort: []\nkaart: {a: 1, b: [x, y], c: \"d\"}\n"));
  CHECK(is_plain("lijst:\n- een\n- twee\nna: x\n"));
  CHECK(is_plain("lijst:\n  - naam: een\n    soort: a\n  # tussendoor\n  - naam: twee\n    sub:\n      diep: ja\n"));
  CHECK(is_plain("bron:\n  url: https://voorbeeld.example/a?b=c#d\n  datum: 2026-11-28\n  tijd: 19:30\n"));
  CHECK(
      is_plain("a: |\n  b\n\n  - c: d # geen opmerking\n    verder\nlijst:\n  - x: |-\n      y\n\n    z: w\nlaatst: "
               "|\n  e\n\n\n"));
  CHECK(is_plain("a: >-\n  b\n  c\n\nna: >\n  d # geen opmerking\n"));
  CHECK(is_plain("/a-z/: /zoeken/\né: b\n"));
  CHECK(is_plain("Indische Buurt: oost\nçocuk: x\nlabel: {nl: Pagina's, en: Pages}\n"));
  CHECK(is_plain("zin: één woord, 3% van (alles) en foto's & \"zo\"\n"));
}

TEST_CASE("what could be a mistake, or something else, is left to the library", "[source]") {
  for (const char* bytes : {"",
                            "# niets\n",
                            "- een\n- twee\n",
                            "tekst\n",
                            "a: b: c\n",
                            "a: b #c\n",
                            "a: #b\n",
                            "a: b\n  c\n",
                            "a: 'b''c'\n",
                            "a: \"b\\n\"\n",
                            "a: \"b\n  c\"\n",
                            "a: 's ochtends\n",
                            "a: |\n",
                            "a: |\n\n  b\n",
                            "a: |\n  b",
                            "a: |\n  b\n   \n  c\n",
                            "a: |\n    b\n  c\n",
                            "a: |\n  b\n# opmerking\nc: d\n",
                            "a: |2\n  b\n",
                            "a: |+\n  b\n",
                            "a: | # zo\n  b\n",
                            "a: |\nb: c\n",
                            "a: |\n \tb\n",
                            "a: >-\n  b\n\n  c\n",
                            "a: >-\n  b\n    c\n",
                            "a: >-\n  b \n  c\n",
                            "a: >+\n  b\n",
                            "‘a’: b\n",
                            "a : b\n",
                            "a: &b c\n",
                            "a: *b\n",
                            "a: !b c\n",
                            "a: [b\n",
                            "a: [b,]\n",
                            "a: {b}\n",
                            "a: {b: }\n",
                            "a: [b: c]\n",
                            "a: b\na: c\n",
                            "a: {b: c, b: d}\n",
                            "<<: b\n",
                            "a: ~\n",
                            "a: null\n",
                            "null: a\n",
                            "a:b\n",
                            "a : b\n",
                            "\"a\": b\n",
                            "? a\n",
                            "---\na: b\n",
                            "a: b\n---\nc: d\n",
                            "a: b\n...\n",
                            "a:\n  b: c\n d: e\n",
                            "a:\n  - b\n c: d\n",
                            "a:\n - b\n  - c\n",
                            "a: \xE2\x80\x9C"
                            "b\xE2\x80\x9D\n",
                            "a:\xC2\xA0"
                            "b\n",
                            "a: b\r\n",
                            "a: b\tc\n",
                            "a: -b\n",
                            "a: ?b\n",
                            "a: @b\n",
                            "a: `b`\n",
                            "a: %b\n",
                            "a: b:\n",
                            "a:\n  -\n",
                            "a:\n  - - b\n",
                            "a: \"b\" c\n",
                            "a: [b] c\n",
                            "a: [b # c]\n"}) {
    INFO(bytes);
    CHECK_FALSE(is_plain(bytes));
  }
}

TEST_CASE("a map of thousands of keys is plain, and not with one of them twice", "[source]") {
  CHECK(is_plain(many_keys(3000)));
  for (const int keys : {2, 31, 32, 33, 3000}) {
    INFO(keys);
    CHECK_FALSE(is_plain(many_keys(keys) + "woord0: weer\n"));
    CHECK_FALSE(is_plain(many_keys(keys) + "woord" + std::to_string(keys - 1) + ": weer\n"));
    CHECK(is_plain("eerst:\n  woord0: 1\n" + many_keys(keys)));
  }
}

TEST_CASE("limits are the library's to report", "[source]") {
  std::string deep;
  for (int depth = 0; depth < yaml_depth_limit + 1; ++depth) deep += std::string(2 * depth, ' ') + "a:\n";
  CHECK_FALSE(is_plain(deep + std::string(2 * (yaml_depth_limit + 1), ' ') + "a: b\n"));
  CHECK_FALSE(is_plain(std::string(1100, 'a') + ": b\n"));
  CHECK_FALSE(is_plain("a: " + std::string(yaml_scalar_limit + 1, 'x') + "\n"));
  CHECK_FALSE(is_plain("a: " + std::string(40, '[') + std::string(40, ']') + "\n"));
}

TEST_CASE("every file of the project is the same to both readers, and most are plain", "[source]") {
  const std::vector<std::string> all = all_yaml();
  REQUIRE(all.size() > 50);
  std::size_t plain = 0;
  for (const std::string& bytes : all) plain += is_plain(bytes) ? 1 : 0;
  INFO(plain << " of " << all.size());
  CHECK(plain * 10 > all.size() * 7);
}

TEST_CASE("files of the project with a few changed characters are the same to both readers, or not plain", "[source]") {
  const std::vector<std::string> all = all_yaml();
  std::mt19937 random(20261129);
  const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
  const std::string_view signs = "\n\n  -:#[]{},'\"&*!|>%@`?~aZ0\t\\.";
  for (int round = 0; round < 1500; ++round) {
    std::string bytes = all[below(all.size())];
    // A piece of it, so that one change counts.
    const std::size_t begin = bytes.find('\n', below(bytes.size() + 1));
    if (begin != std::string::npos && below(2) == 0) bytes = bytes.substr(begin + 1);
    bytes.resize(std::min<std::size_t>(bytes.size(), 600));
    for (std::size_t changes = below(3) + 1; changes > 0 && !bytes.empty(); --changes) {
      const std::size_t place = below(bytes.size());
      const char sign = signs[below(signs.size())];
      if (const std::size_t kind = below(3); kind == 0) {
        bytes[place] = sign;
      } else if (kind == 1) {
        bytes.insert(place, 1, sign);
      } else {
        bytes.erase(place, 1 + below(3));
      }
    }
    INFO(bytes);
    REQUIRE_NOTHROW(read_any_yaml(bytes));
  }
}

}  // namespace wegwijs
