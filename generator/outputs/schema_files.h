#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// JSON Schemas (draft-07): `/schema/<collection>.json` of the source files of each collection, for editors, and
/// `/schema/data/<collection>.json` of what is published as data.
void schema_file_addresses(const OutputContext& context, std::vector<std::string>& addresses);
void write_schema_files(const OutputContext& context, PageFindings& findings, Sink& sink);

}  // namespace wegwijs
