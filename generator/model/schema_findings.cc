#include "model/schema_findings.h"

#include <map>
#include <utility>

#include "model/collection_rules.h"
#include "schema/record_rules.h"

namespace wegwijs {
namespace {

constexpr std::size_t many = 10;
constexpr std::size_t most_told = 3;

using FindingKey = std::pair<const Rule*, Argument>;

bool is_about_schema(const Diagnostic& one) {
  const bool is_rule_of_schema = one.rule == &unknown_field || one.rule == &missing_field;
  return is_rule_of_schema && one.severity == Severity::error && !one.arguments.empty();
}

}  // namespace

void append_findings_of_files(Diagnostics&& found, Diagnostics& diagnostics) {
  std::map<FindingKey, std::size_t> counts;
  for (const Diagnostic& one : found.all()) {
    if (is_about_schema(one)) ++counts[{one.rule, one.arguments.front()}];
  }
  std::map<FindingKey, std::size_t> told;
  for (const Diagnostic& one : found.all()) {
    if (!is_about_schema(one)) {
      diagnostics.add(one);
      continue;
    }
    const FindingKey key{one.rule, one.arguments.front()};
    const std::size_t count = counts.at(key);
    if (count > many && told[key] == most_told) continue;
    diagnostics.add(one);
    if (++told[key] == most_told && count > many)
      diagnostics.report(mistake_in_many_files, one.where, {std::to_string(count - most_told)});
  }
}

}  // namespace wegwijs
