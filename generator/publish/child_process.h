#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// What a run of another program gave.
struct ChildResult {
  int exit_code = 0;  ///< 128 + signal when a signal ended it; 127 when the program is not there
  std::string output;
  std::string errors;
};

/// Runs `words` (the first is looked up in PATH), gives it `input`, and waits until it ends. `environment` is added to
/// our own. Throws std::system_error when no process can be made.
ChildResult run_child(const std::vector<std::string>& words, std::string_view input = {},
                      const std::map<std::string, std::string>& environment = {});

/// Whether PATH has a program of this name.
bool is_installed(std::string_view program);

/// The last line of `text` that is not empty: what a program says at its end tells most.
std::string last_line(std::string_view text);

/// `word` in single quotes, so that a POSIX shell takes it as it is.
std::string shell_quoted(std::string_view word);

}  // namespace wegwijs
