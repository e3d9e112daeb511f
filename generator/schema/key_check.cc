#include "schema/key_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "schema/key_rules.h"
#include "schema/value_rules.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

constexpr std::size_t longest_key_list = 14;  // more possible keys than this are no help in a message

/// What Hugo, Zola and Jekyll, and Dutch itself, call our keys; in lower case, without hyphens and underscores. Of more
/// lines with one word the first counts whose key is known at that place.
struct OtherName {
  std::string_view theirs;
  std::string_view ours;
};
constexpr std::array other_names{
    OtherName{"title", "titel"},
    OtherName{"title", "naam"},
    OtherName{"name", "naam"},
    OtherName{"name", "titel"},
    OtherName{"naam", "titel"},
    OtherName{"titel", "naam"},
    OtherName{"linktitle", "korte_naam"},
    OtherName{"shorttitle", "korte_naam"},
    OtherName{"description", "samenvatting"},
    OtherName{"description", "uitleg"},
    OtherName{"summary", "samenvatting"},
    OtherName{"excerpt", "samenvatting"},
    OtherName{"intro", "samenvatting"},
    OtherName{"inleiding", "samenvatting"},
    OtherName{"omschrijving", "samenvatting"},
    OtherName{"beschrijving", "samenvatting"},
    OtherName{"date", "datum"},
    OtherName{"pubdate", "datum"},
    OtherName{"lastmod", "bijgewerkt"},
    OtherName{"lastmodified", "bijgewerkt"},
    OtherName{"modified", "bijgewerkt"},
    OtherName{"updated", "bijgewerkt"},
    OtherName{"gewijzigd", "bijgewerkt"},
    OtherName{"draft", "klad"},
    OtherName{"concept", "klad"},
    OtherName{"publishdate", "publiceren_vanaf"},
    OtherName{"zichtbaarvanaf", "publiceren_vanaf"},
    OtherName{"expirydate", "publiceren_tot"},
    OtherName{"unpublishdate", "publiceren_tot"},
    OtherName{"zichtbaartot", "publiceren_tot"},
    OtherName{"aliases", "oude_adressen"},
    OtherName{"alias", "oude_adressen"},
    OtherName{"redirectfrom", "oude_adressen"},
    OtherName{"tags", "ook_bekend_als"},
    OtherName{"keywords", "ook_bekend_als"},
    OtherName{"trefwoorden", "ook_bekend_als"},
    OtherName{"synoniemen", "ook_bekend_als"},
    OtherName{"categories", "groep"},
    OtherName{"category", "groep"},
    OtherName{"categorie", "groep"},
    OtherName{"weight", "volgorde"},
    OtherName{"order", "volgorde"},
    OtherName{"slug", "adres"},
    OtherName{"path", "adres"},
    OtherName{"permalink", "adres"},
    OtherName{"url", "adres"},
    OtherName{"url", "website"},
    OtherName{"layout", "sjabloon"},
    OtherName{"template", "sjabloon"},
    OtherName{"type", "sjabloon"},
    OtherName{"source", "bron"},
    OtherName{"source", "bronnen"},
    OtherName{"sources", "bronnen"},
    OtherName{"baseurl", "basisadres"},
    OtherName{"language", "taal"},
    OtherName{"lang", "taal"},
    OtherName{"languagecode", "taal"},
    OtherName{"defaultlanguage", "taal"},
    OtherName{"theme", "thema"},
    OtherName{"timezone", "tijdzone"},
    OtherName{"subtitle", "ondertitel"},
    OtherName{"collections", "verzamelingen"},
    OtherName{"redirects", "doorverwijzingen"},
    OtherName{"status", "klad"},
};

std::string without_joiners(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if (c != '-' && c != '_') result += to_lower(c);
  }
  return result;
}

bool is_left_open(const YamlNode& value) {
  return value.kind == YamlNode::Kind::null || (value.kind == YamlNode::Kind::scalar && value.text.empty());
}

std::string joined(std::span<const std::string_view> words) {
  std::string result;
  for (const std::string_view word : words.first(std::min(words.size(), longest_key_list))) {
    if (!result.empty()) result += ", ";
    result += word;
  }
  if (words.size() > longest_key_list) result += ", …";
  return result;
}

/// "- Na zijn schooltijd: werk?", which YAML takes for a key with its value.
bool is_text_with_colon(const YamlNode& element) {
  return element.kind == YamlNode::Kind::map && element.entries.size() == 1 &&
         element.entries.front().value.kind == YamlNode::Kind::scalar;
}

}  // namespace

