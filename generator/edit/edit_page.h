#pragma once

#include <optional>

#include "edit/edit_request.h"

namespace wegwijs {

/// The editor's own page, its scripts and style, and the guide for editors: they hold no data. Empty for all else.
std::optional<EditAnswer> page_file(const EditRequest& request);

}  // namespace wegwijs
