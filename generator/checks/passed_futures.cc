#include <algorithm>
#include <charconv>

#include "checks/checks.h"
#include "checks/wording_rules.h"
#include "text/ascii.h"
#include "text/dutch_words.h"
#include "text/folding.h"

namespace wegwijs {
namespace {

/// Letters and digits in lower case, everything else as one space, with a space at both ends: a phrase in it is found
/// whole.
std::string spaced_words(std::string_view sentence) {
  std::string result = " ";
  for (const char character : folded(sentence)) {
    const bool is_of_word = is_letter(character) || is_digit(character) || character == '-';
    if (is_of_word)
      result += character;
    else if (result.back() != ' ')
      result += ' ';
  }
  if (result.back() != ' ') result += ' ';
  return result;
}

bool holds_one(std::string_view words, std::span<const std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return words.find(" " + std::string(phrase) + " ") != std::string_view::npos;
  });
}

class PassedFutures {
 public:
  PassedFutures(Date today, Diagnostics& diagnostics) : today_(today), diagnostics_(diagnostics) {}

  void check(const Record& record) const {
    for (const FieldValue& field : record.values()) {
      if (const auto* text = std::get_if<WrittenText>(&field.value)) check(*text);
      if (const auto* texts = std::get_if<Texts>(&field.value)) {
        for (const WrittenText& line : texts->lines) check(line);
      }
      if (const auto* rows = std::get_if<Rows>(&field.value)) {
        for (const Record& row : rows->rows) check(row);
      }
    }
  }

 private:
  /// Sentence by sentence: the year of one says nothing of the verb of the next.
  void check(const WrittenText& text) const {
    std::size_t begin = 0;
    for (std::size_t place = 0; place <= text.text.size(); ++place) {
      const bool is_end = place == text.text.size() || text.text[place] == '\n' ||
                          (std::string_view(".!?;").find(text.text[place]) != std::string_view::npos &&
                           (place + 1 == text.text.size() || text.text[place + 1] == ' '));
      if (!is_end) continue;
      check_sentence(std::string_view(text.text).substr(begin, place + 1 - begin), text.where);
      begin = place + 1;
    }
  }

  void check_sentence(std::string_view sentence, SourceSpan where) const {
    if (sentence.find("20") == std::string_view::npos) return;
    const std::string words = spaced_words(sentence);
    if (!holds_one(words, future_phrases()) || holds_one(words, past_words())) return;
    const std::optional<int> year = passed_year(words);
    if (!year) return;
    const std::size_t first = sentence.find_first_not_of(" \n");
    const std::size_t last = sentence.find_last_not_of(" \n");
    diagnostics_.report(passed_future, where,
                        {std::to_string(*year), std::string(sentence.substr(first, last + 1 - first))});
  }

  /// A year that is over, after a word that says when; "vanaf 2025" is still so.
  std::optional<int> passed_year(std::string_view words) const {
    for (const std::string_view before : words_before_a_year()) {
      const std::string start = " " + std::string(before) + " ";
      for (std::size_t place = words.find(start); place != std::string_view::npos;
           place = words.find(start, place + 1)) {
        const std::string_view word = words.substr(place + start.size(), 5);
        int year = 0;
        if (word.size() < 5 || word[4] != ' ') continue;
        const auto [rest, fault] = std::from_chars(word.data(), word.data() + 4, year);
        if (fault == std::errc() && rest == word.data() + 4 && year > 2000 && year < today_.year) return year;
      }
    }
    return std::nullopt;
  }

  const Date today_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_passed_futures(const CheckContext& context, const Collection& collection, const Entry& entry,
                          Diagnostics& diagnostics) {
  if (!collection.rule->is_of_its_year) PassedFutures(context.today, diagnostics).check(entry.record);
}

}  // namespace wegwijs
