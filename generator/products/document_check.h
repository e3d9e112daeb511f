#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Why `bytes` cannot be a document of the kind whose extension is given (".pdf", ".docx"), as in "… kan niet op de
/// site: het is leeg"; nothing when they may be one. Only the beginning and the end are looked at: a
/// document is not read.
std::optional<BilingualText> fault_of_document(std::string_view bytes, std::string_view extension);

/// Who made or changed a document, as programs wrote it into the file, with commas between the names; empty when
/// nothing is found.
std::string makers_of(std::string_view bytes, std::string_view extension);

}  // namespace wegwijs
