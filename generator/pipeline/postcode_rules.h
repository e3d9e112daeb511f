#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the postcodes from which readers reckon distances.

inline constexpr Rule postcode_without_place{
    "postcode-zonder-plek",
    Severity::warning,
    {"Waar de postcode '{0}' ligt, staat niet in '{1}': lezers zien hier geen afstand.",
     "Where the postcode '{0}' lies is not told in '{1}': readers see no distance here."},
    {"Kijk of de postcode goed is getypt. Klopt hij? Zet hem in het bestand met zijn eerste cijfer.",
     "Check that the postcode is typed well. Is it right? Put it into the file of its first digit."}};

inline constexpr std::array postcode_rules{&postcode_without_place};

}  // namespace wegwijs
