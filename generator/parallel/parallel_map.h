#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace wegwijs {

/// Calls `task(index)` for every index below `count`, on at most `threads` threads, and returns the results in the
/// order of the indexes, so one thread and sixteen give the same. `Result` must be default-constructible, and not
/// `bool`, because neighbours in a `std::vector<bool>` cannot be written at the same time. When tasks throw, no further
/// ones are started and the exception of the lowest index that threw is thrown again here.
template <typename Result, typename Task>
std::vector<Result> parallel_map(std::size_t count, std::size_t threads, const Task& task) {
  static_assert(!std::is_same_v<Result, bool>);
  std::vector<Result> results(count);
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  std::mutex failure_mutex;
  std::size_t failed_index = count;
  std::exception_ptr failure;
  const auto work = [&] {
    for (std::size_t index = next++; index < count && !failed; index = next++) {
      try {
        results[index] = task(index);
      } catch (...) {
        const std::lock_guard lock(failure_mutex);
        if (index < failed_index) {
          failed_index = index;
          failure = std::current_exception();
        }
        failed = true;
      }
    }
  };
  {
    std::vector<std::jthread> workers;
    for (std::size_t worker = 1; worker < threads && worker < count; ++worker) workers.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  return results;
}

}  // namespace wegwijs
