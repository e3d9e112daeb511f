#pragma once

#include <cstddef>
#include <string_view>

namespace wegwijs {

/// How many letters and digits an account number (IBAN) of `country` ("NL") has; 0 for a country without them.
std::size_t account_length(std::string_view country);

/// Whether the check digits of an account fit it. `account`: capitals and digits, at least four.
bool passes_account_check(std::string_view account);

}  // namespace wegwijs
