#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of `site.yaml`.

inline constexpr Rule settings_missing{"site-yaml-ontbreekt",
                                       Severity::error,
                                       {"In deze map staat geen '{0}'.", "There is no '{0}' in this folder."},
                                       {"Ga naar de map van het portaal, of wijs hem aan met --root.",
                                        "Go to the folder of the portal, or name it with --root."}};

inline constexpr Rule bad_setting{"instelling-verkeerd",
                                  Severity::error,
                                  {"'{0}' is geen goede waarde voor '{1}': hier hoort {2}.",
                                   "'{0}' is not a good value for '{1}': {2} belongs here."},
                                  {}};

inline constexpr Rule security_contact_expired{
    "beveiliging-verlopen",
    Severity::warning,
    {"Het adres voor meldingen over de beveiliging gold tot en met {0}.",
     "The address for reports about security was valid until {0}."},
    {"Kijk of het adres bij 'beveiliging' nog klopt en zet 'geldig_tot' op een latere dag, hooguit een jaar verder.",
     "See whether the address at 'beveiliging' is still right and set 'geldig_tot' to a later day, a year on at "
     "most."}};

inline constexpr Rule unknown_in_search_words{
    "zoekwoorden-onbekend",
    Severity::error,
    {"Bij '{0}' staat '{1}', en {2} is er niet.", "'{0}' says '{1}', and there is no {2}."},
    {"Een verzameling heet zoals bij 'verzamelingen' in site.yaml, een veld zoals in het schema van die verzameling.",
     "A collection is called as at 'verzamelingen' in site.yaml, a field as in the schema of that collection."}};

inline constexpr std::array settings_rules{&settings_missing, &bad_setting, &security_contact_expired,
                                           &unknown_in_search_words};

}  // namespace wegwijs
