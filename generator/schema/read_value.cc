#include "schema/read_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "schema/field_types.h"
#include "schema/key_check.h"
#include "schema/meant_value.h"
#include "schema/value_rules.h"
#include "source/site_address.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

Argument pattern_in_words(std::string_view pattern) {
  return {fmt::format("iets als '{}' (9 is een cijfer, A een hoofdletter)", pattern),
          fmt::format("something like '{}' (9 is a digit, A a capital)", pattern)};
}

std::optional<Value> read_text(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  std::optional<std::string> text = read_filled_text(node, field.id, diagnostics);
  if (!text) return std::nullopt;
  const std::string fitted = field.pattern.empty() ? *text : fitted_to_pattern(*text, field.pattern);
  if (fitted != *text) {
    report_wrong_value(node, field.id, pattern_in_words(field.pattern), diagnostics, fitted);
    return std::nullopt;
  }
  if (field.role == Role::address) {
    if (const std::optional<AddressFault> fault = page_address_fault(*text)) {
      report_wrong_value(node, field.id, fault->expected, diagnostics, fault->meant);
      return std::nullopt;
    }
  }
  const std::size_t length = count_code_points(*text);
  if (field.max_length > 0 && length > field.max_length) {
    diagnostics.report(text_too_long, node.where, {field.id, std::to_string(length), std::to_string(field.max_length)});
  }
  return WrittenText{std::move(*text), node.where};
}

/// The elements of a list; one value stands for a list of one.
std::span<const YamlNode> list_or_one(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::sequence) return node.elements;
  return {&node, 1};
}

std::optional<Value> read_texts(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  Texts texts;
  for (const YamlNode& element : list_or_one(node)) {
    std::optional<Value> text = read_text(element, field, diagnostics);
    if (text) texts.lines.push_back(std::get<WrittenText>(std::move(*text)));
  }
  return texts;
}

template <typename Read>
std::optional<Value> read_with(const YamlNode& node, const Field& field, BilingualText expected, Read read,
                               std::string (*meant)(std::string_view), Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::scalar) {
    if (auto value = read(node.text)) return Value(std::move(*value));
  }
  report_wrong_value(node, field.id, expected, diagnostics, meant(node.text));
  return std::nullopt;
}

std::string meant_as_of(std::string_view text) {
  for (const auto meant : {meant_date, meant_school_year, meant_month}) {
    if (std::string form = meant(text); !form.empty()) return form;
  }
  return "";
}

std::string meant_nothing(std::string_view /*text*/) {
  return "";
}

std::optional<SchoolYear> school_year_of(std::string_view text) {
  const std::optional<AsOf> as_of = read_as_of(text);
  if (!as_of || as_of->precision != AsOf::Precision::school_year) return std::nullopt;
  return SchoolYear{as_of->first.year};
}

std::optional<YesNo> yes_no_of(std::string_view text) {
  const std::optional<bool> value = read_yes_no(text);
  return value ? std::optional(YesNo{*value}) : std::nullopt;
}

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

std::optional<Value> read_references(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  References references;
  if (field.type == FieldType::reference && node.kind == YamlNode::Kind::sequence) {
    report_wrong_value(node, field.id, {"één naam, geen lijst", "one name, not a list"}, diagnostics);
    return std::nullopt;
  }
  for (const YamlNode& element : list_or_one(node)) {
    std::optional<std::string> id = read_filled_text(element, field.id, diagnostics);
    if (id) references.entries.push_back({{std::move(*id), element.where}, Reference::unresolved});
  }
  return references;
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
         text.find('.', at) != std::string_view::npos && text.find_first_of(" <>\"(),;:\\") == std::string_view::npos &&
         text.back() != '.';
}

/// Whether it is written as a number; which numbers can exist is for a check that knows the services of the site.
bool is_phone(std::string_view text) {
  constexpr std::ptrdiff_t shortest = 3;  // 112
  return text.find_first_not_of("0123456789 +-()") == std::string_view::npos &&
         std::count_if(text.begin(), text.end(), is_digit) >= shortest;
}

std::string meant_certain_number(std::string_view text) {
  std::string number = meant_number(text);
  return is_ambiguous_number(number) ? "" : number;
}

/// More people than any entry of a site counts: all pupils of the country are three millions.
constexpr double most_people = 5'000'000;

/// Whether the unit counts people: half a pupil is a typing error. A rate ("leerlingen_per_klas") counts none.
bool counts_people(std::string_view unit, const std::vector<std::string>& people) {
  const std::string word = lower_case(unit);
  const bool is_rate = word.find("_per_") != std::string::npos || word.find(" per ") != std::string::npos;
  const std::string_view first = std::string_view(word).substr(0, word.find_first_of("_ "));
  return !is_rate && std::find(people.begin(), people.end(), first) != people.end();
}

bool is_percentage(std::string_view unit) {
  return unit == "procent" || unit == "%" || unit == "percentage";
}

