#include "parallel/parallel_map.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

namespace wegwijs {
namespace {

std::string square(std::size_t index) {
  return std::to_string(index * index);
}

TEST_CASE("one thread and sixteen give the same results in the order of the indexes", "[parallel][threads]") {
  const std::vector<std::string> alone = parallel_map<std::string>(1000, 1, square);
  REQUIRE(alone.size() == 1000);
  CHECK(alone[0] == "0");
  CHECK(alone[999] == "998001");
  CHECK(parallel_map<std::string>(1000, 16, square) == alone);
  CHECK(parallel_map<std::string>(1000, 0, square) == alone);
}

TEST_CASE("no indexes give no results, and more threads than indexes are no problem", "[parallel][threads]") {
  CHECK(parallel_map<std::string>(0, 4, square).empty());
  CHECK(parallel_map<std::string>(2, 64, square) == std::vector<std::string>{"0", "1"});
}

TEST_CASE("every index is given to one task only", "[parallel][threads]") {
  std::vector<std::atomic<int>> calls(500);
  parallel_map<int>(500, 8, [&](std::size_t index) { return ++calls[index]; });
  for (const std::atomic<int>& count : calls) CHECK(count == 1);
}

TEST_CASE("an exception of a task comes out of the call", "[parallel][threads]") {
  const auto fail_at_seven = [](std::size_t index) -> int {
    if (index == 7) throw std::runtime_error("zeven");
    return 0;
  };
  CHECK_THROWS_WITH(parallel_map<int>(100, 1, fail_at_seven), "zeven");
  CHECK_THROWS_WITH(parallel_map<int>(100, 8, fail_at_seven), "zeven");
}

TEST_CASE("of the tasks that threw, the one with the lowest index is told", "[parallel][threads]") {
  // All four are waiting for each other, so all four throw.
  std::atomic<int> waiting{0};
  const auto fail = [&](std::size_t index) -> int {
    ++waiting;
    while (waiting < 4) std::this_thread::yield();
    throw std::runtime_error(std::to_string(index));
  };
  CHECK_THROWS_WITH(parallel_map<int>(4, 4, fail), "0");
}

TEST_CASE("after a task threw, no further ones are started", "[parallel][threads]") {
  std::atomic<int> calls{0};
  const auto fail = [&](std::size_t) -> int {
    ++calls;
    throw std::runtime_error("stop");
  };
  CHECK_THROWS_WITH(parallel_map<int>(10'000, 1, fail), "stop");
  CHECK(calls == 1);
}

}  // namespace
}  // namespace wegwijs
