#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of telephone numbers.

inline constexpr Rule impossible_phone{
    "telefoon-kan-niet",
    Severity::error,
    {"'{0}' is geen telefoonnummer dat kan bestaan: {1}.", "'{0}' is no telephone number that can exist: {1}."},
    {"Kijk het na in de bron. Een nummer met netnummer heeft 10 cijfers, als 020 123 4567. Is het een bijzonder "
     "nummer? "
     "Zet het bij 'diensten' in site.yaml.",
     "Check it in the source. A number with an area code has 10 digits, such as 020 123 4567. Is it a special number? "
     "Add it to 'diensten' in site.yaml."}};

inline constexpr std::array phone_number_rules{&impossible_phone};

}  // namespace wegwijs
