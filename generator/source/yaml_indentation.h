#pragma once

#include <cstdint>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Reports the first line that is indented with a tab or a hard space, for which yaml-cpp gives a wrong reason. `bytes`
/// begin at byte `offset` of `file`. False when there is one.
bool check_yaml_indentation(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

}  // namespace wegwijs
