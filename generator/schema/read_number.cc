#include <algorithm>
#include <array>
#include <cmath>

#include "schema/meant_value.h"
#include "schema/read_value.h"
#include "schema/value_rules.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

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

}  // namespace

std::optional<Value> read_number_value(const YamlNode& node, const Field& field, const RecordInProgress& progress) {
  Diagnostics& diagnostics = progress.diagnostics;
  std::optional<Number> value = node.kind == YamlNode::Kind::scalar ? read_number(node.text) : std::nullopt;
  if (!value) {
    report_wrong_value(node, field.id,
                       {"een getal, met een punt voor decimalen en zonder punt in duizendtallen",
                        "a number, with a point for decimals and none in thousands"},
                       diagnostics, meant_certain_number(node.text));
    return std::nullopt;
  }
  const Number& number = *value;
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

}  // namespace wegwijs
