#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `text` in lower case and ASCII: accents left out, ligatures and the letters of other Latin alphabets in their usual
/// spelling (ß is ss), typographic apostrophes and hyphens as ' and -, every other character a space. Soft hyphens are
/// left out.
std::string folded(std::string_view text);

/// The same, but letters of other scripts (Greek, Cyrillic, Arabic and on) stay what they are, in lower case.
std::string folded_with_letters(std::string_view text);

}  // namespace wegwijs
