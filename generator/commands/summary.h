#pragma once

#include <string>

#include "pipeline/generate.h"

namespace wegwijs {

/// Why an entry is not published, with the day that matters: "verlopen: tot en met 1 maart 2026".
std::string reason_in_words(const WithheldEntry& entry, Language language);

/// One line that says what there is: entries per collection, claims, and how many of them are undated or old.
std::string counts_line(const GenerateSummary& summary, Language language);

/// One line per entry that is not published today, with the reason. Empty when there is none.
std::string withheld_lines(const GenerateSummary& summary, const FileTree& sources, Language language);

}  // namespace wegwijs
