#include "model/schema_findings.h"

#include "diagnostic/few_of_many.h"
#include "model/collection_rules.h"
#include "schema/record_rules.h"
#include "schema/value_rules.h"

namespace wegwijs {

void append_findings_of_files(Diagnostics&& found, Diagnostics& diagnostics) {
  using Cause = std::pair<const Rule*, std::vector<Argument>>;
  const auto cause_of = [](const Diagnostic& one) -> std::optional<Cause> {
    if (one.severity != Severity::error || one.arguments.size() < 2) return std::nullopt;
    if (one.rule == &unknown_field || one.rule == &missing_field) return Cause{one.rule, {one.arguments[0]}};
    if (one.rule == &wrong_value && one.arguments.size() > 2)
      return Cause{one.rule, {one.arguments[1], one.arguments[2]}};
    if (one.rule == &unknown_option) return Cause{one.rule, {one.arguments[0], one.arguments[1]}};
    return std::nullopt;
  };
  const auto tell_rest = [](const Cause&, const ManyFindings& findings, Diagnostics& told) {
    told.report(mistake_in_many_files, findings.last_told.where, {std::to_string(findings.others())});
  };
  append_few_of_many(std::move(found), {10, 3}, cause_of, tell_rest, diagnostics);
}

}  // namespace wegwijs
