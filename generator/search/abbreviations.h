#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "search/search_block.h"

namespace wegwijs {

/// The short forms that `text` explains between brackets after the long form: "de lange naam (DLN)".
std::vector<Abbreviation> explained_abbreviations(std::string_view text);

/// `short_form` as the abbreviation of the end of `before`, when it is one: its letters are in that order in the
/// words, the first at the beginning of a word (the rule of Schwartz and Hearst, 2003). The long form is the shortest
/// one that fits, and never more than twice as many words as there are letters.
std::optional<Abbreviation> abbreviation_of(std::string_view before, std::string_view short_form);

/// The first letters of the words of a title with at least three of them: "Het Amsterdams Lyceum" gives "hal". Empty
/// for a shorter title.
std::string title_initials(std::string_view title);

}  // namespace wegwijs
