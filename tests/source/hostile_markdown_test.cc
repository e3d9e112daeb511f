#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "file_under_test.h"
#include "source/markdown.h"
#include "source/markdown_guard.h"
#include "under_sanitizer.h"

namespace wegwijs {
namespace {

// Under a sanitizer everything is slower and larger; these bounds still tell a square from a line.
constexpr double allowed_seconds = is_under_sanitizer ? 10 : 1;
constexpr long allowed_megabytes = is_under_sanitizer ? 2048 : 256;

constexpr std::size_t paragraph_size = 16'000;

/// A piece that is repeated; `closing` is repeated as often behind all of them.
struct Hostile {
  std::string piece;
  std::string closing = "";
};

/// As many times `piece` as fit, with a line break wherever a line would be longer than `width`.
std::string paragraph_of(const Hostile& hostile, std::size_t size, std::size_t width, std::size_t most) {
  const std::size_t times = std::min(most, size / (hostile.piece.size() + hostile.closing.size()));
  std::string text;
  std::size_t line_begin = 0;
  for (const std::string& piece : {hostile.piece, hostile.closing}) {
    for (std::size_t count = 0; count < times; ++count) {
      if (text.size() + piece.size() - line_begin > width) {
        text += '\n';
        line_begin = text.size();
      }
      text += piece;
      if (piece.ends_with('\n')) line_begin = text.size();
    }
  }
  return text;
}

std::string text_of(const std::string& paragraph) {
  std::string text;
  while (text.size() + paragraph.size() + 2 <= markdown_limit::text) text += paragraph + "\n\n";
  return text;
}

struct Cost {
  bool ended = false;  ///< false: crashed, or was stopped after too much time
  bool refused = false;
  double seconds = 0;
  long megabytes = 0;
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Reads `text` in a process of its own: processor time does not count what else the machine does, the peak of memory
/// is that of this text alone, and an endless parse ends.
Cost cost_of(const std::string& text) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit processor_time{30, 30};
    setrlimit(RLIMIT_CPU, &processor_time);
    Diagnostics diagnostics;
    read_markdown(text, FileId{0}, 0, diagnostics);
    _exit(diagnostics.has_errors() ? 1 : 0);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  Cost cost;
  cost.ended = WIFEXITED(status) && WEXITSTATUS(status) <= 1;
  cost.refused = cost.ended && WEXITSTATUS(status) == 1;
  cost.seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  cost.megabytes = usage.ru_maxrss / 1024;
  return cost;
}

/// By the guard; what it accepts is parsed, also when the HTML turns out to be too large.
enum class Expected : std::uint8_t { accepted, refused, either };

void check_cost(const std::string& name, const std::string& text, Expected expected = Expected::either) {
  const Cost cost = cost_of(text);
  INFO(name << ": " << text.size() << " bytes, " << cost.seconds << " s, " << cost.megabytes << " MB"
            << (cost.refused ? ", refused" : ""));
  CHECK(cost.ended);
  CHECK(cost.seconds < allowed_seconds);
  CHECK(cost.megabytes < allowed_megabytes);
  if (expected == Expected::either) return;
  Diagnostics diagnostics;
  CHECK(check_markdown_limits(text, FileId{0}, 0, diagnostics) == (expected == Expected::accepted));
}

const std::vector<Hostile> brackets{
    {"["},      {"[", "]"},     {"![", "]"}, {"![", "]()"}, {"![", "[a](b)"},     {"![[]()"},        {"[a]("},
    {"[a](<b"}, {"[a](b \"c "}, {"[^a]"},    {"[^a", "]"},  {"[a](b \"c 'd (e "}, {"[[^[]a][a](b)"}, {"[", "](a)"},
    {"[a][b"}};
const std::vector<Hostile> angles{{"<"},         {"<?"},        {"<!A "},    {"<!--"},
                                  {"<![CDATA["}, {"<!a <? "},   {"<a b=\""}, {"<a b='\" c=\"' "},
                                  {"</a "},      {"<http://a"}, {"<a@b"},    {"<a x "}};
const std::vector<Hostile> emphasis{{"*a "},       {"**a "},        {"a**b c* "},        {"a_ "},
                                    {"*a_ "},      {"*a ", "b_ "},  {"_a ", "b__ "},     {"*a", "a*"},
                                    {"**a", "a*"}, {"~~a ", "b~ "}, {"~a ", "b~~ "},     {"~a *b ", "c_ d~~ "},
                                    {"x_[^a]_"},   {"[^a]_* ***"},  {"***a ", " b* c_ "}};
const std::vector<Hostile> addresses{
    {"a@"},        {"a@b."},          {"a@b.c "},      {"www."}, {"www.a "}, {"www.___"}, {"http://"},
    {"http://a "}, {"mailto:a@b.c "}, {"a@b.c>xmpp:"}, {"&"},    {"&amp;"},  {"&#1"},     {"&#"},
    {"\\"}};
const std::vector<Hostile> lines{{"## a\n"},       {"a\n-\n"},      {"a\n===\n"},   {"---\n"},      {"a\n:-\n"},
                                 {"a|b\n-|-|-\n"}, {"-|-\n"},       {">a\n"},       {"> "},         {"- a\n"},
                                 {"-\n"},          {"- "},          {"1. a\n"},     {"- a\n+ a\n"}, {"[a]: b\n"},
                                 {"[a]: b \"\n"},  {"[a]: <\n"},    {"[^a]: a\n"},  {"[^a]:[^a] "}, {"- ```\n"},
                                 {"- [ ] a\n"},    {"\ta\n"},       {"<!-- -->\n"}, {"a\\\n"},      {"\r"},
                                 {"> - a\n"},      {"- > a\n\n\n"}, {"`a ``b "},    {"~~~\n"},      {"a  \n"}};

void check_all(const std::vector<Hostile>& all) {
  for (const Hostile& hostile : all) {
    const std::string name = hostile.piece + " … " + hostile.closing;
    const auto paragraph = [&](std::size_t most) { return paragraph_of(hostile, paragraph_size, 7'900, most); };
    check_cost(name + " in one paragraph", paragraph_of(hostile, markdown_limit::text, 7'900, std::string::npos));
    check_cost(name + " in paragraphs", text_of(paragraph(std::string::npos)));
    // As many as a long paragraph may have, with words behind them.
    const std::string long_paragraph = paragraph(800) + " " + std::string(60'000, 'a');
    check_cost(name + " in long paragraphs", text_of(long_paragraph));
    // As often as the limits on emphasis and on signs accept.
    check_cost(name + " 950 times", text_of(paragraph(950)));
    check_cost(name + " 250 times", text_of(paragraph(250)));
  }
}

}  // namespace

TEST_CASE("brackets cost at most a second, however many", "[source][guards]") {
  check_all(brackets);
}
TEST_CASE("angle brackets cost at most a second, however many", "[source][guards]") {
  check_all(angles);
}
TEST_CASE("emphasis costs at most a second, however much", "[source][guards]") {
  check_all(emphasis);
}
TEST_CASE("addresses and entities cost at most a second, however many", "[source][guards]") {
  check_all(addresses);
}
TEST_CASE("lines that begin or end a block cost at most a second, however many", "[source][guards]") {
  check_all(lines);
}

/// A header of `columns` and as many rows of one cell as are accepted.
std::string short_rows_table(std::size_t columns, std::size_t cells) {
  std::string table;
  for (const std::string_view piece : {"|a", "|-"}) {
    for (std::size_t column = 1; column < columns; ++column) table += piece;
    table += '\n';
  }
  for (std::size_t row = 1; row < cells / columns && table.size() < paragraph_size; ++row) table += "a\n";
  return table;
}

TEST_CASE("rows of one cell under a wide header cost at most a second", "[source][guards]") {
  for (const std::size_t columns : {3U, 8U, 64U}) {
    const std::string name = std::to_string(columns) + " columns";
    const std::string table = short_rows_table(columns, markdown_limit::cells_in_table);
    check_cost("a table of " + name, table, Expected::accepted);
    check_cost("tables of " + name, text_of(table), Expected::refused);
    const std::string small_table = short_rows_table(columns, markdown_limit::cells_in_table / 40) + "\n";
    std::string small_tables;
    for (int count = 0; count < 40; ++count) small_tables += small_table;
    check_cost("forty tables of " + name, small_tables, Expected::accepted);
  }
}

TEST_CASE("lists in each other cost at most a second", "[source][guards]") {
  std::string staircase;
  std::string stairs_of_quotes;
  for (std::size_t depth = 0; depth < markdown_limit::indentation; depth += 2) {
    staircase += std::string(depth, ' ') + "- a\n";
    if (depth < 32) stairs_of_quotes += std::string(depth, ' ') + "> - > - a\n";
  }
  std::string deep_lines;
  while (deep_lines.size() < 8'000) deep_lines += std::string(64, ' ') + "b\n";
  const std::string deep_blanks = staircase + "\n" + std::string(64, ' ') + "b";
  check_cost("a staircase of lists", text_of(staircase), Expected::accepted);
  check_cost("a staircase with lines at its foot", text_of(staircase + deep_lines), Expected::accepted);
  check_cost("a staircase with blank lines", text_of(deep_blanks), Expected::accepted);
  check_cost("a staircase of quotes", text_of(stairs_of_quotes), Expected::accepted);
}

TEST_CASE("definitions and what refers to them cost at most a second", "[source][guards]") {
  const std::string uses = paragraph_of({"[a]"}, 15'000, 200, std::string::npos);
  const auto definition = [](std::size_t size) { return "[a]: /" + std::string(size - 8, 'a') + "\n\n"; };
  const auto uses_of = [&](std::size_t size) { return text_of(uses).substr(0, size); };
  check_cost("2 KB, everywhere", definition(2'048) + uses_of(250'000), Expected::refused);
  check_cost("2 KB, 8 MB together", definition(2'048) + uses_of(12'000), Expected::accepted);
  check_cost("500 bytes, 8 MB together", definition(500) + uses_of(49'000), Expected::accepted);
  check_cost("100 bytes, everywhere", definition(100) + uses_of(250'000), Expected::accepted);
  std::string different;
  for (std::size_t number = 0; different.size() < 240'000; ++number) {
    different += fmt::format("[{0}]: /a\n[^{0}]: b\n\n[{0}][^{0}]\n\n", number);
  }
  check_cost("thousands of definitions and footnotes", different, Expected::accepted);
  std::string similar;
  for (std::size_t number = 0; similar.size() < 240'000; ++number) {
    similar += fmt::format("[{0}{1}]: /a\n\n[{0}{1}]\n\n", std::string(900, 'a'), number);
  }
  check_cost("long labels that differ at their end", similar, Expected::accepted);
}

}  // namespace wegwijs
