#pragma once

#include <optional>
#include <string>

#include "commands/command_line.h"

namespace wegwijs {

/// What the program believes after its defaults, `site.yaml` and the command line: a line each, with where it comes
/// from. Empty, and printed, when the settings cannot be read.
std::optional<std::string> believed(const CommandLine& command_line);

}  // namespace wegwijs
