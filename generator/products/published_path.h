#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Where the page or file at `address` is written: "/scholen/" → "scholen/index.html".
std::string file_of(std::string_view address);

/// The path part of the base address without the slash at its end: empty for a site at the root of its host.
std::string_view path_prefix(std::string_view base_address);

}  // namespace wegwijs
