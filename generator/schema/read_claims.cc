#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "schema/claim_rules.h"
#include "schema/key_check.h"
#include "schema/key_rules.h"
#include "schema/meant_value.h"
#include "schema/read_record.h"
#include "schema/read_value.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::array<std::pair<std::string_view, Status>, 5> status_words{{{"ja", Status::ja},
                                                                           {"deels", Status::deels},
                                                                           {"in_ontwikkeling", Status::in_ontwikkeling},
                                                                           {"nee", Status::nee},
                                                                           {"niet_vermeld", Status::niet_vermeld}}};
/// What people write for one of the states; each leads to the right word.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> status_habits{
    {{"gedeeltelijk", "deels"},
     {"gedeeltelik", "deels"},
     {"soms", "deels"},
     {"yes", "ja"},
     {"no", "nee"},
     {"neen", "nee"},
     {"onbekend", "niet_vermeld"},
     {"binnenkort", "in_ontwikkeling"}}};
constexpr std::array<std::string_view, 6> conditions{"geen", "opp", "tlv", "diagnose", "intake", "overig"};
constexpr std::array<std::string_view, 3> checkers{"school", "swv", "mr"};
constexpr int longest_school = 6;  // leerjaren

std::string nearest_status(std::string_view word) {
  for (const auto& [habit, status] : status_habits) {
    if (habit == word) return std::string(status);
  }
  std::vector<std::string_view> words;
  for (const auto& [status, value] : status_words) words.push_back(status);
  return nearest_word(word, words).value_or("");
}

/// "{aantal: 3, eenheid: uur}" of "3 uur"; an example when `text` is no number with a word.
std::string amount_as_map(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789.,"), text.size());
  const std::string number = meant_number(text.substr(0, end));
  std::string_view unit = text.substr(end);
  unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
  const bool is_plain = unit.find_first_of("{}[],:#\"'") == std::string_view::npos;
  if (number.empty() || unit.empty() || !is_plain) return "{aantal: 3, eenheid: uren_per_week}";
  return "{aantal: " + number + ", eenheid: " + std::string(unit) + "}";
}

/// Reads the claims on one row of one file.
class ClaimReader {
 public:
  ClaimReader(const Field& field, RecordInProgress& progress) : field_(field), progress_(progress) {}

