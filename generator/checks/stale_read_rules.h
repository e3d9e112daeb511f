#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of how long ago a source was read.

inline constexpr Rule read_long_ago{
    "lang-niet-nagekeken",
    Severity::warning,
    {"'{0}' is gelezen op {1}, {2}.", "'{0}' was read on {1}, {2}."},
    {"Kijk in de bron of alles nog klopt, en zet dan de nieuwe dag neer. Op de pagina staat nu dat dit "
     "lang niet is nagekeken ('nakijken_na: {3}' in site.yaml).",
     "Check in the source that everything is still right, and then give the new day. The page now says that this "
     "was not checked for long ('nakijken_na: {3}' in site.yaml)."}};

inline constexpr std::array stale_read_rules{&read_long_ago};

}  // namespace wegwijs
