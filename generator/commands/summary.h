#pragma once

#include <string>

#include "build/generate.h"

namespace wegwijs {

/// One line that says what there is: entries per collection, claims, and how many of them are undated or old.
std::string counts_line(const GenerateSummary& summary, Language language);

/// One line per entry that is not published today, with the reason. Empty when there is none.
std::string withheld_lines(const GenerateSummary& summary, const FileTree& sources, Language language);

}  // namespace wegwijs
