#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace wegwijs {

/// Says on a terminal, after 300 ms, what the program is busy with and for how long; the line is gone when this object
/// is, so it must be gone before anything else is printed. Says nothing where standard error is no terminal.
class Progress {
 public:
  explicit Progress(std::string what);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

 private:
  void tell();

  std::string what_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool is_over_ = false;
  std::thread teller_;
};

}  // namespace wegwijs
