#include "search/abbreviations.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/dutch_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace wegwijs {
namespace {

constexpr std::size_t shortest = 2;
constexpr std::size_t longest = 8;

bool is_short_form(std::string_view text) {
  return text.size() >= shortest && text.size() <= longest && std::all_of(text.begin(), text.end(), is_letter);
}

/// Where the long form of `letters` begins in `text`, looking from the end; npos when it does not fit.
std::size_t long_form_begin(std::string_view text, std::string_view letters) {
  std::size_t place = text.size();
  for (std::size_t letter = letters.size(); letter-- > 0;) {
    for (;;) {
      if (place == 0) return std::string_view::npos;
      --place;
      const bool is_word_begin = place == 0 || text[place - 1] == ' ';
      if (text[place] == letters[letter] && (letter > 0 || is_word_begin)) break;
    }
  }
  return place;
}

std::string joined(const std::vector<FoldedWord>& words, std::size_t from) {
  std::string text;
  for (std::size_t index = from; index < words.size(); ++index) text += (text.empty() ? "" : " ") + words[index].text;
  return text;
}

}  // namespace

std::optional<Abbreviation> abbreviation_of(std::string_view before, std::string_view short_form) {
  if (!is_short_form(short_form)) return std::nullopt;
  const std::vector<FoldedWord> short_words = folded_words(short_form);
  const std::vector<FoldedWord> words = folded_words(before);
  if (short_words.size() != 1 || words.empty()) return std::nullopt;
  const std::string& letters = short_words.front().text;
  const std::size_t most_words = std::min(letters.size() + 5, letters.size() * 2);
  const std::string text = joined(words, words.size() - std::min(words.size(), most_words));
  const std::size_t begin = long_form_begin(text, letters);
  if (begin == std::string_view::npos) return std::nullopt;
  Abbreviation found{letters, {}};
  for (FoldedWord& word : folded_words(std::string_view(text).substr(begin))) {
    if (!is_search_stop_word(word.text)) found.long_form.push_back(std::move(word.text));
  }
  const bool explains = !found.long_form.empty() && found.long_form.front() != letters;
  return explains ? std::optional(std::move(found)) : std::nullopt;
}

std::vector<Abbreviation> explained_abbreviations(std::string_view text) {
  std::vector<Abbreviation> found;
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string_view::npos) break;
    constexpr std::size_t longest_name = 200;
    const std::size_t begin = open > longest_name ? open - longest_name : 0;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    // A name does not go on over the end of a line.
    std::string_view before = text.substr(begin, open - begin);
    before.remove_prefix(before.rfind('\n') + 1);
    std::optional<Abbreviation> one = abbreviation_of(before, inside);
    if (one) found.push_back(std::move(*one));
  }
  return found;
}

std::string title_initials(std::string_view title) {
  const std::vector<FoldedWord> words = folded_words(title);
  constexpr std::size_t fewest_words = 3;
  if (words.size() < fewest_words || words.size() > longest) return "";
  std::string initials;
  for (const FoldedWord& word : words) initials += first_code_points(word.text, 1);
  return initials;
}

}  // namespace wegwijs
