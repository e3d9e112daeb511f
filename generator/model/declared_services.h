#pragma once

#include <string_view>
#include <vector>

#include "model/settings.h"
#include "text/personal_data.h"

namespace wegwijs {

/// What in `text` is likely to belong to a person, and is not declared in `site.yaml` as that of a service. No service
/// has a citizen service number. In the order of the text.
std::vector<PersonalData> undeclared_personal_data(const Settings& settings, std::string_view text);

}  // namespace wegwijs
