#include "commands/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <iostream>

namespace wegwijs {

Progress::Progress(std::string what) : what_(std::move(what)) {
  if (isatty(STDERR_FILENO) == 1) teller_ = std::thread([this] { tell(); });
}

Progress::~Progress() {
  if (!teller_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  ended_.notify_one();
  teller_.join();
}

void Progress::tell() {
  const auto begin = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  if (ended_.wait_for(lock, std::chrono::milliseconds(300), [this] { return is_over_; })) return;
  do {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin);
    std::cerr << fmt::format("\r\033[K{} … {} s", what_, seconds.count()) << std::flush;
  } while (!ended_.wait_for(lock, std::chrono::seconds(1), [this] { return is_over_; }));
  std::cerr << "\r\033[K" << std::flush;
}

}  // namespace wegwijs
