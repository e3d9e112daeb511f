#pragma once

#include <string_view>

struct cmark_node;

namespace wegwijs {

/// What a mark of another language has in it; a text without it has none.
inline constexpr std::string_view language_mark = "]{lang=";

/// Makes nodes of the words that the author marked as of another language: `[Welcome to our school]{lang=en}`. Each
/// becomes a node of emphasis for which `language_of` gives the code; brackets and mark leave the text. What is not of
/// this form, or whose code is not a known language, stays as it is.
void mark_languages(cmark_node* document);

/// The code of the language that `node` was made for; empty for every other node.
std::string_view language_of(cmark_node* node);

}  // namespace wegwijs
