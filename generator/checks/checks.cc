#include "checks/checks.h"

#include <array>

namespace wegwijs {

std::span<const Check> checks() {
  static constexpr std::array<Check, 3> all{check_unique_values, check_calendar_dates, check_future_dates};
  return all;
}

void run_checks(const Site& site, Date today, Diagnostics& diagnostics) {
  for (const Check check : checks()) check(site, today, diagnostics);
}

}  // namespace wegwijs
