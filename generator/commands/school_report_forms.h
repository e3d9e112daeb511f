#pragma once

#include <span>
#include <string>

#include "views/school_report.h"

namespace wegwijs {

/// The reports as mails to the schools, in Dutch: one after the other, each ready to send.
std::string reports_as_mail(const Site& site, const FileTree& sources, std::span<const SchoolReport> reports,
                            Date today);
/// One of them: to whom, what the site says now, what is missing, old or contradictory, and where the form is.
std::string report_as_mail(const Site& site, const FileTree& sources, const SchoolReport& report, Date today);
/// One record per finding (RFC 4180), for a spreadsheet.
std::string reports_as_csv(const Site& site, std::span<const SchoolReport> reports);
/// One object per school, for programs.
std::string reports_as_json(const Site& site, std::span<const SchoolReport> reports);

}  // namespace wegwijs
