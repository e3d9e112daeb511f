#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `script` (JavaScript) without the lines that are only a `//` comment, without empty lines and without indentation:
/// a reader on a phone does not pay for what is written for us. Line numbers in a browser's messages change; names do
/// not.
///
/// Only where that is certain to change nothing: a script with template literals, block comments or strings that go on
/// on the next line is returned as it is.
std::string published_script(std::string_view script);

}  // namespace wegwijs
