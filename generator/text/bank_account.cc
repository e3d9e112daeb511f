#include "text/bank_account.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"

namespace wegwijs {
namespace {

/// Length of an account number by country (the IBAN registry of SWIFT).
constexpr std::array<std::pair<std::string_view, std::size_t>, 40> account_lengths{
    {{"AD", 24}, {"AT", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
     {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FR", 27}, {"GB", 22}, {"GI", 23}, {"GR", 27},
     {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IS", 26}, {"IT", 27}, {"LI", 21}, {"LT", 20}, {"LU", 20},
     {"LV", 21}, {"MA", 28}, {"MC", 27}, {"MT", 31}, {"NL", 18}, {"NO", 15}, {"PL", 28}, {"PT", 25},
     {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"TR", 26}}};

}  // namespace

std::size_t account_length(std::string_view country) {
  const auto* known = std::find_if(account_lengths.begin(), account_lengths.end(),
                                   [&](const auto& one) { return one.first == country; });
  return known == account_lengths.end() ? 0 : known->second;
}

bool passes_account_check(std::string_view account) {
  int rest = 0;
  for (std::size_t index = 0; index < account.size(); ++index) {
    const char sign = account[(index + 4) % account.size()];  // the country and its check come last
    if (is_digit(sign))
      rest = (rest * 10 + (sign - '0')) % 97;
    else
      rest = (rest * 100 + (sign - 'A' + 10)) % 97;
  }
  return rest == 1;
}

}  // namespace wegwijs
