#include "views/claims.h"

#include <algorithm>

#include "schema/field_types.h"
#include "schema/schema_defaults.h"

namespace wegwijs {
namespace {

/// What readers see for one of the options; empty for none.
std::string_view words_for(std::span<const Option> options, std::string_view id, Language language) {
  const Option* option = find_option(options, id);
  return option == nullptr ? std::string_view() : option->label.in(language);
}

std::string joined(const std::vector<std::string>& words, Language language) {
  std::string result;
  for (std::size_t index = 0; index < words.size(); ++index) {
    if (index > 0) result += index + 1 < words.size() ? ", " : language == Language::en ? " and " : " en ";
    result += words[index];
  }
  return result;
}

template <typename Value>
bool overlap(const std::vector<Value>& left, const std::vector<Value>& right) {
  if (left.empty() || right.empty()) return true;
  return std::any_of(left.begin(), left.end(),
                     [&](const Value& value) { return std::find(right.begin(), right.end(), value) != right.end(); });
}

SupportAnswer answer_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::yes:
    case Meaning::partly:
    case Meaning::mentioned:
      return SupportAnswer::stated;
    case Meaning::no:
    case Meaning::planned:
      return SupportAnswer::denied;
    case Meaning::unknown:
      return SupportAnswer::open;
  }
  return SupportAnswer::open;
}

/// Whether a row is for pupils of a level: it is for all, or for those that it names.
bool is_for_level(const Field& field, const Schema& schema, std::string_view level) {
  if (!field.applies_to || schema.level_field() != field.applies_to->field) return true;
  const std::vector<Option>& options = schema.fields[field.applies_to->field].options;
  const auto& wanted = field.applies_to->any_of;
  return std::any_of(wanted.begin(), wanted.end(), [&](std::uint16_t option) { return options[option].id == level; });
}

}  // namespace

bool is_topic(const Field& field) {
  return is_claim(field) && field.group.has_value();
}

bool applies(const Field& field, FieldIndex index, const Record& record) {
  // A value of a field that does not apply was left out when the file was read.
  if (!field.applies_to || record.value(index) != nullptr) return true;
  const Choices* choices = record.get<Choices>(field.applies_to->field);
  // The other field is not known: then this one cannot be said not to apply.
  if (choices == nullptr) return true;
  return std::any_of(choices->options.begin(), choices->options.end(), [&](std::uint16_t option) {
    const auto& wanted = field.applies_to->any_of;
    return std::find(wanted.begin(), wanted.end(), option) != wanted.end();
  });
}

ClaimCount count_claims(const Record& record, const Schema& schema) {
  ClaimCount count;
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const auto number = static_cast<FieldIndex>(index);
    if (!is_topic(schema.fields[index]) || !applies(schema.fields[index], number, record)) continue;
    ++count.all;
    const std::span<const Claim> claims = record.claims(number);
    // A source that was read and is silent answers no question.
    count.known +=
        std::any_of(claims.begin(), claims.end(), [](const Claim& claim) { return claim.means != Meaning::unknown; })
            ? 1U
            : 0U;
  }
  return count;
}

std::string_view answer_order() {
  return "stated denied open excluded";
}

std::string_view answer_id(SupportAnswer answer) {
  switch (answer) {
    case SupportAnswer::stated:
      return "stated";
    case SupportAnswer::denied:
      return "denied";
    case SupportAnswer::open:
      return "open";
    case SupportAnswer::excluded:
      return "excluded";
  }
  return "open";
}

SupportAnswer answer_of(const Record& record, const Schema& schema, FieldIndex index, std::string_view level) {
  const Field& field = schema.fields[index];
  if (!applies(field, index, record)) return SupportAnswer::excluded;
  if (!level.empty() && !is_for_level(field, schema, level)) return SupportAnswer::excluded;
  SupportAnswer best = SupportAnswer::open;
  for (const Claim& claim : record.claims(index)) {
    const std::vector<std::string>& levels = claim.scope.levels;
    const bool counts =
        level.empty() || levels.empty() || std::find(levels.begin(), levels.end(), level) != levels.end();
    if (counts) best = std::min(best, answer_of(claim.means));
  }
  return best;
}

