#pragma once

#include "commands/command_line.h"
#include "commands/site_on_disk.h"
#include "pipeline/generate.h"

namespace wegwijs {

/// Looks at every web address that the site leads to, prints what it found and keeps it: in `bronnencontrole.yaml` what
/// the site will say of its sources, and in a hidden file what the next run need not ask again. What the network
/// answers is never a mistake of an author: it changes no exit code.
void check_external(const CommandLine& command_line, const SiteOnDisk& on_disk, const GenerateSummary& summary);

}  // namespace wegwijs
