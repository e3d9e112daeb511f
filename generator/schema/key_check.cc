#include "schema/key_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "schema/key_rules.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

constexpr std::size_t longest_key_list = 14;  // more possible keys than this are no help in a message

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> other_generators{{
    {"title", "titel"},
    {"description", "samenvatting"},
    {"summary", "samenvatting"},
    {"date", "datum"},
    {"lastmod", "bijgewerkt"},
    {"updated", "bijgewerkt"},
    {"draft", "klad"},
    {"publishdate", "publiceren_vanaf"},
    {"publishDate", "publiceren_vanaf"},
    {"expirydate", "publiceren_tot"},
    {"expiryDate", "publiceren_tot"},
    {"aliases", "oude_adressen"},
    {"weight", "volgorde"},
    {"slug", "adres"},
    {"url", "adres"},
    {"layout", "sjabloon"},
}};

std::string joined(std::span<const std::string_view> words) {
  std::string result;
  for (const std::string_view word : words.first(std::min(words.size(), longest_key_list))) {
    if (!result.empty()) result += ", ";
    result += word;
  }
  if (words.size() > longest_key_list) result += ", …";
  return result;
}

}  // namespace

std::string_view key_of_other_generators(std::string_view key) {
  for (const auto& [other, ours] : other_generators) {
    if (other == key) return ours;
  }
  return {};
}

void check_keys(const YamlNode& map, std::span<const std::string_view> known, const Argument& what,
                Diagnostics& diagnostics) {
  const auto is_known = [&](std::string_view key) { return std::find(known.begin(), known.end(), key) != known.end(); };
  for (const YamlNode::Entry& entry : map.entries) {
    if (is_known(entry.key)) continue;
    const std::string_view habit = key_of_other_generators(entry.key);
    std::string suggestion =
        !habit.empty() && is_known(habit) ? std::string(habit) : nearest_word(entry.key, known).value_or("");
    diagnostics.report(unknown_key, entry.key_where, {entry.key, what, joined(known)}, std::move(suggestion));
  }
}

MapReader::MapReader(const YamlNode& node, Argument what, Diagnostics& diagnostics)
    : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {
  if (node.kind != YamlNode::Kind::map) diagnostics.report(keys_expected, node.where, {what_});
}

std::optional<std::string> MapReader::text(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind != YamlNode::Kind::scalar) {
    diagnostics_.report(wrong_kind_of_value, value->where, {std::string(key), what_, {"een tekst", "a text"}});
    return std::nullopt;
  }
  return value->text;
}

std::optional<std::string> MapReader::required_text(std::string_view key) const {
  if (node_.kind != YamlNode::Kind::map) return std::nullopt;
  const YamlNode* node = node_.find(key);
  std::optional<std::string> value = text(key);
  if (node == nullptr) diagnostics_.report(missing_key, node_.where, {std::string(key), what_});
  if (value && value->empty()) {
    diagnostics_.report(wrong_kind_of_value, node->where, {std::string(key), what_, {"ingevuld", "filled in"}});
    return std::nullopt;
  }
  return value;
}

bool MapReader::yes_no(std::string_view key, bool otherwise) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return otherwise;
  const std::optional<bool> read = value->kind == YamlNode::Kind::scalar ? read_yes_no(value->text) : std::nullopt;
  if (!read)
    diagnostics_.report(wrong_kind_of_value, value->where, {std::string(key), what_, {"ja of nee", "ja or nee"}});
  return read.value_or(otherwise);
}

std::optional<long> MapReader::whole_number(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return std::nullopt;
  long number = 0;
  const char* end = value->text.data() + value->text.size();
  const auto [stopped, error] = std::from_chars(value->text.data(), end, number);
  if (value->kind == YamlNode::Kind::scalar && error == std::errc() && stopped == end) return number;
  diagnostics_.report(wrong_kind_of_value, value->where,
                      {std::string(key), what_, {"een heel getal", "a whole number"}});
  return std::nullopt;
}

std::vector<std::string> MapReader::texts(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return {};
  if (value->kind == YamlNode::Kind::scalar) return {value->text};
  std::vector<std::string> result;
  for (const YamlNode& element : value->elements) {
    if (element.kind == YamlNode::Kind::scalar) result.push_back(element.text);
  }
  if (value->kind != YamlNode::Kind::sequence || result.size() != value->elements.size()) {
    diagnostics_.report(wrong_kind_of_value, value->where,
                        {std::string(key), what_, {"een lijst van woorden", "a list of words"}});
  }
  return result;
}

std::span<const YamlNode> MapReader::elements(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return {};
  if (value->kind != YamlNode::Kind::sequence) {
    diagnostics_.report(wrong_kind_of_value, value->where, {std::string(key), what_, {"een lijst", "a list"}});
  }
  return value->elements;
}

void MapReader::check_keys(std::span<const std::string_view> known) const {
  wegwijs::check_keys(node_, known, what_, diagnostics_);
}

void MapReader::check_keys(std::initializer_list<std::string_view> known) const {
  check_keys(std::span(known.begin(), known.size()));
}

std::optional<bool> read_yes_no(std::string_view word) {
  if (word == "ja" || word == "true") return true;
  if (word == "nee" || word == "false") return false;
  return std::nullopt;
}

}  // namespace wegwijs
