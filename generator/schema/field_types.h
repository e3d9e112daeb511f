#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

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

/// All that is known of a type of field in one place. How a type is read from YAML, and the form of one value in the
/// two kinds of JSON Schema, are a switch each, which the compiler checks.
struct FieldTypeRow {
  FieldType type;
  std::string_view word;  ///< in a schema, and for the page of the editor
  FieldNeeds needs = FieldNeeds::nothing;
  bool holds_many = false;     ///< a list; in a source file one value may stand without its list
  bool fits_in_cell = false;   ///< one cell of a CSV file can hold it
  std::string_view pattern{};  ///< a regular expression of JSON Schema for one value; empty: the type has none
  std::string_view example{};  ///< what to type, in the form that it must have; empty: that depends on the schema
  std::string_view partial;    ///< of the theme: how it is shown
  std::string_view told_in;    ///< the member of a field item that holds what it says
  SearchedAs searched_as = SearchedAs::nothing;
  bool has_length = false;   ///< `max_length` limits it
  bool has_pattern = false;  ///< `pattern` of the field gives its form
  bool is_claim = false;     ///< what sources say; `compare` may be given
};

/// A day, month, year or school year, or "onbekend", as a regular expression of JSON Schema.
inline constexpr std::string_view as_of_pattern =
    "^(onbekend|[0-9]{4}|[0-9]{4}-[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{4})$";
inline constexpr std::string_view date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// One row for each type, in the order of `FieldType`.
std::span<const FieldTypeRow> field_type_rows();

const FieldTypeRow& type_row(FieldType type);
/// Whether the field holds what sources say, each time with source and date.
inline bool is_claim(const Field& field) {
  return type_row(field.type).is_claim;
}

/// The ids of the fields that do, in the order of the schema.
std::vector<std::string_view> claim_ids(const Schema& schema);

std::optional<FieldType> field_type_named(std::string_view word);

}  // namespace wegwijs
