#pragma once

#include <string_view>

#include "templates/html_context.h"

namespace wegwijs {

// What the names of HTML mean for what a template may write there. Names are in lower case.

HtmlContext::Element element_named(std::string_view name);

/// `</title` for an element whose content is text up to its closing tag; empty for every other.
std::string_view closing_tag(HtmlContext::Element element);

/// What the attribute `name` is in the tag that `context` is in.
HtmlContext::Attribute attribute_named(std::string_view name, const HtmlContext& context);

/// Whether a script of this type holds data.
bool is_json_type(std::string_view type);

/// Whether a `link` with this `rel` names an address and loads nothing.
bool is_harmless_relation(std::string_view relation);

}  // namespace wegwijs
