#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "source/yaml_tree.h"

namespace wegwijs {

/// Reads all the YAML that `read_yaml` accepts with the YAML library, and reports what is wrong with any other. `bytes`
/// passed the checks of `read_yaml`; `first_line` is the number of their first line in the file. A null node for a
/// document without anything in it. No exception of the library leaves this function.
std::optional<YamlNode> read_yaml_with_library(std::string_view bytes, FileId file, std::uint32_t offset,
                                               std::ptrdiff_t first_line, Diagnostics& diagnostics);

}  // namespace wegwijs