std::vector<StatusIndex> known_statuses(std::span<const Claim> claims) {
  std::vector<StatusIndex> statuses;
  for (const Claim& claim : claims) {
    if (claim.means != Meaning::unknown) statuses.push_back(claim.status);
  }
  std::sort(statuses.begin(), statuses.end());
  statuses.erase(std::unique(statuses.begin(), statuses.end()), statuses.end());
  return statuses;
}

bool states_support(const Claim& claim) {
  return claim.means == Meaning::yes || claim.means == Meaning::partly;
}

bool is_settled(std::span<const Claim> claims) {
  return std::any_of(claims.begin(), claims.end(), [](const Claim& claim) {
    return claim.means == Meaning::yes || claim.means == Meaning::mentioned;
  });
}

bool is_old(const Claim& claim, Date today) {
  if (!claim.as_of.is_known()) return false;
  const Date limit = months_before(today, months_until_old);
  const bool is_confirmed =
      claim.checked && claim.checked->by_own && claim.checked->on.is_known() && claim.checked->on.last_day() >= limit;
  return claim.as_of.last_day() < limit && !is_confirmed;
}

bool sources_differ(std::span<const Claim> claims) {
  for (std::size_t first = 0; first < claims.size(); ++first) {
    for (std::size_t second = first + 1; second < claims.size(); ++second) {
      const Claim& left = claims[first];
      const Claim& right = claims[second];
      const bool same_pupils =
          overlap(left.scope.levels, right.scope.levels) && overlap(left.scope.years, right.scope.years);
      const bool is_silent = left.means == Meaning::unknown || right.means == Meaning::unknown;
      if (left.status != right.status && same_pupils && !is_silent) return true;
    }
  }
  return false;
}

std::string scope_in_words(const Schema& schema, const Scope& scope, Language language) {
  const std::optional<FieldIndex> level_field = schema.level_field();
  const YearWords& years = schema.claims.years;
  std::vector<std::string> level_words;
  for (const std::string& id : scope.levels) {
    const std::string_view label =
        level_field ? words_for(schema.fields[*level_field].options, id, language) : std::string_view();
    level_words.emplace_back(label.empty() ? id : label);
  }
  std::vector<std::string> year_words;
  for (const std::string& id : scope.years) year_words.emplace_back(words_for(years.options, id, language));
  std::string words = joined(level_words, language);
  if (year_words.empty()) return words;
  if (!words.empty()) words += ", ";
  if (!years.label.empty()) words += std::string(years.label.in(language)) + " ";
  return words + joined(year_words, language);
}

std::string amount_in_words(const Schema& schema, const Claim& claim, Language language) {
  if (!claim.amount) return "";
  const std::string_view label = words_for(schema.claims.units, claim.amount_unit, language);
  std::string words =
      number_in_words(*claim.amount, Language::nl) + " " + (label.empty() ? claim.amount_unit : std::string(label));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string_view condition_in_words(const Schema& schema, const Claim& claim, Language language) {
  return words_for(schema.claims.conditions, claim.condition, language);
}

std::string checked_in_words(const Schema& schema, const Claim& claim, Language language) {
  if (!claim.checked) return "";
  return std::string(words_for(schema.claims.checkers, claim.checked->by, language)) + ", " +
         as_of_in_words(claim.checked->on, language);
}

std::string_view source_kind_in_words(const Schema& schema, std::string_view kind, Language language) {
  return words_for(schema.claims.source_kinds, kind, language);
}

std::string_view yes_in_words(Language language) {
  return language == Language::en ? "Yes" : "Ja";
}

std::string_view look_of(Meaning meaning) {
  const ClaimWords& usual = schema_defaults().claims;
  return usual.statuses[usual.first(meaning).value_or(0)].id;
}

std::string number_in_words(const Number& number, Language language) {
  const bool english = language == Language::en;
  const std::string_view written = number.written;
  const std::size_t point = written.find('.');
  const std::string_view whole = written.substr(0, point);
  std::string words;
  for (std::size_t index = 0; index < whole.size(); ++index) {
    const bool after_digit = index > 0 && whole[index - 1] != '-';
    if (after_digit && (whole.size() - index) % 3 == 0) words += english ? ',' : '.';
    words += whole[index];
  }
  if (point == std::string_view::npos) return words;
  return words + (english ? "." : ",") + std::string(written.substr(point + 1));
}

}  // namespace wegwijs
