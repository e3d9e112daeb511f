#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `script` (JavaScript) without the lines that are only comment, without empty lines and without indentation: a reader
/// on a phone does not pay for what is written for us. A comment within a line stays. Line numbers in a browser's
/// messages change; names do not.
///
/// Only where that is certain to change nothing: a script with a text that goes on on the next line, or with a block
/// comment that shares a line with code before or behind it, is returned as it is.
std::string published_script(std::string_view script);

/// The same of a style sheet, which knows block comments only.
std::string published_style_sheet(std::string_view style_sheet);

}  // namespace wegwijs
