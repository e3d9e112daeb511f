#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// A small site that breaks one rule, and what is then reported; tests/messages/<id>.txt, which also runs as a test.
struct RuleExample {
  std::map<std::string, std::string> files;  ///< path → bytes, as they were written: `⟦…⟧` is not filled in
  std::string report;                        ///< the whole report, in Dutch
};

/// Reads sections "-- path --", the last of which is "-- verwacht --".
RuleExample read_rule_example(std::string_view text);

/// The example of a rule. Nothing when it has none.
std::optional<RuleExample> example_of(const Rule& rule);

/// The path of the file that breaks `rule`, by the report; empty when the report names none.
std::string offending_path(const RuleExample& example, const Rule& rule);

}  // namespace wegwijs