/// Whether a number below zero makes no sense: with a unit something is counted or measured.
bool is_count(const Field& field) {
  constexpr std::array<std::string_view, 4> with_sign{"graden", "groei", "verschil", "verandering"};
  const bool has_sign = std::any_of(with_sign.begin(), with_sign.end(),
                                    [&](std::string_view word) { return field.unit.find(word) != std::string::npos; });
  return (!field.unit.empty() && !has_sign) || field.id.starts_with("aantal");
}

std::optional<Value> read_number_value(const YamlNode& node, const Field& field, const RecordInProgress& progress) {
  Diagnostics& diagnostics = progress.diagnostics;
  std::optional<Value> value = read_with(node, field,
                                         {"een getal, met een punt voor decimalen en zonder punt in duizendtallen",
                                          "a number, with a point for decimals and none in thousands"},
                                         read_number, meant_certain_number, diagnostics);
  if (!value) return std::nullopt;
  const Number& number = std::get<Number>(*value);
  const std::string& written = number.written;
  const bool is_whole = number.value == std::floor(number.value);
  if (is_ambiguous_number(written)) {
    diagnostics.report(ambiguous_number, node.where, {written, field.id, without_point(written)});
  } else if (is_percentage(field.unit)) {
    if (number.value < 0 || number.value > 100)
      diagnostics.report(impossible_percentage, node.where, {written, field.id});
  } else if (number.value < 0 && is_count(field)) {
    diagnostics.report(negative_count, node.where, {written, field.id});
  } else if (!is_whole && counts_people(field.unit, progress.schema.claims.whole_units)) {
    diagnostics.report(broken_count, node.where, {written, field.id, field.unit});
  } else if (number.value > most_people && counts_people(field.unit, progress.schema.claims.whole_units)) {
    diagnostics.report(unlikely_count, node.where, {written, field.id, field.unit});
  }
  return value;
}

template <typename Predicate>
std::optional<Value> read_checked_text(const YamlNode& node, const Field& field, BilingualText expected,
                                       Predicate is_good, std::string (*meant)(std::string_view),
                                       Diagnostics& diagnostics) {
  std::optional<Value> text = read_text(node, field, diagnostics);
  if (text && !is_good(std::get<WrittenText>(*text).text)) {
    report_wrong_value(node, field.id, expected, diagnostics, meant(node.text));
    return std::nullopt;
  }
  return text;
}

std::optional<Value> read_addresses(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  std::optional<Value> texts = read_texts(node, field, diagnostics);
  for (const YamlNode& element : list_or_one(node)) {
    if (element.kind != YamlNode::Kind::scalar || element.text.empty()) continue;
    if (const std::optional<AddressFault> fault = old_address_fault(element.text))
      report_wrong_value(element, field.id, fault->expected, diagnostics, fault->meant);
  }
  if (texts) {
    std::erase_if(std::get<Texts>(*texts).lines,
                  [](const WrittenText& line) { return old_address_fault(line.text).has_value(); });
  }
  return texts;
}

/// What a row holds, with an example of two of its fields.
Argument row_in_words(const Field& field, BilingualText amount) {
  if (field.fields.empty()) return amount;
  std::string keys;
  std::string example;
  constexpr std::size_t keys_listed = 12;
  constexpr std::size_t keys_shown = 2;
  for (std::size_t index = 0; index < field.fields.size(); ++index) {
    const std::string& id = field.fields[index].id;
    if (index < keys_listed) keys += (keys.empty() ? "" : ", ") + id;
    if (index == keys_listed) keys += ", …";
    if (index < keys_shown) example += (example.empty() ? "" : ", ") + id + ": …";
  }
  return {fmt::format("{} met de sleutels {}, als '{{{}}}'", amount.nl, keys, example),
          fmt::format("{} with the keys {}, such as '{{{}}}'", amount.en, keys, example)};
}

std::optional<Value> read_rows(const YamlNode& node, const Field& field, RecordInProgress& progress) {
  Rows rows;
  if (field.type == FieldType::row && node.kind == YamlNode::Kind::sequence) {
    report_wrong_value(node, field.id,
                       row_in_words(field, {"regels 'sleutel: waarde', geen lijst", "lines 'key: value', not a list"}),
                       progress.diagnostics);
    return std::nullopt;
  }
  const auto elements = list_or_one(node);
  rows.rows.reserve(elements.size());
  for (const YamlNode& element : elements) {
    if (element.kind != YamlNode::Kind::map) {
      report_wrong_value(
          element, field.id,
          row_in_words(field, {"een of meer regels 'sleutel: waarde'", "one or more lines 'key: value'"}),
          progress.diagnostics);
      continue;
    }
    Record row;
    read_fields(element, field.fields, "'" + field.id + "'", row, progress);
    rows.rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<Value> read_source_uses(const YamlNode& node, RecordInProgress& progress) {
  SourceUses uses;
  for (const YamlNode& element : list_or_one(node)) {
    if (const std::optional<SourceIndex> source = read_source_use(element, progress)) uses.sources.push_back(*source);
  }
  if (uses.sources.empty()) return std::nullopt;
  return uses;
}

}  // namespace

void report_wrong_value(const YamlNode& node, std::string_view field, const Argument& expected,
                        Diagnostics& diagnostics, std::string suggestion) {
  if (node.kind == YamlNode::Kind::null || (node.kind == YamlNode::Kind::scalar && node.text.empty())) {
    diagnostics.report(empty_value, node.where, {std::string(field)});
    return;
  }
  const Argument written = node.kind == YamlNode::Kind::sequence ? Argument("een lijst", "a list")
                           : node.kind == YamlNode::Kind::map    ? Argument("een groep regels", "a group of lines")
                                                              : Argument(std::string(first_code_points(node.text, 60)));
  diagnostics.report(wrong_value, node.where, {written, std::string(field), expected}, std::move(suggestion));
}

std::optional<std::string> read_filled_text(const YamlNode& node, std::string_view field, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::scalar && node.text.find_first_not_of(" \t\r\n") != std::string::npos)
    return node.text;
  report_wrong_value(node, field, {"een tekst", "a text"}, diagnostics);
  return std::nullopt;
}

