#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `script` (JavaScript) without lines that hold only a comment, without empty lines and without indentation: a reader
/// on a phone should not pay for our comments. A comment at the end of code stays. Line numbers in a browser's
/// messages change; names do not.
///
/// Only where this certainly changes nothing: a script with a string that continues on the next line, or with a block
/// comment that shares a line with code before or after it, is returned unchanged.
std::string published_script(std::string_view script);

/// The same for a style sheet, which has block comments only.
std::string published_style_sheet(std::string_view style_sheet);

}  // namespace wegwijs
