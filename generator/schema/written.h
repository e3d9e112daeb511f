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

/// Whether `number`, which `read_number` reads, may be a Dutch thousand in the form of a decimal: "1.290". Read without
/// a word it would be a thousand times too small.
bool is_ambiguous_number(std::string_view number);

/// `number` without its point.
std::string without_point(std::string_view number);

}  // namespace wegwijs
