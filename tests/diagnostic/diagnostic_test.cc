#include "diagnostic/diagnostic.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

constexpr Rule wrong{"a-fout", Severity::error, {"fout", "error"}, {}};
constexpr Rule doubtful{"b-twijfel", Severity::warning, {"twijfel", "doubt"}, {}};
constexpr Rule remark{"c-opmerking", Severity::note, {"opmerking", "note"}, {}};

std::string order_of(const Diagnostics& diagnostics) {
  std::string order;
  for (const Diagnostic& one : diagnostics.in_source_order()) {
    order += std::string(one.rule->id) + "@" + std::to_string(static_cast<std::uint32_t>(one.where.file)) + ":" +
             std::to_string(one.where.begin) + " ";
  }
  return order;
}

TEST_CASE("diagnostics are told by file, then place, then rule", "[diagnostic]") {
  Diagnostics diagnostics;
  diagnostics.report(doubtful, {FileId{1}, 0, 1});
  diagnostics.report(doubtful, {FileId{0}, 9, 10});
  diagnostics.report(remark, {FileId{0}, 3, 4});
  diagnostics.report(wrong, {FileId{0}, 9, 10});
  CHECK(order_of(diagnostics) == "c-opmerking@0:3 a-fout@0:9 b-twijfel@0:9 b-twijfel@1:0 ");
}

TEST_CASE("what concerns no file is told last", "[diagnostic]") {
  Diagnostics diagnostics;
  diagnostics.report(wrong, {});
  diagnostics.report(wrong, {FileId{7}, 1, 2});
  CHECK(order_of(diagnostics) == "a-fout@7:1 a-fout@4294967295:0 ");
}

TEST_CASE("the same finding is told once, and findings with other words each", "[diagnostic]") {
  Diagnostics diagnostics;
  for (const char* word : {"lift", "gang", "lift"}) diagnostics.report(wrong, {FileId{0}, 1, 2}, {word});
  const std::vector<Diagnostic> told = diagnostics.in_source_order();
  REQUIRE(told.size() == 2);
  CHECK(told[0].arguments == std::vector<Argument>{"gang"});
  CHECK(told[1].arguments == std::vector<Argument>{"lift"});
}

TEST_CASE("only an error counts as an error", "[diagnostic]") {
  Diagnostics diagnostics;
  CHECK(diagnostics.empty());
  diagnostics.report(doubtful, {});
  diagnostics.report(remark, {});
  CHECK_FALSE(diagnostics.has_errors());
  CHECK_FALSE(diagnostics.empty());
  diagnostics.report(wrong, {});
  diagnostics.report(wrong, {FileId{0}, 1, 2});
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.count(Severity::error) == 2);
  CHECK(diagnostics.count(Severity::warning) == 1);
  CHECK(diagnostics.count(Severity::note) == 1);
}

TEST_CASE("appended diagnostics move over and leave the others empty", "[diagnostic]") {
  Diagnostics first;
  first.report(wrong, {FileId{2}, 0, 1});
  Diagnostics second;
  second.report(doubtful, {FileId{1}, 0, 1});
  first.append(std::move(second));
  CHECK(order_of(first) == "b-twijfel@1:0 a-fout@2:0 ");
  CHECK(second.empty());  // NOLINT: the header says what is left behind
}

}  // namespace
}  // namespace wegwijs
