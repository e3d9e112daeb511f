#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of a page as a whole.

inline constexpr Rule page_too_large{
    "pagina-te-groot",
    Severity::error,
    {"De pagina '{0}' wordt te groot: het sjabloon '{1}' herhaalt te veel.",
     "The page '{0}' becomes too large: the template '{1}' repeats too much."},
    {"Staat er in het sjabloon een {{#lijst}} in een {{#lijst}}? Dan wordt elke regel keer elke regel herhaald.",
     "Does the template have a {{#list}} in a {{#list}}? Then every line is repeated for every line."}};

inline constexpr std::array page_rules{&page_too_large};

}  // namespace wegwijs
