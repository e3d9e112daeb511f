#include "views/readability.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr double flesch_douma_constant = 206.84;
constexpr double flesch_douma_syllables = 77;
constexpr double flesch_douma_sentence = 0.93;

/// Longest first: "ieu" is one sound, not "ie" and "u".
constexpr std::array<std::string_view, 17> joined_vowels{"aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu",
                                                         "ie",  "oe",  "eu",  "ui",  "ei",  "ij", "au", "ou"};
constexpr std::string_view vowels = "aeiouy";
/// Represents a vowel that is never joined with the one before it.
constexpr char separate_vowel = 'Y';

/// A letter as the counting sees it: without accent, in lower case; a diaeresis separates. Other letters count as 'x'.
char plain_letter(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return static_cast<char>(letter - U'A' + U'a');
  if (letter < 0x80) return static_cast<char>(letter);
  constexpr std::u32string_view separate = U"äëïöüÄËÏÖÜ";
  if (separate.find(letter) != std::u32string_view::npos) return separate_vowel;
  constexpr std::u32string_view accented = U"áàâéèêíìîóòôúùûÁÀÂÉÈÊÍÌÎÓÒÔÚÙÛ";
  constexpr std::string_view plain = "aaaeeeiiiooouuuaaaeeeiiiooouuu";
  const std::size_t place = accented.find(letter);
  return place == std::u32string_view::npos ? 'x' : plain[place];
}

bool is_letter_or_digit(char32_t character) {
  if (character < 0x80) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z') ||
           (character >= U'0' && character <= U'9');
  }
  // Latin letters with marks; the signs × and ÷ are among them.
  return character >= 0xC0 && character <= 0x24F && character != 0xD7 && character != 0xF7;
}

bool is_inside_word(char32_t character) {
  return character == U'-' || character == U'\'' || character == U'’';
}

bool is_space(char32_t character) {
  return character == U' ' || character == U'\t' || character == U'\n' || character == U'\r' || character == 0xA0;
}

bool is_capital_or_digit(char32_t character) {
  return (character >= U'A' && character <= U'Z') || (character >= U'0' && character <= U'9') ||
         (character >= 0xC0 && character <= 0xDE);
}

std::u32string code_points_of(std::string_view text) {
  std::u32string points;
  for (std::size_t position = 0; position < text.size();) points.push_back(next_code_point(text, position));
  return points;
}

/// Whether a sentence ends after `text[position]`.
bool ends_sentence(const std::u32string& text, std::size_t position) {
  if (text[position] == U'\n') return true;
  if (text[position] != U'.' && text[position] != U'!' && text[position] != U'?') return false;
  std::size_t next = position + 1;
  if (next == text.size()) return true;
  if (!is_space(text[next])) return false;
  while (next < text.size() && is_space(text[next])) ++next;
  return next == text.size() || is_capital_or_digit(text[next]);
}

/// Douma's table: from where on which word holds.
constexpr std::array<std::pair<double, std::string_view>, 7> ease_words{{{90, "zeer gemakkelijk"},
                                                                         {80, "gemakkelijk"},
                                                                         {70, "tamelijk gemakkelijk"},
                                                                         {60, "normaal"},
                                                                         {hard_to_read_below, "tamelijk moeilijk"},
                                                                         {30, "moeilijk"},
                                                                         {0, "zeer moeilijk"}}};

}  // namespace

std::size_t count_syllables(std::string_view word) {
  std::string letters;
  for (const char32_t letter : code_points_of(word)) letters += plain_letter(letter);
  std::size_t syllables = 0;
  for (std::size_t position = 0; position < letters.size();) {
    const std::string_view rest = std::string_view(letters).substr(position);
    const auto* joined = std::find_if(joined_vowels.begin(), joined_vowels.end(),
                                      [&](std::string_view vowel) { return rest.starts_with(vowel); });
    const bool is_vowel = vowels.find(rest.front()) != std::string_view::npos || rest.front() == separate_vowel;
    if (joined != joined_vowels.end() || is_vowel) ++syllables;
    position += joined != joined_vowels.end() ? joined->size() : 1;
  }
  return std::max<std::size_t>(1, syllables);
}

TextCount count_text(std::string_view text) {
  const std::u32string points = code_points_of(text);
  TextCount count;
  std::string word;
  bool in_sentence = false;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++count.words;
    count.syllables += count_syllables(word);
    word.clear();
    in_sentence = true;
  };
  for (std::size_t position = 0; position < points.size(); ++position) {
    const char32_t character = points[position];
    if (is_letter_or_digit(character) || (is_inside_word(character) && !word.empty())) {
      append_code_point(word, character);
      continue;
    }
    end_word();
    if (!in_sentence || !ends_sentence(points, position)) continue;
    ++count.sentences;
    in_sentence = false;
  }
  end_word();
  if (in_sentence) ++count.sentences;
  return count;
}

std::optional<double> reading_ease(const TextCount& count) {
  if (count.words < words_to_judge || count.sentences == 0) return std::nullopt;
  const auto words = static_cast<double>(count.words);
  return flesch_douma_constant - flesch_douma_syllables * static_cast<double>(count.syllables) / words -
         flesch_douma_sentence * words / static_cast<double>(count.sentences);
}

std::string_view reading_ease_in_words(double ease) {
  const auto* found =
      std::find_if(ease_words.begin(), ease_words.end(), [&](const auto& one) { return ease >= one.first; });
  return found == ease_words.end() ? ease_words.back().second : found->second;
}

}  // namespace wegwijs
