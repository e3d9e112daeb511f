#pragma once

#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

inline constexpr BilingualText yaml_misaligned{"de regels staan niet recht onder elkaar",
                                               "the lines do not stand straight below each other"};

/// What yaml-cpp says, in words that an editor understands.
BilingualText yaml_message(std::string_view original);

/// Of what follows a backslash; the library marks the character after it.
bool is_about_escape(std::string_view original);

}  // namespace wegwijs
