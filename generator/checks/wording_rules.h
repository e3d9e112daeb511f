#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of words that mislead a reader.

inline constexpr Rule everyday_term{
    "begrip-gewoon-woord",
    Severity::warning,
    {"'{0}' is een gewoon woord: overal waar het in een tekst staat, wordt het een link naar '{1}'.",
     "'{0}' is an everyday word: wherever a text has it, it becomes a link to '{1}'."},
    {"Haal het woord hier weg. Wilt u dat lezers het begrip ermee vinden? Zet het dan bij een veld voor zoekwoorden.",
     "Take the word out here. Should readers find the term with it? Then give it as a search word."}};

inline constexpr Rule passed_future{
    "toekomst-voorbij",
    Severity::warning,
    {"Deze zin kijkt vooruit naar {0}, en dat jaar is voorbij: '{1}'",
     "This sentence looks ahead to {0}, and that year is over: '{1}'"},
    {"Schrijf wat er toen gepland was ('zou'), of wat er sindsdien bekend is. Gaat de hele verzameling over een ander "
     "jaar? Zet dan 'over_eigen_jaar: ja' bij die verzameling in site.yaml.",
     "Write what was planned then, or what is known since. Does the whole collection speak of another year? Then set "
     "'over_eigen_jaar: ja' at that collection in site.yaml."}};

inline constexpr std::array wording_rules{&everyday_term, &passed_future};

}  // namespace wegwijs
