#include "deliver/entry_mistakes.h"

#include <algorithm>
#include <vector>

#include "diagnostic/report.h"
#include "schema/read_record.h"
#include "text/ascii.h"

namespace wegwijs {

std::string first_new_mistake(const YamlNode& before, const YamlNode& after, const Schema& schema, Language language) {
  const auto mistakes = [&](const YamlNode& values) {
    Diagnostics diagnostics;
    read_record(values, schema, diagnostics);
    return diagnostics.in_source_order();
  };
  const std::vector<Diagnostic> known = mistakes(before);
  for (const Diagnostic& diagnostic : mistakes(after)) {
    const bool is_old = std::any_of(known.begin(), known.end(), [&](const Diagnostic& one) {
      return one.rule == diagnostic.rule && one.arguments == diagnostic.arguments;
    });
    if (is_old || diagnostic.severity == Severity::note) continue;
    std::string help = help_of(diagnostic, language);
    if (!help.empty()) help[0] = to_upper(help[0]);
    return message_of(diagnostic, language) + (help.empty() ? "" : " " + help);
  }
  return "";
}

}  // namespace wegwijs
