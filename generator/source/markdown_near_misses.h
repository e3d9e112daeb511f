#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Words that were meant as markup and are not: a link with a space in it, a heading without one.
struct NearMiss {
  std::string words;
  BilingualText reason;
};

/// The first in the plain text of one paragraph, in which "\1" stands for what is markup.
std::optional<NearMiss> near_miss_in(std::string_view text);

}  // namespace wegwijs
