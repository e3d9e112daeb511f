#include "text/slug.h"

#include "text/ascii.h"
#include "text/folding.h"

namespace wegwijs {
namespace {

bool is_ascii_word_character(char character) {
  return (character >= 'a' && character <= 'z') || is_digit(character);
}

}  // namespace

std::string slug_for(std::string_view text) {
  const std::string source = folded(text);
  std::string slug;
  slug.reserve(source.size());
  for (const char character : source) {
    if (is_ascii_word_character(character)) {
      slug.push_back(character);
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
  }
  if (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

bool is_slug(std::string_view text) {
  bool after_word_character = false;
  for (const char character : text) {
    if (is_ascii_word_character(character)) {
      after_word_character = true;
    } else if (character == '-' && after_word_character) {
      after_word_character = false;
    } else {
      return false;
    }
  }
  return after_word_character;
}

}  // namespace wegwijs
