#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// The data of every collection with `open_data` in the settings: each entry beside its page
/// ("/scholen/de-brug/index.json"), and all of them in one file ("/data/scholen.json").
void open_data_addresses(const OutputContext& context, std::vector<std::string>& addresses);
void write_open_data(const OutputContext& context, PageFindings& findings, Sink& sink);

}  // namespace wegwijs
