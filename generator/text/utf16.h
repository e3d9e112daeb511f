#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Whether `bytes` begin with the mark of UTF-16, in either order of bytes.
bool has_utf16_mark(std::string_view bytes);

/// A text with the mark of UTF-16 before it as UTF-8, without the mark; half a character becomes U+FFFD.
/// Precondition: `has_utf16_mark(bytes)`.
std::string utf8_from_utf16(std::string_view bytes);

}  // namespace wegwijs
