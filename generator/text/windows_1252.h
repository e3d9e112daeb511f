#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wegwijs {

/// What a byte means in Windows-1252; 0: nothing.
char32_t windows_1252_character(unsigned char byte);

/// The text of a file in Windows-1252, the encoding in which spreadsheets for Windows write CSV, as UTF-8. Nothing when
/// the bytes are UTF-8 already, when they hold something that Windows-1252 does not have or a text of that encoding
/// never holds (a null, the five bytes without a letter, the mark of UTF-16), or when some of them are characters of
/// UTF-8: such a mixture has letters of two encodings, and any reading would change one of them.
std::optional<std::string> utf8_from_windows_1252(std::string_view bytes);

}  // namespace wegwijs