std::optional<Value> read_value(const YamlNode& node, const Field& field, RecordInProgress& progress) {
  Diagnostics& diagnostics = progress.diagnostics;
  const std::size_t limit = is_claim(field) ? claim_limit : list_limit;
  if (node.elements.size() > limit) {
    diagnostics.report(list_too_long, node.where,
                       {field.id, std::to_string(node.elements.size()), std::to_string(limit)});
    return std::nullopt;
  }
  switch (field.type) {
    case FieldType::text:
    case FieldType::long_text:
      return read_text(node, field, diagnostics);
    case FieldType::texts:
      return read_texts(node, field, diagnostics);
    case FieldType::number:
      return read_number_value(node, field, progress);
    case FieldType::date:
      return read_with(
          node, field,
          has_time(node.text)
              ? BilingualText{"een dag zonder tijd, als 2026-08-31", "a day without a time, such as 2026-08-31"}
              : BilingualText{"een dag die bestaat, als 2026-08-31", "a day that exists, such as 2026-08-31"},
          read_date, meant_date, diagnostics);
    case FieldType::time:
      return read_with(node, field, {"een tijd die bestaat, als 17:30", "a time that exists, such as 17:30"}, read_time,
                       meant_time, diagnostics);
    case FieldType::as_of:
      if (has_time(node.text)) {
        return read_with(node, field,
                         {"een dag zonder tijd, als 2026-08-31", "a day without a time, such as 2026-08-31"},
                         read_as_of, meant_as_of, diagnostics);
      }
      return read_with(node, field,
                       {"een dag (2026-08-31), maand (2026-08), jaar (2026), schooljaar (2025-2026) of 'onbekend'",
                        "a day (2026-08-31), month (2026-08), year (2026), school year (2025-2026) or 'onbekend'"},
                       read_as_of, meant_as_of, diagnostics);
    case FieldType::school_year:
      return read_with(node, field, {"een schooljaar, als 2025-2026", "a school year, such as 2025-2026"},
                       school_year_of, meant_school_year, diagnostics);
    case FieldType::yes_no:
      return read_with(node, field, {"ja of nee", "ja or nee"}, yes_no_of, meant_yes_no, diagnostics);
    case FieldType::choice: {
      const std::optional<std::uint16_t> option = read_option(node, field, diagnostics);
      return option ? std::optional<Value>(Choices{{*option}}) : std::nullopt;
    }
    case FieldType::choices:
      return read_choices(node, field, diagnostics);
    case FieldType::reference:
    case FieldType::references:
      return read_references(node, field, diagnostics);
    case FieldType::web_address:
      return read_checked_text(node, field,
                               {"een volledig webadres, als https://www.school.nl/",
                                "a complete web address, such as https://www.school.nl/"},
                               is_web_address, meant_web_address, diagnostics);
    case FieldType::mail_address:
      return read_checked_text(node, field,
                               {"een mailadres, als info@school.nl", "a mail address, such as info@school.nl"},
                               is_mail_address, meant_nothing, diagnostics);
    case FieldType::phone:
      return read_checked_text(node, field,
                               {"een telefoonnummer, als 020 123 4567", "a telephone number, such as 020 123 4567"},
                               is_phone, meant_nothing, diagnostics);
    case FieldType::addresses:
      return read_addresses(node, field, diagnostics);
    case FieldType::row:
    case FieldType::rows:
      return read_rows(node, field, progress);
    case FieldType::claim:
    case FieldType::text_claim:
      return read_claims(node, field, progress);
    case FieldType::sources:
      return read_sources(node, progress);
    case FieldType::source: {
      const std::optional<SourceIndex> source = read_source_use(node, progress);
      return source ? std::optional<Value>(SourceUses{{*source}}) : std::nullopt;
    }
    case FieldType::source_list:
      return read_source_uses(node, progress);
    case FieldType::table:
      return read_table(node, field, diagnostics);
  }
  return std::nullopt;
}

}  // namespace wegwijs
