#pragma once

#include <cstddef>
#include <ostream>

#include "commands/command_line.h"

namespace wegwijs {

/// Where a build says what it has to say: on the terminal, or kept until it is its turn among others.
struct BuildVoice {
  std::ostream& errors;
  std::ostream& output;
  bool shows_progress = false;
};

/// How a build ended.
struct BuildOutcome {
  ExitCode code = ExitCode::good;
  std::size_t files = 0;    ///< of the site; 0 where nothing was built
  std::size_t changed = 0;  ///< those that differ from the last build
};

/// Builds the site in `command_line.root`, or checks it. Several may run at the same time on sites of their own. An
/// interruption stops them all. Throws as the commands do.
BuildOutcome build_one_site(const CommandLine& command_line, const BuildVoice& voice);
BuildOutcome check_one_site(const CommandLine& command_line, const BuildVoice& voice);

}  // namespace wegwijs
