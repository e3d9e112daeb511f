#include "schema/read_claim_words.h"

#include <algorithm>
#include <array>

#include "schema/key_check.h"
#include "schema/key_rules.h"
#include "schema/read_options.h"
#include "schema/role_words.h"

namespace wegwijs {
namespace {

constexpr std::array<Words<Meaning>, 6> meaning_words{{{"yes", Meaning::yes},
                                                       {"partly", Meaning::partly},
                                                       {"no", Meaning::no},
                                                       {"planned", Meaning::planned},
                                                       {"unknown", Meaning::unknown},
                                                       {"mentioned", Meaning::mentioned}}};

/// More than any school has.
constexpr long most_years = 20;
/// More than a reader can tell apart.
constexpr std::size_t most_statuses = 30;

class ClaimWordsReader {
 public:
  ClaimWordsReader(const YamlNode& node, const ClaimWords& otherwise, Diagnostics& diagnostics)
      : top_(node, "'claims'", diagnostics), otherwise_(otherwise), diagnostics_(diagnostics), words_(otherwise) {}

  ClaimWords read() {
    top_.check_keys({"statuses", "scope", "conditions", "no_condition", "checkers", "own_checker", "editors_checker",
                     "source_kinds", "form_source_kinds", "units", "any_unit", "whole_units"});
    if (top_.find("statuses") != nullptr) read_statuses();
    if (const YamlNode* scope = top_.find("scope")) read_scope(*scope);
    words_.no_condition = top_.text("no_condition").value_or(words_.no_condition);
    read_list("conditions", words_.conditions);
    read_checkers();
    read_source_kinds();
    // Units that a schema names itself are all that there are, unless it says otherwise.
    words_.any_unit = top_.yes_no("any_unit", top_.find("units") == nullptr && words_.any_unit);
    read_list("units", words_.units);
    if (top_.find("whole_units") != nullptr) words_.whole_units = top_.texts("whole_units");
    return std::move(words_);
  }

 private:
  void read_list(std::string_view key, std::vector<Option>& options) {
    if (top_.find(key) == nullptr) return;
    const std::span<const YamlNode> elements = top_.elements(key);
    if (elements.empty()) {
      diagnostics_.report(missing_key, top_.find(key)->where, {"id", Argument("'" + std::string(key) + "'")});
      return;
    }
    options = read_options(*top_.find(key), diagnostics_);
  }

  /// Who is the entry itself and who keeps the site: of checkers that a schema names itself the first and the second,
  /// unless it says otherwise.
  void read_checkers() {
    read_list("checkers", words_.checkers);
    if (top_.find("checkers") != nullptr) {
      words_.own_checker = words_.checkers.empty() ? "" : words_.checkers.front().id;
      words_.editors_checker = words_.checkers.size() > 1 ? words_.checkers[1].id : "";
    }
    read_one_of("own_checker", words_.checkers, words_.own_checker);
    read_one_of("editors_checker", words_.checkers, words_.editors_checker);
  }

  void read_source_kinds() {
    read_list("source_kinds", words_.source_kinds);
    const bool is_given = top_.find("form_source_kinds") != nullptr;
    if (!is_given && top_.find("source_kinds") == nullptr) return;
    words_.form_source_kinds.clear();
    if (!is_given) {
      for (const Option& kind : words_.source_kinds) words_.form_source_kinds.push_back(kind.id);
      return;
    }
    for (const YamlNode& element : top_.elements("form_source_kinds")) {
      if (is_one_of(element, words_.source_kinds)) words_.form_source_kinds.push_back(element.text);
    }
  }

  void read_one_of(std::string_view key, std::span<const Option> options, std::string& word) {
    const YamlNode* node = top_.find(key);
    if (node != nullptr && is_one_of(*node, options)) word = node->text;
  }

  /// Reports a word that is none of the options.
  bool is_one_of(const YamlNode& node, std::span<const Option> options) {
    if (find_option(options, node.text) != nullptr) return true;
    std::vector<std::string_view> known;
    for (const Option& option : options) known.push_back(option.id);
    diagnostics_.report(schema_unknown_word, node.where, {node.text, {"keuze", "option"}, listed_ids(options)},
                        nearest_word(node.text, known).value_or(""));
    return false;
  }

