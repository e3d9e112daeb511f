#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of years, and of the day on which something was to begin.

inline constexpr Rule impossible_year{
    "jaar-kan-niet",
    Severity::warning,
    {"Het jaar in '{0}' kan bijna niet kloppen: dat is {1}.", "The year in '{0}' can hardly be right: that is {1}."},
    {"Kijk in de bron welk jaar het is.", "Check in the source which year it is."}};

inline constexpr Rule promise_passed{
    "vanaf-voorbij",
    Severity::warning,
    {"'vanaf: {0}' is voorbij, en bij '{1}' staat nog '{2}'.", "'vanaf: {0}' has passed, and '{1}' still says '{2}'."},
    {"Vraag de school of het er is. Zo ja: schrijf '{3}' met de nieuwe bron. Zo nee: schrijf de nieuwe dag bij "
     "'vanaf'.",
     "Ask the school whether it is there. If so, write '{3}' with the new source. If not, give the new day at "
     "'vanaf'."}};

inline constexpr std::array year_rules{&impossible_year, &promise_passed};

}  // namespace wegwijs
