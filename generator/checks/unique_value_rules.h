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

inline constexpr Rule repeated_title{"titel-dubbel",
                                     Severity::warning,
                                     {"'{0}' heet ook zo in '{1}': een lezer kan de twee niet uit elkaar houden.",
                                      "'{0}' is also the title in '{1}': a reader cannot tell the two apart."},
                                     {"Geef ze elk een eigen naam. Is het hetzelfde? Laat er dan één staan.",
                                      "Give each a name of its own. Are they the same? Then keep one."}};

inline constexpr std::array unique_value_rules{&repeated_value, &repeated_title};

}  // namespace wegwijs
