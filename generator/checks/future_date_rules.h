#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of dates on which a source said something.

inline constexpr Rule as_of_in_future{"peildatum-in-toekomst",
                                      Severity::warning,
                                      {"De peildatum {0} is nog niet geweest.", "The as-of date {0} is still to come."},
                                      {"Een peildatum is de dag waarop de bron het zei. Kijk of het jaar klopt.",
                                       "An as-of date is the day on which the source said it. Check the year."}};

inline constexpr std::array future_date_rules{&as_of_in_future};

}  // namespace wegwijs
