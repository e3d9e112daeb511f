#include <algorithm>

#include "schema/read_value.h"
#include "schema/value_rules.h"
#include "text/edit_distance.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

std::string option_ids(const Field& field) {
  std::string ids;
  for (const Option& option : field.options) ids += (ids.empty() ? "" : ", ") + option.id;
  return ids;
}

/// "[havo, vwo]" for "havo, vwo" and "havo/vwo"; empty when not every part is an option.
std::string list_meant(std::string_view text, const Field& field) {
  std::string list;
  std::size_t parts = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",/;+ "), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty() || part == "en") continue;
    if (!field.option(part)) return "";
    list += (list.empty() ? "[" : ", ") + std::string(part);
    ++parts;
  }
  return parts > 1 ? list + "]" : "";
}

/// The option whose label is `text`, or the only one that has it as a word of its label: readers know labels, and so do
/// those who write. Empty when there is none.
std::string option_by_label(std::string_view text, const Field& field) {
  const std::string wanted = slug_for(text);
  std::string_view only;
  std::size_t with_word = 0;
  for (const Option& option : field.options) {
    const std::string label = slug_for(option.label.nl);
    if (wanted == slug_for(option.id) || wanted == label) return option.id;
    if (("-" + label + "-").find("-" + wanted + "-") == std::string::npos) continue;
    only = option.id;
    ++with_word;
  }
  constexpr std::size_t shortest = 3;
  return with_word == 1 && wanted.size() >= shortest ? std::string(only) : "";
}

/// The option that was most likely meant by `text`; empty when none is near.
std::string option_meant(std::string_view text, const Field& field) {
  if (field.type == FieldType::choices) {
    if (std::string list = list_meant(text, field); !list.empty()) return list;
  }
  if (std::string option = option_by_label(text, field); !option.empty()) return option;
  std::vector<std::string_view> ids;
  for (const Option& one : field.options) ids.push_back(one.id);
  return nearest_word(text, ids).value_or("");
}

std::optional<std::uint16_t> read_option(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  const std::optional<std::string> text = read_filled_text(node, field.id, diagnostics);
  if (!text) return std::nullopt;
  const std::optional<std::uint16_t> option = field.option(*text);
  if (!option)
    diagnostics.report(unknown_option, node.where, {*text, field.id, option_ids(field)}, option_meant(*text, field));
  return option;
}

}  // namespace

std::optional<Value> read_choice(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  const std::optional<std::uint16_t> option = read_option(node, field, diagnostics);
  return option ? std::optional<Value>(Choices{{*option}}) : std::nullopt;
}

std::optional<Value> read_choices(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  Choices choices;
  for (const YamlNode& element : list_or_one(node)) {
    const std::optional<std::uint16_t> option = read_option(element, field, diagnostics);
    if (!option) continue;
    if (std::find(choices.options.begin(), choices.options.end(), *option) != choices.options.end()) {
      diagnostics.report(repeated_option, element.where, {element.text, field.id});
      continue;
    }
    choices.options.push_back(*option);
  }
  std::sort(choices.options.begin(), choices.options.end());
  if (choices.options.empty() && node.kind == YamlNode::Kind::sequence && node.elements.empty()) {
    diagnostics.report(empty_value, node.where, {field.id});
  }
  if (choices.options.empty()) return std::nullopt;
  return choices;
}

}  // namespace wegwijs
