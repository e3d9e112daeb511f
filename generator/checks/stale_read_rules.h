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

inline constexpr Rule help_numbers_old{
    "hulp-nu-oud",
    Severity::warning,
    {"De nummers van 'hulp_nu' zijn opgeschreven op {0}, {1} dagen geleden.",
     "The numbers of 'hulp_nu' were written down on {0}, {1} days ago."},
    {"Kijk op de website van elke dienst of het nummer nog klopt, en zet dan hier de nieuwe dag.",
     "Check on the website of each service that its number is still right, and then give the new day here."}};

inline constexpr std::array stale_read_rules{&read_long_ago, &help_numbers_old};

}  // namespace wegwijs
