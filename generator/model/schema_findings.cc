#include "model/schema_findings.h"

#include "diagnostic/few_of_many.h"
#include "model/collection_rules.h"
#include "schema/record_rules.h"

namespace wegwijs {

void append_findings_of_files(Diagnostics&& found, Diagnostics& diagnostics) {
  using Cause = std::pair<const Rule*, Argument>;
  const auto cause_of = [](const Diagnostic& one) {
    const bool is_rule_of_schema = one.rule == &unknown_field || one.rule == &missing_field;
    const bool is_about_schema = is_rule_of_schema && one.severity == Severity::error && !one.arguments.empty();
    return is_about_schema ? std::optional(Cause{one.rule, one.arguments.front()}) : std::nullopt;
  };
  const auto tell_rest = [](const Cause&, const ManyFindings& findings, Diagnostics& told) {
    told.report(mistake_in_many_files, findings.last_told.where, {std::to_string(findings.others())});
  };
  append_few_of_many(std::move(found), {10, 3}, cause_of, tell_rest, diagnostics);
}

}  // namespace wegwijs
