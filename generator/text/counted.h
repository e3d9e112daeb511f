#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wegwijs {

/// A number of things in words, "1 bestand" or "12 bestanden": every count that a reader or an editor sees is written
/// by this. None are more than one: "0 bestanden".
std::string counted(std::size_t count, std::string_view one, std::string_view more);

}  // namespace wegwijs
