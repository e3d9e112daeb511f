#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// How many findings of one cause are told: all of them, or, when they are more than `many`, the first `few`.
struct FewOfMany {
  std::size_t many;
  std::size_t few;
};

/// One cause with more findings than are told.
struct ManyFindings {
  const Diagnostic& last_told;
  std::size_t count;  ///< of all
  std::size_t told;

  std::size_t others() const { return count - told; }
};

/// Adds `found` to `diagnostics` in its order, of each cause no more than `limits` says. `cause_of(finding)` gives an
/// optional key with an order, none for a finding that is always told; `tell_rest(key, ManyFindings, diagnostics)`
/// reports what the untold ones come down to, after the last that was told.
template <typename CauseOf, typename TellRest>
void append_few_of_many(Diagnostics&& found, FewOfMany limits, const CauseOf& cause_of, const TellRest& tell_rest,
                        Diagnostics& diagnostics) {
  using Key = typename decltype(cause_of(std::declval<const Diagnostic&>()))::value_type;
  struct Count {
    std::size_t all = 0;
    std::size_t told = 0;
  };
  std::map<Key, Count> counts;
  for (const Diagnostic& one : found.all()) {
    if (const std::optional<Key> key = cause_of(one)) ++counts[*key].all;
  }
  for (const Diagnostic& one : found.all()) {
    const std::optional<Key> key = cause_of(one);
    Count* const count = key ? &counts[*key] : nullptr;
    const bool is_one_of_many = count != nullptr && count->all > limits.many;
    if (is_one_of_many && count->told == limits.few) continue;
    diagnostics.add(one);
    if (is_one_of_many && ++count->told == limits.few)
      tell_rest(*key, ManyFindings{one, count->all, count->told}, diagnostics);
  }
}

}  // namespace wegwijs
