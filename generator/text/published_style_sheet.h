#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `style_sheet` (CSS) without comments, and without the spaces, line ends and semicolons that separate nothing: a reader
/// on a phone should not pay for our layout. Texts between quotes and addresses in `url()` stay as they are.
///
/// A style sheet in which it is not certain where a text, a comment or an address ends is returned unchanged.
std::string published_style_sheet(std::string_view style_sheet);

}  // namespace wegwijs
