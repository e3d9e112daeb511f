#pragma once

#include <string_view>

namespace wegwijs {

/// The first piece of Markdown or HTML in `text` ("**", "[gids](/gids/)", "<b>", "&nbsp;", "## "), which a field of
/// plain text would show unchanged; empty when there is none. A lone star, a sign as in "< 5" and a name as
/// `korte_naam` are no markup. Takes time proportional to the length of `text`.
std::string_view first_markup(std::string_view text);

}  // namespace wegwijs
