#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "schema/claim_rules.h"
#include "schema/key_check.h"
#include "schema/key_rules.h"
#include "schema/meant_value.h"
#include "schema/read_record.h"
#include "schema/read_value.h"
#include "schema/value_rules.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// The status that was probably meant by `word`; empty when none is near.
std::string nearest_status(std::string_view word, const ClaimWords& words) {
  std::vector<std::string_view> ids;
  for (const ClaimStatus& one : words.statuses) {
    if (std::find(one.also.begin(), one.also.end(), word) != one.also.end()) return one.id;
    if (one.means != Meaning::mentioned) ids.push_back(one.id);
  }
  return nearest_word(word, ids).value_or("");
}

/// The words that authors may write for a status.
std::string listed_statuses(const ClaimWords& words) {
  std::vector<std::string> ids;
  for (const ClaimStatus& one : words.statuses) {
    if (one.means != Meaning::mentioned) ids.push_back(one.id);
  }
  return listed(ids);
}

std::string listed_with(const ClaimWords& words, Meaning meaning) {
  return listed(words.ids_of(std::array{meaning}), "' / '");
}

/// "{aantal: 3, eenheid: uur}" of "3 uur"; an example when `text` is no number with a word.
std::string amount_as_map(std::string_view text, std::span<const Option> units) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789.,"), text.size());
  const std::string number = meant_number(text.substr(0, end));
  std::string_view unit = text.substr(end);
  unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
  const bool is_plain = unit.find_first_of("{}[],:#\"'") == std::string_view::npos;
  if (number.empty() || unit.empty() || !is_plain)
    return "{aantal: 3, eenheid: " + (units.empty() ? "…" : units.front().id) + "}";
  return "{aantal: " + number + ", eenheid: " + std::string(unit) + "}";
}

/// Reads the claims on one row of one file.
class ClaimReader {
 public:
  ClaimReader(const Field& field, RecordInProgress& progress)
      : field_(field), progress_(progress), words_(progress.schema.claims) {}

