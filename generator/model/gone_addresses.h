#pragma once

#include <map>
#include <string>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"
#include "schema/date.h"

namespace wegwijs {

/// The file at the root of a portal in which `check --external` keeps the addresses that are no longer there.
inline constexpr std::string_view gone_addresses_file_name = "bronnencontrole.yaml";

/// The addresses that are no longer there, with the day of the last look. Without the file: none; then nothing is said
/// about any address. The build only reads it: what the network answers never reaches a build.
std::map<std::string, Date, std::less<>> read_gone_addresses(const FileTree& sources, Diagnostics& diagnostics);

}  // namespace wegwijs
