#pragma once

#include <optional>

#include "commands/site_on_disk.h"
#include "edit/edit_site.h"

namespace wegwijs {

/// A site with the sources that it was read from.
struct LoadedSite {
  SiteOnDisk on_disk;
  Site site;
};

/// Reads the site as far as its entries. Empty when there is none to speak of, which was then printed; else what was
/// found is in `diagnostics`, for the caller to print or not.
std::optional<LoadedSite> load_site_on_disk(const CommandLine& command_line, Diagnostics& diagnostics,
                                            KeepBytes keep = KeepBytes::no);

/// Reads the sources as they are on the disk at each call. `command_line` outlives it.
SourceReader edit_source_reader(const CommandLine& command_line);

}  // namespace wegwijs
