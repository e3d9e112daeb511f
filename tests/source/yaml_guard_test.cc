#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "file_under_test.h"
#include "source/yaml_tree.h"
#include "under_sanitizer.h"

namespace wegwijs {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t count = 0; count < times; ++count) text += piece;
  return text;
}

/// What is reported about `bytes`, with "-> nothing" behind it when there is no result.
std::string report_on(const std::string& bytes) {
  FileUnderTest file(bytes, "a.yaml");
  const bool has_result = read_yaml(file.bytes(), file.id(), 0, file.diagnostics).has_value();
  return file.report() + (has_result ? "" : "-> nothing");
}

TEST_CASE("YAML may be 256 KB and no more", "[source][guards]") {
  const std::string comment = "# " + std::string(61, 'a') + "\n";
  CHECK(report_on(repeated(comment, 4096)) == "");
  CHECK(report_on(repeated(comment, 4096) + "\n") ==
        "a.yaml:1:1: fout: Dit is 257 KB YAML; meer dan 256 KB kan niet. [yaml-te-groot] Haal weg wat hier niet hoort, "
        "of verdeel het over meer bestanden.\n-> nothing");
}

TEST_CASE("YAML may hold 50,000 values and no more", "[source][guards]") {
  // The map, the key, the list and each element count.
  CHECK(report_on("a: [" + repeated("a,", 49'997) + "]\n") == "");
  CHECK(report_on("a: [" + repeated("a,", 49'998) + "]\n") ==
        "a.yaml:1:99999: fout: Tot hier staan er meer dan 50000 waarden in dit bestand. [yaml-te-veel-waarden] Verdeel "
        "het over meer bestanden.\n-> nothing");
  CHECK(report_on(repeated("-\n", 50'000)).find("[yaml-te-veel-waarden]") != std::string::npos);
  CHECK(report_on(repeated("- []\n", 50'000)).find("[yaml-te-veel-waarden]") != std::string::npos);
}

TEST_CASE("a text in YAML may be 16 KB and no more", "[source][guards]") {
  const std::string help =
      " [yaml-tekst-te-lang] Maak hem korter. Is hij korter bedoeld? Kijk dan of het aanhalingsteken op de goede "
      "plaats "
      "gesloten wordt.\n-> nothing";
  CHECK(report_on("a: " + std::string(16 * 1024, 'b') + "\n") == "");
  CHECK(report_on("a: " + std::string(16 * 1024 + 1, 'b') + "\n") ==
        "a.yaml:1:4: fout: Deze tekst is langer dan 16 KB." + help);
  CHECK(report_on("a: 'b\n" + repeated("c: d\n", 4000) + "e: 'f'\n").find("yaml-") != std::string::npos);
  CHECK(report_on("a: |\n" + repeated("  tekst\n", 4000)) ==
        "a.yaml:1:4: fout: Deze tekst is langer dan 16 KB." + help);
  CHECK(report_on("? " + std::string(16 * 1024 + 1, 'b') + "\n: c\n") ==
        "a.yaml:1:3: fout: Deze tekst is langer dan 16 KB." + help);
}

TEST_CASE("of thousands of repeated keys two hundred are told", "[source][guards]") {
  std::string keys;
  for (int number = 0; number < 1000; ++number) keys += "k" + std::to_string(number) + ": 1\n";
  FileUnderTest file(keys + keys, "a.yaml");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  CHECK(file.diagnostics.count(Severity::error) == 200);
  REQUIRE(node);
  CHECK(node->entries.size() == 1000);
}

// Under a sanitizer everything is slower and larger; these bounds still tell a square from a line.
constexpr long allowed_seconds = is_under_sanitizer ? 10 : 1;
constexpr long allowed_megabytes = is_under_sanitizer ? 2048 : 256;

/// Reads `bytes` in a process of its own, so that time and memory are those of this document alone.
void check_cost(const std::string& name, const std::string& bytes) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit processor_time{30, 30};
    setrlimit(RLIMIT_CPU, &processor_time);
    Diagnostics diagnostics;
    read_yaml(bytes, FileId{0}, 0, diagnostics);
    _exit(0);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  INFO(name << ": " << usage.ru_utime.tv_sec << "." << usage.ru_utime.tv_usec << " s, " << usage.ru_maxrss << " KB");
  CHECK(WIFEXITED(status));
  CHECK(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec < allowed_seconds);
  CHECK(usage.ru_maxrss / 1024 < allowed_megabytes);
}

TEST_CASE("256 KB of YAML cost at most a second, whatever they hold", "[source][guards]") {
  for (const std::string piece :
       {"[",     "{",  "{a: ",  "[a,",         "{},",   "[? ",  "[- ",          "{:",         "- ",          "? ",
        "a: ",   ": ", "- a\n", "-\n",         "? a\n", ":\n",  "a: 1\n",       "\n",         " a\n",        "# a\n",
        "a b ",  "\"", "\\\"",  "'",           "*a ",   "&a ",  "!a ",          "%TAG ! a\n", "%YAML 1.2\n", "---\n",
        "...\n", " ",  "\r",    "- - - - a\n", "!!",    "&a [", "\"\\u0041\" ", "|\n",        ">\n "}) {
    check_cost(piece, repeated(piece, yaml_size_limit / piece.size()));
    check_cost("a: " + piece, "a: " + repeated(piece, yaml_size_limit / piece.size() - 4));
  }
}

TEST_CASE("stairs, long lists of keys and open quotes cost at most a second", "[source][guards]") {
  std::string stairs;
  std::string keys;
  for (std::size_t depth = 0; stairs.size() + depth < yaml_size_limit - 8; ++depth) {
    stairs += std::string(depth, ' ') + "a:\n";
  }
  for (std::size_t number = 0; keys.size() < yaml_size_limit / 2 - 16; ++number) keys += std::to_string(number) + ":\n";
  check_cost("stairs", stairs);
  check_cost("keys", keys);
  check_cost("keys twice", keys + keys);
  check_cost("open quote", "a: \"b\n" + repeated("c: d\n", 50'000));
  check_cost("folded", "a: >\n" + repeated("  b\n\n", 50'000));
  check_cost("over lines", "a: b\n" + repeated("  c\n", 60'000));
}

}  // namespace
}  // namespace wegwijs
