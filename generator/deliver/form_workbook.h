#pragma once

#include <filesystem>

#include "model/site.h"

namespace wegwijs {

/// Writes the form of one entry as a workbook to `path`: all topics in their groups with what the site says now,
/// answers to choose from, help as comments, locked heads, and hidden cells that say whose form it is. `read_workbook`
/// reads it back, also after LibreOffice or Excel saved it. Throws std::system_error that names the path.
void write_form_workbook(const std::filesystem::path& path, const Site& site, const Collection& collection,
                         const Entry& entry, Date today);

}  // namespace wegwijs
