#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the addresses on the finished pages.

inline constexpr Rule dead_link{
    "dode-link",
    Severity::error,
    {"Het adres '{0}' bestaat niet op deze site.", "The address '{0}' does not exist on this site."},
    {"Kijk of het adres goed is getypt, met / aan het begin en aan het eind.",
     "Check that the address is typed well, with / at the beginning and the end."}};

inline constexpr Rule dead_anchor{
    "dood-anker",
    Severity::error,
    {"De pagina '{0}' bestaat, maar heeft geen plek '#{1}'.", "The page '{0}' exists, but has no place '#{1}'."},
    {"Een kop krijgt zijn adres van zijn tekst: 'Hoe vraagt u het aan?' wordt '#hoe-vraagt-u-het-aan'.",
     "A heading gets its address from its text: 'How to ask' becomes '#how-to-ask'."}};

inline constexpr Rule repeated_anchor{
    "anker-dubbel",
    Severity::error,
    {"De pagina '{0}' heeft twee plekken met het id '{1}'.", "The page '{0}' has two places with the id '{1}'."},
    {"Geef de kop een andere tekst, of verander het sjabloon.",
     "Give the heading another text, or change the template."}};

inline constexpr Rule file_at_page{"bestand-op-adres-van-pagina",
                                   Severity::error,
                                   {"'{0}' komt op het adres van een pagina.", "'{0}' lands on the address of a page."},
                                   {"Geef het bestand een andere naam.", "Give the file another name."}};

inline constexpr std::array address_rules{&dead_link, &dead_anchor, &repeated_anchor, &file_at_page};

}  // namespace wegwijs
