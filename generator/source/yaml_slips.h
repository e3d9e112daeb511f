#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// What an editor most likely did wrong, where the YAML library only knows that it cannot go on.
struct YamlSlip {
  std::size_t begin;  ///< in the text
  std::size_t end;
  bool is_open_quote = false;  ///< a quote that is never closed; else:
  BilingualText reason = {};   ///< why the form is wrong
  std::string suggestion = {};
};

/// Looks on the line of `position`, where the library gave up, and on those before it: a missing colon shows on the
/// next line only, a missing quote at the next quote. Empty when nothing is recognised.
std::optional<YamlSlip> yaml_slip_before(std::string_view text, std::size_t position);

/// Whether the bracket at `open` is closed on its own line.
bool is_bracket_closed(std::string_view text, std::size_t open);

}  // namespace wegwijs