  std::optional<Claim> read(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::map) return read_short_form(node);
    return field_.type == FieldType::claim ? read_claim(node) : read_text_claim(node);
  }

 private:
  std::optional<Claim> read_short_form(const YamlNode& node) {
    if (field_.type == FieldType::text_claim || node.kind != YamlNode::Kind::scalar) {
      report_wrong_value(
          node, field_.id,
          {"een lijst van beweringen, als " + claim_example(), "a list of claims, such as " + claim_example()},
          progress_.diagnostics);
      return std::nullopt;
    }
    const std::optional<StatusIndex> status = read_status(node);
    if (!status) return std::nullopt;
    Claim claim = claim_with(*status);
    if (claim.means != Meaning::yes) {
      progress_.diagnostics.report(short_form_only_yes, node.where,
                                   {node.text, field_.id, listed_with(words_, Meaning::yes)});
      return std::nullopt;
    }
    claim.where = node.where;
    return with_evidence(node, std::move(claim));
  }

  std::optional<Claim> read_claim(const YamlNode& node) {
    const MapReader reader(node, {"een bewering", "a claim"}, progress_.diagnostics);
    std::vector<std::string_view> keys{"status", "toelichting", "voor",      "omvang",       "voorwaarde",
                                       "vanaf",  "bron",        "peildatum", "gecontroleerd"};
    // A schema without a status for what is planned has no use for a date from which.
    if (!words_.first(Meaning::planned)) std::erase(keys, "vanaf");
    reader.check_keys(keys);
    if (!reader.required_text("status")) return std::nullopt;
    const std::optional<StatusIndex> status = read_status(*node.find("status"));
    if (!status) return std::nullopt;
    Claim claim = claim_with(*status);
    claim.where = node.find("status")->where;
    read_explanation(node, "toelichting", claim);
    read_scope(node, claim);
    read_amount(node, claim);
    read_condition(node, claim);
    read_from(node, claim);
    read_checked(node, claim);
    report_missing_parts(node, claim);
    return with_evidence(node, std::move(claim));
  }

  std::optional<Claim> read_text_claim(const YamlNode& node) {
    const MapReader reader(node, {"een tekst met bron", "a text with a source"}, progress_.diagnostics);
    reader.check_keys({"tekst", "voor", "bron", "peildatum", "gecontroleerd"});
    if (!reader.required_text("tekst")) return std::nullopt;
    Claim claim = claim_with(words_.first(Meaning::mentioned).value_or(0));
    claim.means = Meaning::mentioned;
    claim.where = node.find("tekst")->where;
    read_explanation(node, "tekst", claim);
    if (claim.explanation.empty()) return std::nullopt;
    read_scope(node, claim);
    read_checked(node, claim);
    return with_evidence(node, std::move(claim));
  }

  std::string claim_example() const {
    return "'- {status: " + words_.statuses[words_.first(Meaning::yes).value_or(0)].id + ", toelichting: …, bron: …}'";
  }

  Claim claim_with(StatusIndex status) const {
    Claim claim;
    claim.status = status;
    claim.means = words_.statuses[status].means;
    return claim;
  }

  std::optional<StatusIndex> read_status(const YamlNode& node) {
    const std::optional<StatusIndex> status =
        node.kind == YamlNode::Kind::scalar ? words_.find(node.text) : std::nullopt;
    if (status) return status;
    if (node.text.empty()) {
      report_wrong_value(node, field_.id, {"een status", "a status"}, progress_.diagnostics);
    } else {
      progress_.diagnostics.report(unknown_status, node.where, {node.text, field_.id, listed_statuses(words_)},
                                   nearest_status(node.text, words_));
    }
    return std::nullopt;
  }

  void read_explanation(const YamlNode& node, std::string_view key, Claim& claim) {
    const YamlNode* text = node.find(key);
    if (text == nullptr) return;
    claim.explanation = read_filled_text(*text, key, progress_.diagnostics).value_or("");
    claim.explanation_where = text->where;
    const std::size_t length = count_code_points(claim.explanation);
    if (length > explanation_limit) {
      progress_.diagnostics.report(explanation_too_long, text->where,
                                   {field_.id, std::to_string(length), std::to_string(explanation_limit)});
    }
  }

  void read_scope(const YamlNode& node, Claim& claim) {
    const YamlNode* scope = node.find("voor");
    if (scope == nullptr) return;
    const MapReader reader(*scope, "'voor'", progress_.diagnostics);
    reader.check_keys({words_.level_field, words_.years.key});
    report_empty_scope(*scope);
    const std::optional<FieldIndex> levels = progress_.schema.level_field();
    for (const YamlNode& element : reader.elements(words_.level_field)) {
      const bool known = levels && progress_.schema.fields[*levels].option(element.text);
      if (known) claim.scope.levels.push_back(element.text);
      if (known) claim.scope.levels_where.push_back(element.where);
      if (!known)
        report_wrong_value(element, words_.level_field, {"een niveau uit het schema", "a level of the schema"},
                           progress_.diagnostics, levels ? nearest_option(element.text, *levels) : "");
    }
    for (const YamlNode& element : reader.elements(words_.years.key)) {
      const bool known = words_.years.has(element.text);
      if (known) claim.scope.years.push_back(element.text);
      if (!known) report_wrong_value(element, words_.years.key, expected_year(), progress_.diagnostics);
    }
  }

  /// A claim for nobody: what it is for is left open, and it must not hold for all.
  void report_empty_scope(const YamlNode& scope) {
    const bool is_map = scope.kind == YamlNode::Kind::map;
    if (is_map && scope.entries.empty()) progress_.diagnostics.report(empty_value, scope.where, {"voor"});
    for (const YamlNode::Entry& entry : scope.entries) {
      const bool is_empty = entry.value.kind == YamlNode::Kind::sequence && entry.value.elements.empty();
      if (is_empty) progress_.diagnostics.report(empty_value, entry.value.where, {entry.key});
    }
  }

  Argument expected_year() const {
    const YearWords& years = words_.years;
    if (!years.is_range || years.options.empty() || years.label.empty()) {
      const std::string ids = listed_ids(years.options);
      return {"een van: " + ids, "one of: " + ids};
    }
    const std::string& first = years.options.front().id;
    const std::string& last = years.options.back().id;
    return {"een " + years.label.nl + " van " + first + " tot en met " + last,
            "a " + std::string(years.label.in(Language::en)) + " from " + first + " up to and including " + last};
  }

  std::string nearest_option(std::string_view word, FieldIndex field) const {
    std::vector<std::string_view> known;
    for (const Option& option : progress_.schema.fields[field].options) known.push_back(option.id);
    return nearest_word(word, known).value_or("");
  }

  void read_amount(const YamlNode& node, Claim& claim) {
    const YamlNode* amount = node.find("omvang");
    if (amount == nullptr) return;
    if (amount->kind == YamlNode::Kind::scalar) {
      progress_.diagnostics.report(keys_expected, amount->where,
                                   {"'omvang'", "aantal, eenheid", amount_as_map(amount->text, words_.units)});
      return;
    }
    const MapReader reader(*amount, "'omvang'", progress_.diagnostics);
    reader.check_keys({"aantal", "eenheid"});
    Field number;
    number.id = "aantal";
    number.type = FieldType::number;
    const std::optional<std::string> unit = reader.required_text("eenheid");
    if (!reader.required_text("aantal") || !unit) return;
    number.unit = *unit;
    std::optional<Value> value = read_value(*amount->find("aantal"), number, progress_);
    if (value) claim.amount = std::get<Number>(std::move(*value));
    claim.amount_unit = words_.any_unit ? *unit : one_of(*amount, "eenheid", words_.units);
    if (value) report_impossible_amount(node, amount->find("aantal")->where, claim);
  }

  /// An amount of nothing costs nothing, but otherwise says that there is none of what the claim says there is.
  void report_impossible_amount(const YamlNode& node, SourceSpan where, const Claim& claim) {
    constexpr double most = 20'000;
    const std::string words = claim.amount->written + (claim.amount_unit.empty() ? "" : " " + claim.amount_unit);
    const bool is_money = lower_case(claim.amount_unit).find("euro") != std::string::npos;
    if (claim.means == Meaning::no || claim.means == Meaning::unknown) {
      progress_.diagnostics.report(amount_of_nothing, where, {words, field_.id, node.find("status")->text});
    } else if (!is_money && claim.amount->value == 0) {
      progress_.diagnostics.report(amount_unlikely, where,
                                   {words,
                                    field_.id,
                                    {"0 is niets, en de status zegt dat er iets is",
                                     "0 is nothing, and the status says that there is something"}});
    } else if (!is_money && claim.amount->value > most) {
      progress_.diagnostics.report(amount_unlikely, where,
                                   {words, field_.id, {"dat is erg veel", "that is very much"}});
    }
  }

  void read_condition(const YamlNode& node, Claim& claim) {
    std::vector<Option> words{{words_.no_condition, {}, {}}};
    words.insert(words.end(), words_.conditions.begin(), words_.conditions.end());
    claim.condition = one_of(node, "voorwaarde", words);
    if (claim.condition == words_.no_condition) claim.condition.clear();
  }

  std::string one_of(const YamlNode& node, std::string_view key, std::span<const Option> options) {
    const YamlNode* value = node.find(key);
    if (value == nullptr) return "";
    if (find_option(options, value->text) != nullptr) return value->text;
    std::vector<std::string_view> words;
    for (const Option& option : options) words.push_back(option.id);
    const std::string ids = listed_ids(options);
    report_wrong_value(*value, key, {"een van: " + ids, "one of: " + ids}, progress_.diagnostics,
                       nearest_word(value->text, words).value_or(""));
    return "";
  }

  std::optional<AsOf> read_as_of_at(const YamlNode& node, std::string_view key) {
    const YamlNode* value = node.find(key);
    if (value == nullptr) return std::nullopt;
    Field field;
    field.id = std::string(key);
    field.type = FieldType::as_of;
    std::optional<Value> read = read_value(*value, field, progress_);
    return read ? std::optional(std::get<AsOf>(*read)) : std::nullopt;
  }

  void read_from(const YamlNode& node, Claim& claim) {
    claim.from = read_as_of_at(node, "vanaf");
    if (claim.from) claim.from_where = node.find("vanaf")->where;
    if (node.find("vanaf") != nullptr && words_.first(Meaning::planned) && claim.means != Meaning::planned) {
      progress_.diagnostics.report(from_only_in_development, node.find("vanaf")->where,
                                   {listed_with(words_, Meaning::planned)});
    }
  }

  void read_checked(const YamlNode& node, Claim& claim) {
    const YamlNode* checked = node.find("gecontroleerd");
    if (checked == nullptr) return;
    const MapReader reader(*checked, "'gecontroleerd'", progress_.diagnostics);
    reader.check_keys({"op", "door"});
    if (!reader.required_text("op") || !reader.required_text("door")) return;
    const std::optional<AsOf> on = read_as_of_at(*checked, "op");
    const std::string by = one_of(*checked, "door", words_.checkers);
    if (on && !by.empty()) claim.checked = Checked{*on, by, by == words_.own_checker, checked->find("op")->where};
  }

  void report_missing_parts(const YamlNode& node, const Claim& claim) {
    if (needs_explanation(claim.means) && node.find("toelichting") == nullptr) {
      progress_.diagnostics.report(claim_without_explanation, claim.where, {field_.id, node.find("status")->text});
    }
    if (claim.means == Meaning::unknown && node.find("gecontroleerd") == nullptr) {
      progress_.diagnostics.report(silence_not_checked, claim.where,
                                   {field_.id, node.find("status")->text, example_among(words_.checkers).id});
    }
  }

  /// Adds source and as-of date, the claim's own or the file's; without a source there is no claim.
  std::optional<Claim> with_evidence(const YamlNode& node, Claim claim) {
    const YamlNode* source = node.find("bron");
    const std::optional<SourceIndex> used =
        source != nullptr ? read_source_use(*source, progress_) : progress_.default_source;
    if (!used) {
      if (source == nullptr) progress_.diagnostics.report(claim_without_source, claim.where, {field_.id});
      return std::nullopt;
    }
    claim.source = *used;
    // The file's date belongs to the file's source: a claim with a source of its own and no date is undated.
    const std::optional<AsOf> own = read_as_of_at(node, "peildatum");
    const bool inherits = source == nullptr || used == progress_.default_source;
    claim.as_of = own ? *own : inherits ? progress_.default_as_of.value_or(AsOf{}) : AsOf{};
    if (own) claim.as_of_where = node.find("peildatum")->where;
    return claim;
  }

  const Field& field_;
  RecordInProgress& progress_;
  const ClaimWords& words_;
};

bool is_newer(const Claim& left, const Claim& right) {
  if (left.as_of.is_known() != right.as_of.is_known()) return left.as_of.is_known();
  return left.as_of.is_known() && left.as_of.last_day() > right.as_of.last_day();
}

}  // namespace

std::optional<Value> read_claims(const YamlNode& node, const Field& field, RecordInProgress& progress) {
  ClaimReader reader(field, progress);
  Claims claims;
  if (node.kind == YamlNode::Kind::sequence) {
    for (const YamlNode& element : node.elements) {
      if (std::optional<Claim> claim = reader.read(element)) claims.claims.push_back(std::move(*claim));
    }
  } else if (std::optional<Claim> claim = reader.read(node)) {
    claims.claims.push_back(std::move(*claim));
  }
  if (node.kind == YamlNode::Kind::sequence && node.elements.empty())
    progress.diagnostics.report(empty_value, node.where, {field.id});
  if (claims.claims.empty()) return std::nullopt;
  std::stable_sort(claims.claims.begin(), claims.claims.end(), is_newer);
  return claims;
}

}  // namespace wegwijs
