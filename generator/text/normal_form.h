#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `text` in Unicode normalisation form C: "e" with a combining accent becomes "é". macOS names files the other way.
/// Text that is not UTF-8 is returned as it is. May be called from any thread.
std::string composed(std::string_view text);

}  // namespace wegwijs
