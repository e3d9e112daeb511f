#pragma once

#include <string>
#include <vector>

#include "diagnostic/report.h"

namespace wegwijs {

/// The report of one portal among several. Its text may be empty where nothing could be looked at.
struct PartOfReport {
  std::string portal;  ///< its folder; empty for what concerns them all
  std::string text;
};

/// One report in the given form for all parts, in their order: one JSON array whose elements also name their `portal`,
/// one SARIF log with a run per portal, else the lines after each other.
std::string joined_reports(ReportForm form, const std::vector<PartOfReport>& parts);

}  // namespace wegwijs
