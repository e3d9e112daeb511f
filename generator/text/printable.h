#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `text` with every control character, every one that turns the direction of writing and every one without width as
/// one visible character (U+FFFD; a tab becomes a space): they would move the cursor of a terminal, hide text, or make
/// two different words look the same. Bytes that are not UTF-8
/// become U+FFFD too, so the result is well-formed and has as many code points as `text` seems to have.
std::string printable(std::string_view text);

}  // namespace wegwijs
