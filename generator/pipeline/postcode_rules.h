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

inline constexpr Rule unreadable_place{
    "plek-onleesbaar",
    Severity::error,
    {"'{0}' zegt niet waar een postcode ligt.", "'{0}' does not say where a postcode lies."},
    {"Schrijf op elke regel de postcode, de breedtegraad en de lengtegraad: 1017,52.363,4.884. Zoals een werkblad het "
     "bewaart mag ook: 1017;52,363;4,884.",
     "Write on each line the postcode, the latitude and the longitude: 1017,52.363,4.884. As a Dutch spreadsheet saves "
     "it will do too: 1017;52,363;4,884."}};

inline constexpr std::array postcode_rules{&postcode_without_place, &unreadable_place};

}  // namespace wegwijs
