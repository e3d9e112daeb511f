#pragma once

#include "pipeline/generate.h"
#include "products/made_pictures.h"

namespace wegwijs {

/// `generate` for a process that builds a site after every save: `made` keeps the pictures from one build to the next.
std::optional<GenerateSummary> generate_again(const FileTree& sources, const BuildFacts& facts, Sink& sink,
                                              Diagnostics& diagnostics, MadePictures& made);

}  // namespace wegwijs
