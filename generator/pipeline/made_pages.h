#pragma once

#include <string>
#include <vector>

#include "model/diagnostic_bytes.h"
#include "pipeline/findings.h"

namespace wegwijs {

/// What was made of one block of pages.
struct MadePages {
  std::vector<std::string> paths;  ///< of the files that were written
  PageFindings findings;
};

/// As bytes, for a memory of blocks.
std::string bytes_of(const MadePages& made);
/// Throws `BytesSpoilt` for what `bytes_of` did not give.
MadePages made_pages_from(std::string_view bytes, FindRule find_rule);

}  // namespace wegwijs
