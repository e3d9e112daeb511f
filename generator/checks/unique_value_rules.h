#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of values that may occur once.

inline constexpr Rule repeated_value{
    "waarde-dubbel",
    Severity::error,
    {"{0} '{1}' staat ook bij '{2}'.", "{0} '{1}' is also given for '{2}'."},
    {"Kijk in het register welke van de twee het is.", "Check in the register which of the two it is."}};

inline constexpr std::array unique_value_rules{&repeated_value};

}  // namespace wegwijs
