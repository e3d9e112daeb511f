#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Two file names with the same key are one name for a file system that ignores the difference of case or that
/// normalises Unicode (Windows, macOS, ext4 with casefold): full case folding, canonical composition (Unicode 3.13,
/// D145). `name` must be well-formed UTF-8. The key is for comparing only. May be called from any thread.
std::string collision_key(std::string_view name);

}  // namespace wegwijs
