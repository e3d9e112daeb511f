#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of which pages there are and where.

inline constexpr Rule same_address{
    "adres-dubbel",
    Severity::error,
    {"Het adres '{0}' is al van een andere pagina.", "The address '{0}' belongs to another page already."},
    {"Geef een van de twee een ander adres.", "Give one of the two another address."}};

inline constexpr Rule unknown_in_listing{"lijst-onbekend",
                                         Severity::error,
                                         {"'{0}' is geen {1}.", "'{0}' is not a {1}."},
                                         {"Mogelijk zijn: {2}.", "Possible are: {2}."}};

inline constexpr Rule too_many_made_pages{
    "te-veel-paginas",
    Severity::error,
    {"De lijsten, vergelijkingen en onderwerpen maken samen meer dan {0} pagina's.",
     "The lists, comparisons and topics make more than {0} pages together."},
    {"Vanaf deze regel past het niet meer: haal er een weg, of deel in op een veld met minder keuzes.",
     "From this rule on they do not fit: leave one out, or divide by a field with fewer options."}};

inline constexpr std::array plan_rules{&same_address, &unknown_in_listing, &too_many_made_pages};

}  // namespace wegwijs
