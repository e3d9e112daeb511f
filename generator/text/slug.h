#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// The form of `text` that is used in addresses and heading ids: lower case, accents and ligatures taken apart, every
/// run of other characters one hyphen, none at either end. Empty when nothing is left (a text of symbols only).
std::string slug_for(std::string_view text);

/// Whether `text` already is a slug: `[a-z0-9]` in groups joined by single hyphens.
bool is_slug(std::string_view text);

}  // namespace wegwijs
