#pragma once

#include <optional>

#include "model/site.h"

namespace wegwijs {

/// The facts about one build that are not in the sources.
struct BuildFacts {
  Date today;  ///< in the time zone of the site
  std::size_t threads = 1;
  bool include_drafts = false;
  bool strict = false;  ///< a warning keeps the site from being published, as an error does
  /// Files of the site that was published before, as in its manifest; empty when there is none.
  std::vector<std::string> previous_files;
  std::optional<std::string> base_address;  ///< replaces `basisadres`; ends with '/'
};

/// Reads settings, schemas and entries. Files beyond the limits of file_limits.h are not read. Every mistake is
/// reported; reading goes on with what it does not affect. Empty without readable settings: there is no site. A
/// collection whose schema is broken is left without entries, and the run says so. References between entries are
/// resolved; those to nothing are reported.
std::optional<Site> load_site(const FileTree& sources, const BuildFacts& facts, Diagnostics& diagnostics);

}  // namespace wegwijs
