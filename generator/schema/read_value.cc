#include "schema/read_value.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/field_types.h"
#include "schema/key_check.h"
#include "schema/meant_value.h"
#include "schema/value_rules.h"
#include "source/site_address.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/language_code.h"
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
  if (field.role == Role::language && !is_language_code(*text)) {
    report_wrong_value(
        node, field.id,
        {"de code van een taal, als en, tr of zh-Hans", "the code of a language, such as en, tr or zh-Hans"},
        diagnostics, meant_language_code(*text));
    return std::nullopt;
  }
  const std::size_t length = count_code_points(*text);
  if (field.max_length > 0 && length > field.max_length) {
    diagnostics.report(text_too_long, node.where, {field.id, std::to_string(length), std::to_string(field.max_length)});
  }
  return WrittenText{std::move(*text), node.where};
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

std::span<const YamlNode> list_or_one(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::sequence) return node.elements;
  return {&node, 1};
}

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
    case FieldType::choice:
      return read_choice(node, field, diagnostics);
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
