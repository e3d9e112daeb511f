#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace wegwijs {

/// Folded words that say nothing about what somebody looks for, sorted: the small words of Dutch, and those with which
/// parents and teachers begin a question ("mijn zoon wil …"). They are neither in the search index nor looked up.
std::span<const std::string_view> search_stop_words();

/// Folded words that are looked up as another one, sorted: numbers and "sint", which names of schools and classes spell
/// in two ways (groep acht, Sint Nicolaaslyceum).
std::span<const std::pair<std::string_view, std::string_view>> search_spellings();

}  // namespace wegwijs
