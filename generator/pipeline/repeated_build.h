#pragma once

#include <memory>
#include <vector>

#include "model/block_memory.h"
#include "pipeline/generate.h"
#include "pipeline/read_theme.h"
#include "products/made_pictures.h"

namespace wegwijs {

/// The theme as it was read, with what it was read for.
struct ReadTheme {
  Digest shared;  ///< of `planned_inputs`
  BlockReads reads;
  std::vector<Digest> records;         ///< of those that `reads` names
  std::shared_ptr<const Theme> theme;  ///< null: it has errors
  Diagnostics of_templates;
  Diagnostics of_parts;
};

/// What is kept from one build to the next: by a process that builds a site after every save, or on the disk.
struct MadeBefore {
  MadePictures pictures;
  BlockMemory checks;
  BlockMemory pages;
  ReadTheme theme;             ///< only in the process
  std::size_t kept_pages = 0;  ///< by the last build that got as far as its pages
  std::size_t made_pages = 0;
};

/// `generate` with what an earlier build of the same sources left: the same files and the same findings, sooner. `made`
/// changes when the site is committed, and not before. `sink` knows the site that this build replaces (`Sink::keep`).
std::optional<GenerateSummary> generate_again(const FileTree& sources, const BuildFacts& facts, Sink& sink,
                                              Diagnostics& diagnostics, MadeBefore& made);

}  // namespace wegwijs
