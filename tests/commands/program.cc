#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>

namespace wegwijs {
namespace {

/// Becomes the program; only async-signal-safe calls stand between fork and exec.
[[noreturn]] void become_program(const std::vector<std::string>& arguments, int output, int errors) {
  std::vector<char*> words{const_cast<char*>(WEGWIJS_PROGRAM)};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  if (output >= 0) ::dup2(output, STDOUT_FILENO);
  if (errors >= 0) ::dup2(errors, STDERR_FILENO);
  ::execv(WEGWIJS_PROGRAM, words.data());
  ::_exit(127);
}

int exit_code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Reads both ends until they close; one after the other could block the program on a full pipe.
void read_both(int output, int errors, ProgramRun& run) {
  std::array<pollfd, 2> ends{pollfd{output, POLLIN, 0}, pollfd{errors, POLLIN, 0}};
  std::array<std::string*, 2> texts{&run.output, &run.errors};
  for (int open = 2; open > 0;) {
    REQUIRE(::poll(ends.data(), ends.size(), 60'000) > 0);
    for (std::size_t index = 0; index < ends.size(); ++index) {
      if (ends[index].fd < 0 || ends[index].revents == 0) continue;
      std::array<char, 4096> bytes{};
      const ssize_t count = ::read(ends[index].fd, bytes.data(), bytes.size());
      if (count > 0) texts[index]->append(bytes.data(), static_cast<std::size_t>(count));
      if (count == 0) {
        ends[index].fd = -1;
        --open;
      }
    }
  }
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& arguments,
                       const std::map<std::string, std::string>& environment) {
  std::array<int, 2> output{};
  std::array<int, 2> errors{};
  REQUIRE(::pipe2(output.data(), O_CLOEXEC) == 0);
  REQUIRE(::pipe2(errors.data(), O_CLOEXEC) == 0);
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    become_program(arguments, output[1], errors[1]);
  }
  ::close(output[1]);
  ::close(errors[1]);
  ProgramRun run;
  read_both(output[0], errors[0], run);
  ::close(output[0]);
  ::close(errors[0]);
  int status = 0;
  REQUIRE(::waitpid(process, &status, 0) == process);
  run.exit_code = exit_code_of(status);
  return run;
}

RunningProgram::RunningProgram(const std::vector<std::string>& arguments) : process_(::fork()) {
  REQUIRE(process_ >= 0);
  if (process_ != 0) return;
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  become_program(arguments, nowhere, nowhere);
}

RunningProgram::~RunningProgram() {
  if (ended_) return;
  signal(SIGKILL);
  wait();
}

void RunningProgram::signal(int number) const {
  ::kill(process_, number);
}

int RunningProgram::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  ended_ = true;
  return exit_code_of(status);
}

}  // namespace wegwijs
