#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the header of a Markdown file.

inline constexpr Rule missing_front_matter{
    "kop-ontbreekt",
    Severity::error,
    {"Dit bestand begint niet met een kop tussen twee regels '---'.",
     "This file does not begin with a header between two lines '---'."},
    {"Begin met een regel '---', dan bijvoorbeeld 'titel: …', dan weer een regel '---'.",
     "Begin with a line '---', then for example 'titel: …', then again a line '---'."}};

inline constexpr Rule text_above_front_matter{
    "kop-niet-bovenaan",
    Severity::error,
    {"Boven de kop staat nog {0}; de regel '---' moet de eerste zijn.",
     "Above the header there is {0}; the line '---' must be the first."},
    {"Haal weg wat erboven staat, of zet het onder de kop.", "Remove what is above it, or put it below the header."}};

inline constexpr Rule open_front_matter{
    "kop-niet-gesloten",
    Severity::error,
    {"De kop die hier begint, wordt niet gesloten.", "The header that begins here is never closed."},
    {"Zet onder de kop een regel '---'.", "Put a line '---' under the header."}};

inline constexpr std::array front_matter_rules{&missing_front_matter, &text_above_front_matter, &open_front_matter};

}  // namespace wegwijs
