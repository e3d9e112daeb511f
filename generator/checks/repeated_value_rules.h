#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of lists that name something twice, or the entry that they are of.

inline constexpr Rule repeated_in_list{"lijst-dubbel",
                                       Severity::warning,
                                       {"'{0}' staat twee keer bij '{1}'.", "'{0}' is given twice at '{1}'."},
                                       {"Laat er één staan.", "Keep one of them."}};

inline constexpr Rule reference_to_itself{
    "verwijzing-naar-zichzelf",
    Severity::warning,
    {"'{0}' bij '{1}' is dit stuk zelf.", "'{0}' at '{1}' is this entry itself."},
    {"Haal het weg: een lezer is hier al.", "Remove it: a reader is here already."}};

inline constexpr std::array repeated_value_rules{&repeated_in_list, &reference_to_itself};

}  // namespace wegwijs
