#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "pipeline/generate.h"

namespace wegwijs {

struct SiteFromDisk {
  std::map<std::string, std::string, std::less<>> files;
  std::string messages;  ///< one line each; empty when there is nothing to say
  GenerateSummary summary;
};

/// The files of the site in `root`, with those of its theme in this repository.
FileTree sources_from_disk(const std::filesystem::path& root);

/// The site in `root` with the theme of this repository, built in memory as on the day `today`.
SiteFromDisk site_from_disk(const std::filesystem::path& root, Date today);

}  // namespace wegwijs
