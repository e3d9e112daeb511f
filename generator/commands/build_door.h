#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "commands/site_on_disk.h"
#include "files/build_memory.h"
#include "pipeline/repeated_build.h"

namespace wegwijs {

/// What a build wrote, so that a build that has nothing to do can say the same.
struct BuildWords {
  std::string errors;  ///< standard error
  std::string output;  ///< standard output, without the last line
  std::size_t files = 0;
};

/// Where a build asks first whether there is anything to do: when program, options, day and sources are as they were at
/// the last good build, and the site that it published is untouched, a new build would give the same bytes and the same
/// messages. It is never the door that decides in doubt: a source that was saved so shortly before it was looked at
/// that its stamp could hide a second save, a finding about names of files, a file of the site that somebody changed,
/// all lead to a whole build.
class BuildDoor {
 public:
  /// `target` as it was asked for; it need not exist.
  BuildDoor(const CommandLine& command_line, std::filesystem::path target);

  /// What the last build wrote, when there is nothing to do. `spoilt` receives whether there was a memory that cannot
  /// be read, which is then removed.
  std::optional<BuildWords> pass(const SiteOnDisk& site, bool& spoilt) const;

  /// Gives `made` what the last build left of its work, when the same program made the site that is published now.
  /// `spoilt` receives whether there was a memory that cannot be read, which is then removed.
  void recall(MadeBefore& made, bool& spoilt) const;

  /// After a site was published: what the next build may say instead of building. `repeats` says whether a second build
  /// of the same sources would report the same.
  void remember(const SiteOnDisk& site, bool repeats, const BuildWords& words, const MadeBefore& made) const;

 private:
  Digest inputs_of(const SiteOnDisk& site) const;

  const CommandLine& command_line_;
  std::filesystem::path target_;
};

}  // namespace wegwijs
