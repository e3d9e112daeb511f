#pragma once

#include <string>

#include "commands/command_line.h"

namespace wegwijs {

/// Standard output could not be written: it is redirected to a full disk, say.
struct OutputLost {};

/// Why the program cannot go on, and how it ends.
struct Failure {
  ExitCode code;
  std::string words;  ///< ends with a line break
};

/// The failure of the exception that is being handled; to be called in a catch block.
Failure failure_of_current_exception(Language language);

}  // namespace wegwijs
