#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// What an editor most likely did wrong, where the YAML library only reports that it cannot continue.
struct YamlSlip {
  enum class Kind : std::uint8_t {
    form,        ///< `reason` says why the form is wrong
    open_quote,  ///< a quote that is never closed
    hard_space,  ///< `reason` says where it is
  };

  std::size_t begin;  ///< in the text
  std::size_t end;
  Kind kind = Kind::form;
  BilingualText reason = {};
  std::string suggestion = {};
};

/// Looks on the line of `position`, where the library gave up, and on those before it: a missing colon shows on a
/// later line only, a missing quote at the next quote. Empty when nothing is recognised.
std::optional<YamlSlip> yaml_slip_before(std::string_view text, std::size_t position);

/// A hard space where a space belongs at the beginning of `line`: after the dash of a list, or after `key:`. The
/// library takes such a line for a text. Its place is in `line`.
std::optional<YamlSlip> hard_space_slip(std::string_view line);

/// `text`, in which every apostrophe that begins a word at the beginning of a value ('t, 's, 'n, '90) is
/// `masked_apostrophe`, unless a quote of the same kind closes the value. To YAML it would open a quote.
std::string with_masked_apostrophes(std::string_view text);

/// No text holds it: control characters are refused before.
inline constexpr char masked_apostrophe = '\x01';

/// Whether the bracket at `open` is closed on its own line.
bool is_bracket_closed(std::string_view text, std::size_t open);

}  // namespace wegwijs
