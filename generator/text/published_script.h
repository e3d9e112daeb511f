#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `script` (JavaScript) without comments, and without spaces and line ends that separate nothing: a reader on a phone
/// should not pay for our layout. The tokens stay as they are, and so do names; a line end stays where it may end a
/// statement. Line numbers in a browser's messages change.
///
/// A script in which it is not certain where a text or a pattern ends is returned unchanged.
std::string published_script(std::string_view script);

}  // namespace wegwijs
