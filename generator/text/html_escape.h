#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Appends `text` with `&`, `<`, `>`, `"` and `'` written as character references: safe as HTML text and inside a
/// quoted attribute value.
void append_html_escaped(std::string& output, std::string_view text);

/// Appends `text` escaped as text between elements, where a line may end at any space and hyphen: not within "€ 1.234",
/// nor before a number of one digit behind a word ("klas 1", "art. 5"), whose space becomes one that does not break; nor
/// within a short word with a hyphen ("e-mail", "2025-2026"), which stands in a span of class "vast". Its characters
/// stay as they are, for those who copy it or look for it.
void append_html_text(std::string& output, std::string_view text);

/// `text`, escaped as by `append_html_escaped`.
std::string html_escaped(std::string_view text);

}  // namespace wegwijs
