#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace wegwijs {

/// What a run of the real program gave.
struct ProgramRun {
  int exit_code = -1;  ///< 128 + signal when a signal ended it
  std::string output;
  std::string errors;
};

/// Runs the program and waits for it. `environment` is added to the test's own.
ProgramRun run_program(const std::vector<std::string>& arguments,
                       const std::map<std::string, std::string>& environment = {});

/// The program running on its own, for `serve` and for being killed.
class RunningProgram {
 public:
  explicit RunningProgram(const std::vector<std::string>& arguments);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  void signal(int number) const;
  pid_t process() const { return process_; }
  /// Waits until it ends; 128 + signal when a signal ended it.
  int wait();

 private:
  pid_t process_ = -1;
  bool ended_ = false;
};

}  // namespace wegwijs
