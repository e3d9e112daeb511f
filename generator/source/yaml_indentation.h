#pragma once

#include <cstdint>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Reports the first line that is indented with a tab or a hard space, of which yaml-cpp says something else. `bytes`
/// stand in `file` from byte `offset` on. False when there is one.
bool check_yaml_indentation(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

}  // namespace wegwijs
