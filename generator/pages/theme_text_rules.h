#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the words of the theme, `texts.nl.yaml` and `texts.en.yaml`.

inline constexpr Rule theme_texts_missing{"thema-teksten-ontbreken",
                                          Severity::error,
                                          {"Het thema heeft geen '{0}'.", "The theme has no '{0}'."},
                                          {"Maak dit bestand met de woorden van de knoppen en koppen.",
                                           "Make this file with the words of buttons and headings."}};

inline constexpr Rule theme_text_missing{"thema-tekst-ontbreekt",
                                         Severity::warning,
                                         {"'{0}' ontbreekt in '{1}'; de Nederlandse tekst wordt gebruikt.",
                                          "'{0}' is missing in '{1}'; the Dutch text is used."},
                                         {"Zet in '{1}' een regel '{0}: …'.", "Put a line '{0}: …' in '{1}'."}};

inline constexpr Rule theme_text_not_text{"thema-tekst-vorm",
                                          Severity::error,
                                          {"'{0}' moet een tekst zijn.", "'{0}' must be a text."},
                                          {"Schrijf achter '{0}:' één tekst, zo nodig tussen aanhalingstekens.",
                                           "Write one text behind '{0}:', in quotes where needed."}};

inline constexpr std::array theme_text_rules{&theme_texts_missing, &theme_text_missing, &theme_text_not_text};

}  // namespace wegwijs
