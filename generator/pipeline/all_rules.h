#pragma once

#include <span>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// The rules about one thing, in the order in which their header lists them.
struct RuleSubject {
  BilingualText title;
  std::span<const Rule* const> rules;
};

/// Every rule of the program once, by subject: first what editors meet, then settings and schemas, then themes.
std::span<const RuleSubject> rules_by_subject();

/// The same rules, sorted by id.
std::span<const Rule* const> all_rules();

/// Nothing when no rule has this id.
const Rule* find_rule(std::string_view id);

}  // namespace wegwijs