  void read_statuses() {
    words_.statuses.clear();
    for (const YamlNode& element : top_.elements("statuses")) read_status(element);
    const SourceSpan where = top_.find("statuses")->where;
    if (!words_.first(Meaning::yes)) diagnostics_.report(missing_key, where, {"means: yes", Argument("'statuses'")});
    if (words_.statuses.size() > most_statuses) words_.statuses.resize(most_statuses);
    // Authors do not write this one: a schema need not think of it.
    const std::optional<StatusIndex> usual = otherwise_.first(Meaning::mentioned);
    if (!words_.first(Meaning::mentioned) && usual) words_.statuses.push_back(otherwise_.statuses[*usual]);
  }

  void read_status(const YamlNode& node) {
    const MapReader reader(node, {"een status", "a status"}, diagnostics_);
    reader.check_keys({"id", "label", "help", "means", "also"});
    ClaimStatus status;
    status.id = reader.required_text("id").value_or("");
    status.label = read_label(node.find("label"), diagnostics_);
    status.help = read_label(node.find("help"), diagnostics_);
    status.also = reader.texts("also");
    // Scripts of the theme take these ids apart at spaces and colons.
    if (status.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") != std::string::npos) {
      diagnostics_.report(wrong_kind_of_value, node.find("id")->where,
                          {"id",
                           {"een status", "a status"},
                           {"kleine letters, cijfers, '_' en '-'", "lower case letters, digits, '_' and '-'"}});
    }
    if (status.label.empty()) diagnostics_.report(schema_label_missing, node.where, {status.id});
    if (reader.required_text("means")) {
      const YamlNode& word = *node.find("means");
      const auto* found = std::find_if(meaning_words.begin(), meaning_words.end(),
                                       [&](const auto& one) { return one.first == word.text; });
      if (found == meaning_words.end()) {
        report_unknown_word<Meaning>(word, meaning_words, {"betekenis", "meaning"}, diagnostics_);
      } else {
        status.means = found->second;
      }
    }
    const bool is_repeated = std::any_of(words_.statuses.begin(), words_.statuses.end(),
                                         [&](const ClaimStatus& one) { return one.id == status.id; });
    if (is_repeated) diagnostics_.report(schema_declared_twice, node.where, {status.id});
    if (!is_repeated) report_repeated_label(words_.statuses, status, node.where, diagnostics_);
    if (!is_repeated) words_.statuses.push_back(std::move(status));
  }

  void read_scope(const YamlNode& node) {
    const MapReader reader(node, "'scope'", diagnostics_);
    reader.check_keys({"levels", "years"});
    words_.level_field = reader.text("levels").value_or(words_.level_field);
    if (const YamlNode* years = reader.find("years")) read_years(*years);
  }

  /// {key, label, from, to} or {key, label, options}.
  void read_years(const YamlNode& node) {
    const MapReader reader(node, "'years'", diagnostics_);
    reader.check_keys({"key", "label", "many", "from", "to", "options"});
    YearWords years;
    years.key = reader.required_text("key").value_or("");
    years.label = read_label(node.find("label"), diagnostics_);
    years.many = read_label(node.find("many"), diagnostics_);
    if (const YamlNode* options = reader.find("options")) {
      years.options = read_options(*options, diagnostics_);
    } else if (reader.required_text("from") && reader.required_text("to")) {
      const long from = reader.whole_number("from").value_or(0);
      const long to = reader.whole_number("to").value_or(from);
      years.is_range = true;
      for (long year = from; year <= to && year < from + most_years; ++year)
        years.options.push_back({std::to_string(year), {std::to_string(year), ""}, {}});
    }
    words_.years = std::move(years);
  }

  const MapReader top_;
  const ClaimWords& otherwise_;
  Diagnostics& diagnostics_;
  ClaimWords words_;
};

}  // namespace

ClaimWords read_claim_words(const YamlNode* node, const ClaimWords& otherwise, Diagnostics& diagnostics) {
  if (node == nullptr) return otherwise;
  return ClaimWordsReader(*node, otherwise, diagnostics).read();
}

}  // namespace wegwijs
