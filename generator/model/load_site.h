#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/site.h"

namespace wegwijs {

struct LoadMemory;

/// The parts of a build, in their order, for whoever measures one.
enum class BuildStage : std::uint8_t {
  sources,  ///< which files there are
  entries,
  checks,
  plan,
  theme,
  pages,  ///< and products
  pictures,
  links,
  search,
  publish
};
inline constexpr std::size_t build_stage_count = 10;

/// The facts about one build that are not in the sources.
struct BuildFacts {
  Date today;  ///< in the time zone of the site
  std::size_t threads = 1;
  bool include_drafts = false;
  bool strict = false;  ///< a warning keeps the site from being published, as an error does
  /// Files of the site that was published before, as in its manifest; empty when there is none.
  std::vector<std::string> previous_files;
  std::optional<std::string> base_address;  ///< replaces `basisadres`; ends with '/'
  /// Called as each stage but the first begins, by the thread that builds. Empty: nobody measures.
  std::function<void(BuildStage)> on_stage;
};

/// Reads schemas and entries. `settings` are those of `sources`. Files beyond the limits of file_limits.h are not read.
/// Every mistake is reported; reading goes on with what it does not affect. Empty when there are more files than any
/// site should have. A collection whose schema is broken is left without entries, and the run says so. References
/// between entries are resolved; those to nothing are reported. With `memory` only the entries are read that it does
/// not know; the result is the same.
std::optional<Site> load_site(const FileTree& sources, Settings settings, const BuildFacts& facts,
                              Diagnostics& diagnostics, const LoadMemory* memory = nullptr);
/// The same, and reads the settings first. Empty without readable ones: there is no site.
std::optional<Site> load_site(const FileTree& sources, const BuildFacts& facts, Diagnostics& diagnostics);

}  // namespace wegwijs
