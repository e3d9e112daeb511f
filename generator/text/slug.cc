#include "text/slug.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace wegwijs {
namespace {

bool is_ascii_word_character(char character) {
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

/// Letters that have no canonical decomposition but a usual spelling in ASCII.
const char* usual_spelling(UChar32 letter) {
  switch (letter) {
    case 0x00DF:
      return "ss";
    case 0x00E6:
      return "ae";
    case 0x00F8:
      return "o";
    case 0x0111:
      return "d";
    case 0x0133:
      return "ij";
    case 0x0142:
      return "l";
    case 0x0153:
      return "oe";
    default:
      return nullptr;
  }
}

/// Lower case and without accents; the slow path for text that is not plain ASCII.
std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  source.toLower(icu::Locale::getRoot());
  const icu::UnicodeString decomposed = U_SUCCESS(status) ? decomposer->normalize(source, status) : source;
  std::string result;
  for (int32_t position = 0; position < decomposed.length();) {
    const UChar32 letter = decomposed.char32At(position);
    position += U16_LENGTH(letter);
    if (u_charType(letter) == U_NON_SPACING_MARK) continue;
    if (const char* spelling = usual_spelling(letter)) {
      result += spelling;
    } else {
      result += letter < 0x80 ? static_cast<char>(letter) : ' ';
    }
  }
  return result;
}

bool is_plain_ascii(std::string_view text) {
  for (const char character : text) {
    if (static_cast<unsigned char>(character) >= 0x80) return false;
  }
  return true;
}

}  // namespace

std::string slug_for(std::string_view text) {
  const std::string source = is_plain_ascii(text) ? std::string(text) : folded(text);
  std::string slug;
  slug.reserve(source.size());
  for (char character : source) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
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
