#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the report itself.

inline constexpr Rule more_in_file{
    "meldingen-weggelaten",
    Severity::note,
    {"Over dit bestand is er meer te melden: nog {0}.", "There is more to say about this file: {0}."},
    {"Herstel eerst wat hierboven staat, en kijk dan opnieuw.", "First mend what stands above, and then check again."}};

inline constexpr std::array report_rules{&more_in_file};

}  // namespace wegwijs
