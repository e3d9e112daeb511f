#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wegwijs {

/// U+00A0, which looks like a space but is not one.
inline constexpr std::string_view hard_space = "\xC2\xA0";

/// Offset of the first byte from `position` on that is not ASCII; the size of `bytes` when all of them are.
std::size_t next_non_ascii(std::string_view bytes, std::size_t position);
/// The same for the first byte that is not a printable character of ASCII, a line break or a tab.
std::size_t next_remarkable(std::string_view bytes, std::size_t position);

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most
/// U+10FFFF), or `std::string_view::npos` when all of `bytes` is well-formed.
std::size_t first_invalid_utf8(std::string_view bytes);

/// Number of code points in `text`, which must be well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

/// Reads the code point that starts at `position` and moves `position` past it. A byte that starts no well-formed
/// code point is returned as U+FFFD and skipped alone. Precondition: `position < text.size()`.
char32_t next_code_point(std::string_view text, std::size_t& position);

/// Appends `code_point` to `text` as UTF-8.
void append_code_point(std::string& text, char32_t code_point);

/// The longest beginning of `text` that holds at most `limit` code points.
std::string_view first_code_points(std::string_view text, std::size_t limit);

}  // namespace wegwijs
