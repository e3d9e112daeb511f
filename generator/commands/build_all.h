#pragma once

#include "commands/site_build.h"

namespace wegwijs {

/// Does `one` to every portal of `command_line.portal_list`, several at a time, and prints one report in the order of
/// the list. What fails in one portal is reported and does not stop the others. The exit code is the gravest of all.
ExitCode do_all_portals(const CommandLine& command_line,
                        BuildOutcome (*one)(const CommandLine& command_line, const BuildVoice& voice));

}  // namespace wegwijs
