#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "schema/schema.h"

namespace wegwijs {

/// What a schema must say of a field of a type, beside its name.
enum class FieldNeeds : std::uint8_t { nothing, options, target, fields };

/// What `search: true` takes from a field.
enum class SearchedAs : std::uint8_t {
  nothing,  ///< it has no words; a schema that asks for it is warned
  lines,    ///< each line by itself
  body,     ///< a text with headings
  words,    ///< what a reader sees of it on one line, beside the headings
  claims,   ///< every claim with its topic
  rows,     ///< the fields in it say so themselves
};

/// All that is known of a type of field in one place. What each type means in YAML, JSON and CSV is a switch in the
/// file of that format, which the compiler checks.
struct FieldTypeRow {
  FieldType type;
  std::string_view word;  ///< in a schema
  FieldNeeds needs;
  std::string_view partial;  ///< of the theme: how it is shown
  SearchedAs searched_as;
  bool has_length;   ///< `max_length` limits it
  bool has_pattern;  ///< `pattern` gives its form
  bool is_claim;     ///< what sources say; `compare` may be given
};

/// One row for each type, in the order of `FieldType`.
std::span<const FieldTypeRow> field_type_rows();

const FieldTypeRow& type_row(FieldType type);
std::optional<FieldType> field_type_named(std::string_view word);

}  // namespace wegwijs
