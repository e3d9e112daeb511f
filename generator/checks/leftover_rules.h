#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of texts that are not finished.

inline constexpr Rule unfinished_text{
    "tekst-niet-af",
    Severity::warning,
    {"'{0}' moet nog ingevuld worden.", "'{0}' has still to be filled in."},
    {"Vul het in, of haal het weg: een lezer ziet het zo op de site, en wat er niet staat, is niet bekend.",
     "Fill it in, or remove it: a reader sees it like this on the site, and what is not there is not known."}};

inline constexpr std::array leftover_rules{&unfinished_text};

}  // namespace wegwijs
