#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Appends `text` with `&`, `<`, `>`, `"` and `'` written as character references: safe as HTML text and inside a
/// quoted attribute value.
void append_html_escaped(std::string& output, std::string_view text);

/// Appends `text` escaped as text between elements, where a line may end at any space: not within "€ 1.234", nor before
/// a number of one digit behind a word ("klas 1", "art. 5"), whose space becomes one that does not break.
void append_html_text(std::string& output, std::string_view text);

/// `text`, escaped as by `append_html_escaped`.
std::string html_escaped(std::string_view text);

}  // namespace wegwijs
