#include "checks/checks.h"

#include <array>

namespace wegwijs {

std::span<const Check> checks() {
  static constexpr std::array all{
      check_unique_values,   //
      check_calendar_dates,  //
      check_future_dates,    //
      check_everyday_terms,  //
      check_passed_futures,  //
      check_stale_reads,     //
  };
  return all;
}

void run_checks(const Site& site, Date today, Diagnostics& diagnostics) {
  for (const Check check : checks()) check(site, today, diagnostics);
}

}  // namespace wegwijs
