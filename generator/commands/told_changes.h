#pragma once

#include <string>
#include <vector>

#include "files/file_changes.h"

namespace wegwijs {

/// A line on what became of changes that were broken off.
std::string finished_changes_line(const FinishedChanges& finished, Language language);

/// For who only looks: that changes to `paths` were broken off, and which command makes them whole.
std::string broken_changes_line(const std::vector<std::string>& paths, Language language);

/// A line on why changes were not made.
std::string refused_change_line(const RefusedChange& refused, Language language);

}  // namespace wegwijs
