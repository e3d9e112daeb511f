#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// The calendar files of every collection with `agenda` in the settings: one per entry with a date
/// ("/kalender/aanmelden.ics"), and one with all dates that are not past ("/kalender/alles.ics"),
/// when there are any.
void calendar_file_addresses(const OutputContext& context, std::vector<std::string>& addresses);
void write_calendar_files(const OutputContext& context, PageFindings& findings, Sink& sink);

}  // namespace wegwijs
