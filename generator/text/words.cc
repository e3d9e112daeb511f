#include "text/words.h"

#include "text/ascii.h"
#include "text/folding.h"

namespace wegwijs {
namespace {

bool is_folded_letter(char character) {
  return character >= 'a' && character <= 'z';
}

bool is_word_character(char character) {
  // Beyond ASCII the folding leaves letters only.
  return is_folded_letter(character) || is_digit(character) || static_cast<unsigned char>(character) >= 0x80;
}

bool is_apostrophe_within(std::string_view text, std::size_t position) {
  return text[position] == '\'' && position > 0 && position + 1 < text.size() && is_folded_letter(text[position - 1]) &&
         is_folded_letter(text[position + 1]);
}

bool is_single_letter(std::string_view word) {
  return word.size() == 1 && is_folded_letter(word.front());
}

}  // namespace

std::vector<FoldedWord> folded_words(std::string_view text) {
  const std::string source = folded_with_letters(text);
  std::vector<FoldedWord> words;
  bool continues_letters = false;  // the last word is made of single letters
  for (std::size_t position = 0; position < source.size();) {
    if (!is_word_character(source[position])) {
      ++position;
      continue;
    }
    const bool after_hyphen = position >= 2 && source[position - 1] == '-' && is_word_character(source[position - 2]);
    std::string word;
    for (; position < source.size(); ++position) {
      if (is_apostrophe_within(source, position)) continue;
      if (!is_word_character(source[position])) break;
      word += source[position];
    }
    const bool is_single = is_single_letter(word);
    if (is_single && !words.empty() && (continues_letters || is_single_letter(words.back().text))) {
      words.back().text += word;
      continues_letters = true;
      continue;
    }
    continues_letters = false;
    words.push_back({std::move(word), after_hyphen});
  }
  return words;
}

}  // namespace wegwijs
