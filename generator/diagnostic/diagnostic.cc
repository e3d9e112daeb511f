#include "diagnostic/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace wegwijs {

void Diagnostics::report(const Rule& rule, SourceSpan where, std::vector<Argument> arguments, std::string suggestion) {
  diagnostics_.push_back({&rule, where, std::move(arguments), std::move(suggestion), rule.severity});
}

void Diagnostics::append(Diagnostics&& other) {
  diagnostics_.insert(diagnostics_.end(), std::make_move_iterator(other.diagnostics_.begin()),
                      std::make_move_iterator(other.diagnostics_.end()));
  other.diagnostics_.clear();
}

void Diagnostics::soften() {
  for (Diagnostic& one : diagnostics_) {
    if (one.severity == Severity::error) one.severity = Severity::warning;
  }
}

bool Diagnostics::has_errors() const {
  return count(Severity::error) > 0;
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(diagnostics_.begin(), diagnostics_.end(),
                                                [&](const Diagnostic& one) { return one.severity == severity; }));
}

std::vector<Diagnostic> Diagnostics::in_source_order() const {
  std::vector<Diagnostic> sorted = diagnostics_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& left, const Diagnostic& right) {
    return std::tie(left.where.file, left.where.begin, left.where.end, left.rule->id, left.arguments) <
           std::tie(right.where.file, right.where.begin, right.where.end, right.rule->id, right.arguments);
  });
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

}  // namespace wegwijs
