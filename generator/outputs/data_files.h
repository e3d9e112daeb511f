#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// The data files of all tables that have a page, as their authors wrote them, below that page
/// ("/tabellen/onderzoeken/onderzoeken.csv").
void data_file_addresses(const OutputContext& context, std::vector<std::string>& addresses);
void write_data_files(const OutputContext& context, PageFindings& findings, Sink& sink);

}  // namespace wegwijs
