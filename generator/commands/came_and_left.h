#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Which pages came and which left between two sites (paths of files, sorted): a line each, or how many there are when
/// they are many. Empty when there was no site before, or the pages are the same. A build by night says so what the new
/// day brought.
std::string came_and_left(const std::vector<std::string>& before, const std::vector<std::string>& now,
                          Language language);

}  // namespace wegwijs
