#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of claims beside each other and beside what else the file says.

inline constexpr Rule claim_beyond_levels{"bewering-buiten-niveaus",
                                          Severity::error,
                                          {"'{0}' bij '{1}' kan niet: bij '{2}' staat dit niveau niet.",
                                           "'{0}' at '{1}' cannot be: '{2}' does not have this level."},
                                          {"Haal het hier weg, of zet het bij '{2}' als de school het wel heeft.",
                                           "Remove it here, or add it to '{2}' when the school does have it."}};

inline constexpr Rule repeated_claim{"bewering-dubbel",
                                     Severity::warning,
                                     {"Deze bewering bij '{0}' staat er twee keer: '{1}', met dezelfde bron.",
                                      "This claim at '{0}' is given twice: '{1}', with the same source."},
                                     {"Laat er één staan.", "Keep one of them."}};

inline constexpr Rule contradicting_claims{
    "bewering-tegenstrijdig",
    Severity::error,
    {"Bij '{0}' staat '{1}' en ook '{2}', uit dezelfde bron en voor dezelfde leerlingen.",
     "'{0}' says '{1}' and also '{2}', from the same source and for the same pupils."},
    {"Lees in de bron wat er staat. Geldt het voor een deel van de leerlingen? Schrijf dan 'voor'{3}.",
     "Read what the source says. Does it hold for some of the pupils? Then write 'voor'{3}."}};

inline constexpr Rule contradicting_explanation{
    "toelichting-tegenstrijdig",
    Severity::warning,
    {"De toelichting bij '{0}' begint met '{1}', en de status is '{2}'.",
     "The explanation at '{0}' begins with '{1}', and its status is '{2}'."},
    {"Lees in de bron wat er staat, en laat de status en de toelichting hetzelfde zeggen.",
     "Read what the source says, and let the status and the explanation say the same."}};

inline constexpr std::array claim_conflict_rules{&claim_beyond_levels, &repeated_claim, &contradicting_claims,
                                                 &contradicting_explanation};

}  // namespace wegwijs
