#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of days that are still to come.

inline constexpr Rule as_of_in_future{"peildatum-in-toekomst",
                                      Severity::warning,
                                      {"De peildatum {0} is nog niet geweest.", "The as-of date {0} is still to come."},
                                      {"Een peildatum is de dag waarop de bron het zei. Kijk of het jaar klopt.",
                                       "An as-of date is the day on which the source said it. Check the year."}};

inline constexpr Rule updated_in_future{"bijgewerkt-in-toekomst",
                                        Severity::warning,
                                        {"'{0}: {1}' is nog niet geweest.", "'{0}: {1}' is still to come."},
                                        {"Schrijf de dag waarop u dit veranderde. Kijk of het jaar klopt.",
                                         "Write the day on which you changed this. Check the year."}};

inline constexpr Rule news_in_future{
    "bericht-in-toekomst",
    Severity::warning,
    {"'{0}: {1}' is nog niet geweest, maar het bericht staat nu al op de site.",
     "'{0}: {1}' is still to come, but the item is on the site already."},
    {"Moet het wachten? Schrijf er 'publiceren_vanaf: {1}' bij. Anders: kijk of het jaar klopt.",
     "Should it wait? Add 'publiceren_vanaf: {1}'. If not, check the year."}};

inline constexpr std::array future_date_rules{&as_of_in_future, &updated_in_future, &news_in_future};

}  // namespace wegwijs
