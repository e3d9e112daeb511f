#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of what one file says about another.

inline constexpr Rule dangling_reference{"verwijzing-naar-niets",
                                         Severity::error,
                                         {"'{0}' bestaat niet in '{1}'.", "'{0}' does not exist in '{1}'."},
                                         {"De naam is die van een bestand in de map '{2}', zonder extensie.",
                                          "The name is that of a file in the folder '{2}', without extension."}};

inline constexpr Rule unknown_collection{
    "verzameling-bestaat-niet",
    Severity::error,
    {"Het veld '{0}' verwijst naar '{1}', en die verzameling is er niet.",
     "The field '{0}' refers to '{1}', and there is no such collection."},
    {"Kijk bij 'verzamelingen' in site.yaml.", "See 'verzamelingen' in site.yaml."}};

inline constexpr Rule unknown_source{"onbekende-bron",
                                     Severity::error,
                                     {"De bron '{0}' is nergens verklaard.", "The source '{0}' is declared nowhere."},
                                     {"Zet hem bij 'bronnen' in dit bestand, of maak er een brondocument van.",
                                      "Put it under 'bronnen' in this file, or make it a source document."}};

inline constexpr std::array reference_rules{&dangling_reference, &unknown_collection, &unknown_source};

}  // namespace wegwijs
