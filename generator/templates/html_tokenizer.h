#pragma once

#include <string_view>

#include "templates/html_context.h"

namespace wegwijs {

/// The context after static HTML that begins in `context`.
HtmlContext behind_html(HtmlContext context, std::string_view html);

/// `context` where a section, part or block begins or ends: names of elements and attributes are complete there.
HtmlContext at_border(HtmlContext context);

}  // namespace wegwijs
