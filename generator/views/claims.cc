#include "views/claims.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wegwijs {
namespace {

using Words = std::pair<std::string_view, BilingualText>;

constexpr std::array<Words, 6> condition_words{
    {{"opp", {"met een ontwikkelingsperspectief (opp)", "with a development plan (opp)"}},
     {"tlv", {"met een toelaatbaarheidsverklaring (tlv)", "with an admission statement (tlv)"}},
     {"diagnose", {"na een diagnose", "after a diagnosis"}},
     {"intake", {"na een gesprek vooraf", "after an intake interview"}},
     {"overig", {"onder een voorwaarde", "on a condition"}},
     {"", {"", ""}}}};

constexpr std::array<Words, 5> source_kinds{{{"website", {"website", "website"}},
                                             {"schoolgids", {"schoolgids", "school guide"}},
                                             {"overzicht", {"overzicht van de ondersteuning", "overview of support"}},
                                             {"sop", {"schoolondersteuningsprofiel", "school support profile"}},
                                             {"register", {"register", "register"}}}};

constexpr std::array<Words, 3> checkers{{{"school", {"door de school", "by the school"}},
                                         {"swv", {"door het samenwerkingsverband", "by the partnership"}},
                                         {"mr", {"door de medezeggenschapsraad", "by the participation council"}}}};

template <std::size_t size>
std::string_view words_for(const std::array<Words, size>& words, std::string_view id, Language language) {
  const auto* found = std::find_if(words.begin(), words.end(), [&](const Words& one) { return one.first == id; });
  return found == words.end() ? std::string_view() : found->second.in(language);
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

}  // namespace

std::string_view status_word(Status status, Language language) {
  const bool english = language == Language::en;
  switch (status) {
    case Status::ja:
      return english ? "Yes" : "Ja";
    case Status::deels:
      return english ? "Partly" : "Deels";
    case Status::nee:
      return english ? "No" : "Nee";
    case Status::in_ontwikkeling:
      return english ? "In development" : "In ontwikkeling";
    case Status::niet_vermeld:
      return english ? "Not mentioned" : "Niet vermeld";
    case Status::genoemd:
      return english ? "Mentioned" : "Genoemd";
  }
  return "";
}

std::string_view status_id(Status status) {
  switch (status) {
    case Status::ja:
      return "ja";
    case Status::deels:
      return "deels";
    case Status::nee:
      return "nee";
    case Status::in_ontwikkeling:
      return "in_ontwikkeling";
    case Status::niet_vermeld:
      return "niet_vermeld";
    case Status::genoemd:
      return "genoemd";
  }
  return "";
}

bool is_claim(const Field& field) {
  return field.type == FieldType::claim || field.type == FieldType::text_claim;
}

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
    count.known += std::any_of(claims.begin(), claims.end(),
                               [](const Claim& claim) { return claim.status != Status::niet_vermeld; })
                       ? 1U
                       : 0U;
  }
  return count;
}

std::string_view answer_id(Status status) {
  switch (status) {
    case Status::ja:
    case Status::deels:
    case Status::genoemd:
      return "stated";
    case Status::nee:
    case Status::in_ontwikkeling:
      return "denied";
    case Status::niet_vermeld:
      return "open";
  }
  return "open";
}

bool states_support(const Claim& claim) {
  return claim.status == Status::ja || claim.status == Status::deels;
}

std::optional<FieldIndex> level_field(const Schema& schema) {
  return schema.find("niveaus");
}

bool is_old(const Claim& claim, Date today) {
  if (!claim.as_of.is_known()) return false;
  const Date limit = months_before(today, months_until_old);
  const bool is_confirmed = claim.checked && claim.checked->by == "school" && claim.checked->on.is_known() &&
                            claim.checked->on.last_day() >= limit;
  return claim.as_of.last_day() < limit && !is_confirmed;
}

bool sources_differ(std::span<const Claim> claims) {
  for (std::size_t first = 0; first < claims.size(); ++first) {
    for (std::size_t second = first + 1; second < claims.size(); ++second) {
      const Claim& left = claims[first];
      const Claim& right = claims[second];
      const bool same_pupils =
          overlap(left.scope.levels, right.scope.levels) && overlap(left.scope.years, right.scope.years);
      const bool is_silent = left.status == Status::niet_vermeld || right.status == Status::niet_vermeld;
      if (left.status != right.status && same_pupils && !is_silent) return true;
    }
  }
  return false;
}

std::string scope_in_words(const Scope& scope, const Field* levels, Language language) {
  std::vector<std::string> level_words;
  for (const std::string& id : scope.levels) {
    const std::optional<std::uint16_t> option = levels == nullptr ? std::nullopt : levels->option(id);
    level_words.push_back(option ? std::string(levels->options[*option].label.in(language)) : id);
  }
  std::vector<std::string> year_words;
  for (const int year : scope.years) year_words.push_back(std::to_string(year));
  std::string words = joined(level_words, language);
  if (year_words.empty()) return words;
  if (!words.empty()) words += ", ";
  return words + (language == Language::en ? "year " : "leerjaar ") + joined(year_words, language);
}

std::string amount_in_words(const Claim& claim) {
  if (!claim.amount) return "";
  std::string words = number_in_words(*claim.amount, Language::nl) + " " + claim.amount_unit;
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string_view condition_in_words(const Claim& claim, Language language) {
  return words_for(condition_words, claim.condition, language);
}

std::string checked_in_words(const Claim& claim, Language language) {
  if (!claim.checked) return "";
  return std::string(words_for(checkers, claim.checked->by, language)) + ", " +
         as_of_in_words(claim.checked->on, language);
}

std::string_view source_kind_in_words(std::string_view kind, Language language) {
  return words_for(source_kinds, kind, language);
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
