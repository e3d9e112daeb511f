#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

inline constexpr Rule weak_colour_pair{
    "kleurpaar-te-zwak",
    Severity::error,
    {"'{0}' op '{1}' heeft een contrast van {2} : 1 ({4}); het moet minstens {3} : 1 zijn.",
     "'{0}' on '{1}' has a contrast of {2} : 1 ({4}); at least {3} : 1 is needed."},
    {"Maak een van de twee kleuren donkerder of lichter: anders kan niet iedereen dit lezen.",
     "Make one of the two colours darker or lighter: otherwise not everybody can read this."}};

inline constexpr Rule unknown_colour_token{
    "kleur-onbekend",
    Severity::error,
    {"De kleur '{0}' staat niet in '{1}'.", "The colour '{0}' is not in '{1}'."},
    {"Verander de naam, of voeg de kleur toe.", "Change the name, or add the colour."}};

inline constexpr Rule unreadable_colour{
    "kleur-onleesbaar",
    Severity::error,
    {"'{0}' van '{1}' is geen kleur als #0d4853.", "'{0}' of '{1}' is no colour like #0d4853."},
    {"Schrijf de kleur met een # en drie of zes tekens, anders kan het contrast niet worden nagerekend.",
     "Write the colour with a # and three or six digits, or the contrast cannot be checked."}};

inline constexpr Rule colour_tokens_missing{
    "kleuren-ontbreken",
    Severity::error,
    {"Het thema heeft geen '{0}', en daar staan de kleuren in.", "The theme has no '{0}', where its colours stand."},
    {"Zet het bestand terug, of haal kleurparen.yaml weg.", "Put the file back, or remove kleurparen.yaml."}};

inline constexpr std::array theme_colour_rules{&weak_colour_pair, &unknown_colour_token, &unreadable_colour,
                                               &colour_tokens_missing};

}  // namespace wegwijs
