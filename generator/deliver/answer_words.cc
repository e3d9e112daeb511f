#include "deliver/answer_words.h"

#include <fmt/format.h>

#include "views/claims.h"
#include "views/sources.h"

namespace wegwijs {

std::string answer_in_words(const Answer& answer, const Field& field, const ClaimWords& words, Language language) {
  const bool english = language == Language::en;
  const std::optional<StatusIndex> status = words.find(answer.answer);
  const std::string word = answer.answer == answer_confirms ? (english ? "Still right" : "Klopt nog")
                           : answer.answer == answer_doubts ? (english ? "Not right" : "Klopt niet")
                           : status                         ? std::string(words.statuses[*status].label.in(language))
                                                            : "'" + answer.answer + "'";
  std::string text = field.type == FieldType::text_claim && answer.answer.empty() ? "" : word;
  if (!answer.explanation.empty()) text += (text.empty() ? "" : ": ") + answer.explanation;
  const auto join = [](const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); };
  if (!answer.levels.empty()) text += (english ? " (for " : " (voor ") + join(answer.levels) + ")";
  if (!answer.years.empty())
    text += " (" + (words.years.label.empty() ? std::string() : std::string(words.years.label.in(language)) + " ") +
            join(answer.years) + ")";
  if (!answer.amount.empty()) text += " (" + answer.amount + " " + answer.unit + ")";
  if (!answer.from.empty()) text += (english ? " (from " : " (vanaf ") + answer.from + ")";
  return text;
}

std::string claims_in_words(const Schema& schema, std::span<const Claim> claims, Language language) {
  std::string words;
  for (const Claim& claim : claims) {
    if (!words.empty()) words += " | ";
    words += status_of(schema, claim).label.in(language);
    if (!claim.explanation.empty()) words += ": " + claim.explanation;
    words += " (" + as_of_in_words(claim.as_of, language) + ")";
  }
  if (!words.empty()) return words;
  return language == Language::en ? "Not looked at yet" : "Nog niet nagekeken";
}

}  // namespace wegwijs
