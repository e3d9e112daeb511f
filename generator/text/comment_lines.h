#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `style_sheet` without lines that hold only a comment, without empty lines and without indentation: a reader on a
/// phone should not pay for our comments. A comment at the end of a rule stays.
///
/// Only where this certainly changes nothing: a style sheet with a text that continues on the next line, or with a
/// comment that shares a line with a rule before or after it, is returned unchanged.
std::string published_style_sheet(std::string_view style_sheet);

}  // namespace wegwijs
