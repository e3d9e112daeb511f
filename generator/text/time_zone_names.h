#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// Whether the database of time zones has this name ("Europe/Amsterdam").
bool is_time_zone(std::string_view name);

/// All names of time zones, in order.
std::vector<std::string> time_zones();

}  // namespace wegwijs
