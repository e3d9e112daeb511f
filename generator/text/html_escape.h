#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Appends `text` with `&`, `<`, `>`, `"` and `'` written as character references: safe as HTML text and inside a
/// quoted attribute value.
void append_html_escaped(std::string& output, std::string_view text);

/// `text`, escaped as by `append_html_escaped`.
std::string html_escaped(std::string_view text);

}  // namespace wegwijs
