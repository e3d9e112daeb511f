#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// A text with the place where its author wrote it.
struct WrittenText {
  std::string text;
  SourceSpan where;
};

/// A decimal number, kept as written so that "1337" and "7.30" are shown with the digits that the source gives.
struct Number {
  std::string written;
  double value = 0;
};

/// Reads digits with a point for decimals, none in thousands, and perhaps a minus in front; empty for anything else and
/// for more than 15 characters, which a double does not hold exactly.
std::optional<Number> read_number(std::string_view text);

}  // namespace wegwijs
