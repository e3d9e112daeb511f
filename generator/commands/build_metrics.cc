#include "commands/build_metrics.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <ctime>
#include <iterator>

namespace wegwijs {
namespace {

BilingualText name_of(BuildStage stage) {
  switch (stage) {
    case BuildStage::sources:
      return {"bestanden zoeken", "finding files"};
    case BuildStage::entries:
      return {"gegevens lezen", "reading entries"};
    case BuildStage::checks:
      return {"nakijken", "checks"};
    case BuildStage::plan:
      return {"pagina's plannen", "planning pages"};
    case BuildStage::theme:
      return {"thema lezen", "reading the theme"};
    case BuildStage::pages:
      return {"pagina's maken", "making pages"};
    case BuildStage::pictures:
      return {"afbeeldingen", "pictures"};
    case BuildStage::links:
      return {"links nakijken", "checking links"};
    case BuildStage::search:
      return {"zoekindex", "search index"};
    case BuildStage::publish:
      return {"publiceren", "publishing"};
  }
  return {};
}

}  // namespace

BuildMetrics::BuildMetrics() : last_(now()) {}

BuildMetrics::Cost BuildMetrics::now() {
  timespec processor{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &processor);
  return {std::chrono::steady_clock::now().time_since_epoch(),
          std::chrono::seconds(processor.tv_sec) + std::chrono::nanoseconds(processor.tv_nsec)};
}

void BuildMetrics::begin(BuildStage stage) {
  const Cost at = now();
  Cost& cost = costs_[static_cast<std::size_t>(stage_)];
  cost.passed += at.passed - last_.passed;
  cost.processor += at.processor - last_.processor;
  last_ = at;
  stage_ = stage;
}

void BuildMetrics::end() {
  begin(stage_);
}

std::string BuildMetrics::table(Language language) const {
  const bool english = language == Language::en;
  constexpr double milliseconds = 1000;
  std::string table = fmt::format("{:<20}{:>10}{:>12}\n", english ? "stage" : "onderdeel", english ? "ms" : "ms",
                                  english ? "processor" : "processor");
  Cost all;
  const auto add_line = [&](std::string_view name, const Cost& cost) {
    fmt::format_to(std::back_inserter(table), "{:<20}{:>10.1f}{:>12.1f}\n", name, cost.passed.count() * milliseconds,
                   cost.processor.count() * milliseconds);
  };
  for (std::size_t stage = 0; stage < build_stage_count; ++stage) {
    add_line(name_of(static_cast<BuildStage>(stage)).in(language), costs_[stage]);
    all.passed += costs_[stage].passed;
    all.processor += costs_[stage].processor;
  }
  add_line(english ? "all" : "alles", all);
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  constexpr long kilobytes_in_megabyte = 1024;
  fmt::format_to(std::back_inserter(table), "{:<20}{:>10} MB\n", english ? "memory, at most" : "geheugen, hoogstens",
                 used.ru_maxrss / kilobytes_in_megabyte);
  return table;
}

}  // namespace wegwijs
