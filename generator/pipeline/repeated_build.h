#pragma once

#include "pipeline/generate.h"
#include "pipeline/page_memory.h"
#include "products/made_pictures.h"

namespace wegwijs {

/// What a process that builds a site after every save keeps from one build to the next.
struct MadeBefore {
  MadePictures pictures;
  PageMemory pages;
};

/// `generate` for such a process: the same files and the same findings, sooner.
std::optional<GenerateSummary> generate_again(const FileTree& sources, const BuildFacts& facts, Sink& sink,
                                              Diagnostics& diagnostics, MadeBefore& made);

}  // namespace wegwijs
