#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// Reports what could not be written: two made files at one path, or a file where another one needs a folder. `made`
/// are the addresses of the files beside the pages, sorted, without the static ones, whose own collisions with these
/// are reported elsewhere; `all` with them. After this every path of the site can be written.
void report_address_collisions(const OutputContext& context, const std::vector<std::string>& made,
                               const std::vector<std::string>& all, Diagnostics& diagnostics);

}  // namespace wegwijs