std::string meant_key(std::string_view key, std::span<const std::string_view> known) {
  const auto is_known = [&](std::string_view one) { return std::find(known.begin(), known.end(), one) != known.end(); };
  const std::string plain = without_joiners(key);
  for (const std::string_view one : known) {
    if (without_joiners(one) == plain) return std::string(one);
  }
  for (const OtherName& name : other_names) {
    if (name.theirs == plain && is_known(name.ours)) return std::string(name.ours);
  }
  return nearest_word(key, known).value_or("");
}

void check_keys(const YamlNode& map, std::span<const std::string_view> known, const Argument& what,
                Diagnostics& diagnostics) {
  const auto is_known = [&](std::string_view key) { return std::find(known.begin(), known.end(), key) != known.end(); };
  for (const YamlNode::Entry& entry : map.entries) {
    if (is_known(entry.key)) continue;
    diagnostics.report(unknown_key, entry.key_where, {entry.key, what, joined(known)}, meant_key(entry.key, known));
  }
}

MapReader::MapReader(const YamlNode& node, Argument what, Diagnostics& diagnostics)
    : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {}

std::optional<std::string> MapReader::text(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return std::nullopt;
  if (is_left_open(*value)) {
    report_empty(key, *value);
    return std::nullopt;
  }
  if (value->kind != YamlNode::Kind::scalar) {
    diagnostics_.report(wrong_kind_of_value, value->where, {std::string(key), what_, {"een tekst", "a text"}});
    return std::nullopt;
  }
  return value->text;
}

std::optional<std::string> MapReader::required_text(std::string_view key) const {
  if (node_.kind != YamlNode::Kind::map) return std::nullopt;
  const bool is_misspelt = std::find(misspelt_.begin(), misspelt_.end(), key) != misspelt_.end();
  if (node_.find(key) == nullptr && !is_misspelt)
    diagnostics_.report(missing_key, node_.where, {std::string(key), what_});
  return text(key);
}

void MapReader::report_empty(std::string_view key, const YamlNode& value) const {
  if (!are_empty_ones_told_) diagnostics_.report(empty_value, value.where, {std::string(key)});
}

bool MapReader::yes_no(std::string_view key, bool otherwise) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return otherwise;
  if (is_left_open(*value)) {
    report_empty(key, *value);
    return otherwise;
  }
  const std::optional<bool> read = value->kind == YamlNode::Kind::scalar ? read_yes_no(value->text) : std::nullopt;
  if (!read)
    diagnostics_.report(wrong_kind_of_value, value->where, {std::string(key), what_, {"ja of nee", "ja or nee"}});
  return read.value_or(otherwise);
}

std::optional<long> MapReader::whole_number(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return std::nullopt;
  if (is_left_open(*value)) {
    report_empty(key, *value);
    return std::nullopt;
  }
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
  if (is_left_open(*value)) {
    report_empty(key, *value);
    return {};
  }
  if (value->kind == YamlNode::Kind::scalar) return {value->text};
  std::vector<std::string> result;
  std::size_t told = 0;
  for (const YamlNode& element : value->elements) {
    if (element.kind == YamlNode::Kind::scalar) result.push_back(element.text);
    if (!is_text_with_colon(element)) continue;
    diagnostics_.report(colon_in_text, element.where, {element.entries.front().key});
    ++told;
  }
  if (value->kind != YamlNode::Kind::sequence || result.size() + told != value->elements.size()) {
    diagnostics_.report(wrong_kind_of_value, value->where,
                        {std::string(key), what_, {"een lijst van woorden", "a list of words"}});
  }
  return result;
}

std::span<const YamlNode> MapReader::elements(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  if (value == nullptr) return {};
  if (is_left_open(*value)) {
    report_empty(key, *value);
    return {};
  }
  if (value->kind != YamlNode::Kind::sequence) {
    diagnostics_.report(wrong_kind_of_value, value->where, {std::string(key), what_, {"een lijst", "a list"}});
  }
  return value->elements;
}

void MapReader::check_keys(std::span<const std::string_view> known) const {
  if (node_.kind != YamlNode::Kind::map) {
    std::string example;
    constexpr std::size_t keys_shown = 2;
    for (const std::string_view key : known.first(std::min(known.size(), keys_shown)))
      example += (example.empty() ? "" : ", ") + std::string(key) + ": …";
    diagnostics_.report(keys_expected, node_.where, {what_, joined(known), "{" + example + "}"});
    return;
  }
  wegwijs::check_keys(node_, known, what_, diagnostics_);
  for (const YamlNode::Entry& entry : node_.entries) {
    const bool is_known = std::find(known.begin(), known.end(), entry.key) != known.end();
    if (is_known && is_left_open(entry.value)) report_empty(entry.key, entry.value);
    if (!is_known) misspelt_.push_back(meant_key(entry.key, known));
  }
  are_empty_ones_told_ = true;
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
