#pragma once

#include <span>
#include <string>

#include "deliver/delivery.h"

namespace wegwijs {

/// What a school says on a row, as people read it: "Deels: Op dinsdag. (voor havo) (leerjaar 1, 2)".
std::string answer_in_words(const Answer& answer, const Field& field, const ClaimWords& words, Language language);

/// What the site says on a row, or that nobody has looked yet.
std::string claims_in_words(const Schema& schema, std::span<const Claim> claims, Language language);

}  // namespace wegwijs
