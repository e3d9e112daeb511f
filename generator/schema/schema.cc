#include "schema/schema.h"

#include <algorithm>

namespace wegwijs {

std::optional<std::uint16_t> Field::option(std::string_view option_id) const {
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const Option& option) { return option.id == option_id; });
  if (found == options.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - options.begin());
}

std::vector<std::string> names_in_braces(std::string_view text) {
  std::vector<std::string> names;
  while (true) {
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return names;
    names.emplace_back(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

std::optional<FieldIndex> Schema::find(std::string_view field_id) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.id == field_id; });
  if (found == fields.end()) return std::nullopt;
  return static_cast<FieldIndex>(found - fields.begin());
}

std::optional<FieldIndex> Schema::find(Role role) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.role == role; });
  if (found == fields.end()) return std::nullopt;
  return static_cast<FieldIndex>(found - fields.begin());
}

}  // namespace wegwijs