  std::optional<Claim> read(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::map) return read_short_form(node);
    return field_.type == FieldType::claim ? read_claim(node) : read_text_claim(node);
  }

 private:
  std::optional<Claim> read_short_form(const YamlNode& node) {
    if (field_.type == FieldType::text_claim || node.kind != YamlNode::Kind::scalar) {
      report_wrong_value(node, field_.id,
                         {"een lijst van beweringen, als '- {status: ja, toelichting: …, bron: …}'",
                          "a list of claims, such as '- {status: ja, toelichting: …, bron: …}'"},
                         progress_.diagnostics);
      return std::nullopt;
    }
    const std::optional<Status> status = read_status(node);
    if (!status) return std::nullopt;
    if (*status != Status::ja) {
      progress_.diagnostics.report(short_form_only_yes, node.where, {node.text, field_.id});
      return std::nullopt;
    }
    Claim claim;
    claim.where = node.where;
    return with_evidence(node, std::move(claim));
  }

  std::optional<Claim> read_claim(const YamlNode& node) {
    const MapReader reader(node, {"een bewering", "a claim"}, progress_.diagnostics);
    reader.check_keys(
        {"status", "toelichting", "voor", "omvang", "voorwaarde", "vanaf", "bron", "peildatum", "gecontroleerd"});
    if (!reader.required_text("status")) return std::nullopt;
    const std::optional<Status> status = read_status(*node.find("status"));
    if (!status) return std::nullopt;
    Claim claim;
    claim.status = *status;
    claim.where = node.find("status")->where;
    read_explanation(node, "toelichting", claim);
    read_scope(node, claim);
    read_amount(node, claim);
    claim.condition = one_of(node, "voorwaarde", conditions);
    if (claim.condition == "geen") claim.condition.clear();
    read_from(node, claim);
    read_checked(node, claim);
    report_missing_parts(node, claim);
    return with_evidence(node, std::move(claim));
  }

  std::optional<Claim> read_text_claim(const YamlNode& node) {
    const MapReader reader(node, {"een tekst met bron", "a text with a source"}, progress_.diagnostics);
    reader.check_keys({"tekst", "voor", "bron", "peildatum", "gecontroleerd"});
    if (!reader.required_text("tekst")) return std::nullopt;
    Claim claim;
    claim.status = Status::genoemd;
    claim.where = node.find("tekst")->where;
    read_explanation(node, "tekst", claim);
    if (claim.explanation.empty()) return std::nullopt;
    read_scope(node, claim);
    read_checked(node, claim);
    return with_evidence(node, std::move(claim));
  }

  std::optional<Status> read_status(const YamlNode& node) {
    for (const auto& [word, status] : status_words) {
      if (node.kind == YamlNode::Kind::scalar && node.text == word) return status;
    }
    if (node.text.empty()) {
      report_wrong_value(node, field_.id, {"een status", "a status"}, progress_.diagnostics);
    } else {
      progress_.diagnostics.report(unknown_status, node.where, {node.text, field_.id}, nearest_status(node.text));
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
    reader.check_keys({"niveaus", "leerjaren"});
    const std::optional<FieldIndex> levels = progress_.schema.find("niveaus");
    for (const YamlNode& element : reader.elements("niveaus")) {
      const bool known = levels && progress_.schema.fields[*levels].option(element.text);
      if (known) claim.scope.levels.push_back(element.text);
      if (known) claim.scope.levels_where.push_back(element.where);
      if (!known)
        report_wrong_value(element, "niveaus", {"een niveau uit het schema", "a level of the schema"},
                           progress_.diagnostics, levels ? nearest_option(element.text, *levels) : "");
    }
    for (const YamlNode& element : reader.elements("leerjaren")) {
      const bool known = element.text.size() == 1 && element.text[0] >= '1' && element.text[0] <= '0' + longest_school;
      if (known) claim.scope.years.push_back(element.text[0] - '0');
      if (!known)
        report_wrong_value(element, "leerjaren",
                           {"een leerjaar van 1 tot en met 6", "a year from 1 up to and including 6"},
                           progress_.diagnostics);
    }
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
                                   {"'omvang'", "aantal, eenheid", amount_as_map(amount->text)});
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
    claim.amount_unit = *unit;
  }

  template <std::size_t size>
  std::string one_of(const YamlNode& node, std::string_view key, const std::array<std::string_view, size>& words) {
    const YamlNode* value = node.find(key);
    if (value == nullptr) return "";
    if (std::find(words.begin(), words.end(), value->text) != words.end()) return value->text;
    std::string listed;
    for (const std::string_view word : words) listed += (listed.empty() ? "" : ", ") + std::string(word);
    report_wrong_value(*value, key, {"een van: " + listed, "one of: " + listed}, progress_.diagnostics,
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
    if (node.find("vanaf") != nullptr && claim.status != Status::in_ontwikkeling) {
      progress_.diagnostics.report(from_only_in_development, node.find("vanaf")->where);
    }
  }

  void read_checked(const YamlNode& node, Claim& claim) {
    const YamlNode* checked = node.find("gecontroleerd");
    if (checked == nullptr) return;
    const MapReader reader(*checked, "'gecontroleerd'", progress_.diagnostics);
    reader.check_keys({"op", "door"});
    if (!reader.required_text("op") || !reader.required_text("door")) return;
    const std::optional<AsOf> on = read_as_of_at(*checked, "op");
    const std::string by = one_of(*checked, "door", checkers);
    if (on && !by.empty()) claim.checked = Checked{*on, by, checked->find("op")->where};
  }

  void report_missing_parts(const YamlNode& node, const Claim& claim) {
    const bool needs_explanation =
        claim.status == Status::nee || claim.status == Status::deels || claim.status == Status::in_ontwikkeling;
    if (needs_explanation && node.find("toelichting") == nullptr) {
      progress_.diagnostics.report(claim_without_explanation, claim.where, {field_.id, node.find("status")->text});
    }
    if (claim.status == Status::niet_vermeld && node.find("gecontroleerd") == nullptr) {
      progress_.diagnostics.report(silence_not_checked, claim.where, {field_.id});
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
  if (claims.claims.empty()) return std::nullopt;
  std::stable_sort(claims.claims.begin(), claims.claims.end(), is_newer);
  return claims;
}

}  // namespace wegwijs
