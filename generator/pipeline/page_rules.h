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

inline constexpr Rule text_not_shown{
    "tekst-niet-getoond",
    Severity::warning,
    {"De tekst onder de tweede '---' komt niet op de site: {0}.",
     "The text below the second '---' does not reach the site: {0}."},
    {"Zet de tekst in een veld dat wel getoond wordt, of haal hem weg. Wie het thema onderhoudt kan {{body}} in het "
     "sjabloon zetten.",
     "Put the text into a field that is shown, or remove it. Whoever maintains the theme can put {{body}} into the "
     "template."}};

inline constexpr std::array page_rules{&page_too_large, &text_not_shown};

}  // namespace wegwijs
