#pragma once

#include "pipeline/findings.h"
#include "products/content_files.h"

namespace wegwijs {

/// Notes every picture and document that no page links to and no finder fetches.
void note_unlinked_files(const ContentFiles& content, const FileTree& sources, const Site& site,
                         const PageFindings& findings, Diagnostics& diagnostics);

}  // namespace wegwijs
