#pragma once

#include <string_view>

namespace wegwijs {

/// Whether a line of `text` can define a footnote ("[^label]: …"). Without one, "[^" is text like any other, and the
/// parser is not asked to look for footnotes: cmark-gfm 0.29.0.gfm.6 loses what is between the brackets of a reference
/// that runs over the end of a line, also when it is no reference.
bool may_define_footnotes(std::string_view text);

/// The start of a reference to a footnote in `line` whose label does not end on it for certain; npos when there is
/// none.
std::size_t open_footnote_label(std::string_view line);

}  // namespace wegwijs
