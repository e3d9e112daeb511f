#include "publish/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

#include "files/descriptor.h"

extern char** environ;

namespace wegwijs {
namespace {

constexpr int not_found = 127;

struct Pipe {
  Descriptor reading;
  Descriptor writing;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_system_error(errno, "pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& added) {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (!added.contains(std::string(text.substr(0, text.find('='))))) entries.emplace_back(text);
  }
  for (const auto& [name, value] : added) entries.push_back(name + "=" + value);
  return entries;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Reads what there is; closes at the end.
void take_in(Descriptor& end, std::string& text) {
  std::array<char, 65536> block{};
  const ssize_t size = uninterrupted([&] { return ::read(end.number(), block.data(), block.size()); });
  if (size > 0) {
    text.append(block.data(), static_cast<std::size_t>(size));
  } else {
    end.close();
    end = Descriptor();
  }
}

void give(Descriptor& end, std::string_view& input) {
  constexpr std::size_t most_at_once = 4096;  // what a pipe that may be written takes without waiting
  const std::size_t size = std::min(input.size(), most_at_once);
  const ssize_t written = uninterrupted([&] { return ::write(end.number(), input.data(), size); });
  if (written < 0) {
    input = {};
  } else {
    input.remove_prefix(static_cast<std::size_t>(written));
  }
  if (input.empty()) {
    end.close();
    end = Descriptor();
  }
}

/// A program that ends without reading all must not end us.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before_);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  ~WithoutPipeSignal() { ::sigaction(SIGPIPE, &before_, nullptr); }

 private:
  struct sigaction before_ {};
};

/// The end of a program, once it is there.
std::optional<int> end_of(pid_t process, int options) {
  int status = 0;
  const pid_t ended = uninterrupted([&] { return ::waitpid(process, &status, options); });
  if (ended == 0) return std::nullopt;
  if (ended != process) throw_system_error(errno, "waitpid");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& words, std::string_view input,
                      const std::map<std::string, std::string>& environment) {
  const WithoutPipeSignal until_it_ends;
  Pipe to_child = make_pipe();
  Pipe output = make_pipe();
  Pipe errors = make_pipe();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to_child.reading.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output.writing.number(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.writing.number(), STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> arguments = words;
  std::vector<std::string> entries = environment_with(environment);
  pid_t process = -1;
  const int error = ::posix_spawnp(&process, words.front().c_str(), &actions, &attributes,
                                   pointers_to(arguments).data(), pointers_to(entries).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  ChildResult result;
  if (error == ENOENT || error == EACCES) {
    result.exit_code = not_found;
    result.errors = words.front() + ": not found";
    return result;
  }
  if (error != 0) throw_system_error(error, words.front());
  to_child.reading = Descriptor();
  output.writing = Descriptor();
  errors.writing = Descriptor();
  if (input.empty()) to_child.writing = Descriptor();
  // Not until its pipes are closed: ssh may leave a process behind that keeps them open, to be used again.
  std::optional<int> end;
  while (output.reading.is_open() || errors.reading.is_open() || to_child.writing.is_open()) {
    std::array<pollfd, 3> ends{{{output.reading.number(), POLLIN, 0},
                                {errors.reading.number(), POLLIN, 0},
                                {to_child.writing.number(), POLLOUT, 0}}};
    constexpr int milliseconds = 50;
    const int ready = uninterrupted([&] { return ::poll(ends.data(), ends.size(), end ? 0 : milliseconds); });
    if (ready < 0) throw_system_error(errno, "poll");
    if (ready == 0 && end) break;
    if (ends[0].revents != 0) take_in(output.reading, result.output);
    if (ends[1].revents != 0) take_in(errors.reading, result.errors);
    if (ends[2].revents != 0) give(to_child.writing, input);
    if (!end) end = end_of(process, WNOHANG);
  }
  result.exit_code = end ? *end : *end_of(process, 0);
  return result;
}

bool is_installed(std::string_view program) {
  const char* const path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::string_view folder = folders.substr(0, folders.find(':'));
    folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
    if (folder.empty()) continue;
    if (::access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

std::string last_line(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r') || text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text.substr(text.rfind('\n') + 1));
}

std::string shell_quoted(std::string_view word) {
  std::string quoted = "'";
  for (const char character : word) quoted += character == '\'' ? "'\\''" : std::string(1, character);
  return quoted + "'";
}

}  // namespace wegwijs
