#include "checks/checks.h"

#include <array>

namespace wegwijs {

std::span<const Check> checks() {
  static constexpr std::array<Check, 2> all{check_unique_values, check_calendar_dates};
  return all;
}

void run_checks(const Site& site, Diagnostics& diagnostics) {
  for (const Check check : checks()) check(site, diagnostics);
}

}  // namespace wegwijs
