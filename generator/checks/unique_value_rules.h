#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of values that may occur once.

inline constexpr Rule repeated_value{
    "waarde-dubbel",
    Severity::error,
    {"De waarde '{1}' van '{0}' staat ook bij '{2}'.", "The value '{1}' of '{0}' is also given for '{2}'."},
    {"Kijk na bij welke van de twee hij hoort.", "Find out to which of the two it belongs."}};

inline constexpr std::array unique_value_rules{&repeated_value};

}  // namespace wegwijs
