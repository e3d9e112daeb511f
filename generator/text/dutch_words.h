#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace wegwijs {

/// Folded words that say nothing about what somebody looks for, sorted: the small words of Dutch, and those with which
/// parents and teachers begin a question ("mijn zoon wil …"). They are neither in the search index nor looked up.
std::span<const std::string_view> search_stop_words();
/// Whether a folded word is one of them. By a table: half of all words of a text are.
bool is_search_stop_word(std::string_view word);

/// Folded words of everyday speech that say little about what somebody looks for, sorted ("lang", "zitten", "elkaar").
/// Pages are found by them; but that a small site has one of them seldom does not make it telling.
std::span<const std::string_view> search_light_words();

/// Folded words that are looked up as another one, sorted: numbers and "sint", which names of schools and classes spell
/// in two ways (groep acht, Sint Nicolaaslyceum).
std::span<const std::pair<std::string_view, std::string_view>> search_spellings();

/// Folded words of everyday use, sorted: as another name of a term they would make links where a text means something
/// else ("weer richting school").
std::span<const std::string_view> everyday_words();

/// Folded words and phrases of a sentence that looks ahead ("zal", "loopt").
std::span<const std::string_view> future_phrases();

/// Folded verbs that say that a sentence looks back ("zou in 2025 …").
std::span<const std::string_view> past_words();

/// Folded words after which a year says when something happens ("in 2025", "eind 2025").
std::span<const std::string_view> words_before_a_year();

}  // namespace wegwijs
