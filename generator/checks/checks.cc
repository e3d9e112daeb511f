#include "checks/checks.h"

#include <array>

#include "checks/site_texts.h"

namespace wegwijs {

std::span<const Check> checks() {
  static constexpr std::array all{
      check_unique_values,   //
      check_calendar_dates,  //
      check_future_dates,    //
      check_everyday_terms,  //
      check_passed_futures,  //
      check_stale_reads,     //
      check_years,           //
      check_phone_numbers,   //
      check_claims,          //
      check_leftovers,       //
  };
  return all;
}

void run_checks(const CheckContext& context, Diagnostics& diagnostics) {
  for (const Check check : checks()) check(context, diagnostics);
  static constexpr std::array of_texts{check_reminders_in, check_privacy_of};
  check_texts(context, of_texts, diagnostics);
}

}  // namespace wegwijs
