#pragma once

#include <string_view>

#include "source/markdown_mistakes.h"

struct cmark_node;

namespace wegwijs {

/// Reports what a reader would not see, or would see as something other than the author most likely meant: a definition
/// that nothing uses, a cell beyond the last column, a sentence that a line of hyphens makes a heading, an indented
/// sentence that becomes code. `parsed`: the text that `document` was made of.
void report_oversights(cmark_node* document, std::string_view parsed, MarkdownMistakes& mistakes);

}  // namespace wegwijs
