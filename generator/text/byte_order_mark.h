#pragma once

#include <string_view>

namespace wegwijs {

/// What some programs write before a text in UTF-8, and is no part of it.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace wegwijs
