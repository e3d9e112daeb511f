#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/file_tree.h"
#include "files/sink.h"
#include "model/load_site.h"

namespace wegwijs {

/// How many claims of one collection rest on what.
struct CollectionCount {
  std::string label;  ///< for this number of entries, in the language of the site
  std::size_t entries = 0;
  std::size_t claims = 0;
  std::size_t undated_claims = 0;
  std::size_t old_claims = 0;
};

/// A web address outside the site, with the first place that leads there.
struct WebAddressUse {
  std::string address;
  SourceSpan where;
};

/// A file whose page leaves the site within two weeks.
struct LeavingFile {
  FileId file{};
  Date last_day;
};

/// What a run did, for its last line and for what is done with the site afterwards.
struct GenerateSummary {
  std::size_t pages = 0;
  std::vector<CollectionCount> collections;
  std::vector<WithheldEntry> withheld;
  std::vector<LeavingFile> leaving;          ///< the first to leave first
  std::vector<WebAddressUse> web_addresses;  ///< sorted, each once
};

/// The whole program as one function: sources, of which `settings` are those, in, files out. The same sources and facts
/// give the same bytes, for any number of threads, in any folder, locale or time zone.
///
/// With errors nothing is committed, but the run goes on as far as it can, so all mistakes are reported at once. Empty
/// when there were errors, or warnings in a strict build.
std::optional<GenerateSummary> generate(const FileTree& sources, const Settings& settings, const BuildFacts& facts,
                                        Sink& sink, Diagnostics& diagnostics);
/// The same, and reads the settings of `sources` first.
std::optional<GenerateSummary> generate(const FileTree& sources, const BuildFacts& facts, Sink& sink,
                                        Diagnostics& diagnostics);

}  // namespace wegwijs
