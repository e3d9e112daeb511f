#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "diagnostic/diagnostic.h"
#include "model/load_site.h"

namespace wegwijs {

/// Measures what each stage of a build costs. Begins to count when it is made. Used by one thread.
class BuildMetrics {
 public:
  BuildMetrics();

  /// `stage` begins now, and the one before it ends.
  void begin(BuildStage stage);
  /// The last stage ends now.
  void end();

  /// A line per stage: its time, and that of all threads on a processor; then the same of all, and the memory at its
  /// peak.
  std::string table(Language language) const;

 private:
  using Seconds = std::chrono::duration<double>;
  struct Cost {
    Seconds passed{};     ///< by the clock on the wall
    Seconds processor{};  ///< of all threads together
  };

  static Cost now();

  Cost last_;
  BuildStage stage_ = BuildStage::sources;
  std::array<Cost, build_stage_count> costs_{};
};

}  // namespace wegwijs
