#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/file_changes.h"

namespace wegwijs {

/// Changes with both sides of each file, to be finished or taken back after whoever made them was killed.
std::string written_journal(const std::vector<FileChange>& changes);

/// Empty for bytes that `written_journal` did not make, or that are not whole.
std::optional<std::vector<FileChange>> read_journal(std::string_view bytes);

}  // namespace wegwijs
