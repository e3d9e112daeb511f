#include "text/folding.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr UChar32 soft_hyphen = 0x00AD;

/// Characters that have no decomposition but a usual spelling in ASCII.
const char* usual_spelling(UChar32 letter) {
  switch (letter) {
    case 0x2010:
      return "-";
    case 0x2019:
      return "'";
    case 0x00DF:
      return "ss";
    case 0x00E6:
      return "ae";
    case 0x00F8:
      return "o";
    case 0x0131:
      return "i";
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

/// Of scripts that no usual spelling in ASCII takes apart: Greek, Cyrillic, Arabic and on.
bool is_letter_of_other_script(UChar32 letter) {
  constexpr UChar32 first = 0x0370;
  constexpr UChar32 last = 0xD7FF;
  return letter >= first && letter <= last && u_isalpha(letter) != 0;
}

void append_utf8(std::string& text, UChar32 letter) {
  icu::UnicodeString(letter).toUTF8String(text);
}

std::string folded_beyond_ascii(std::string_view text, bool keeps_letters) {
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
    if (u_charType(letter) == U_NON_SPACING_MARK || letter == soft_hyphen) continue;
    if (const char* spelling = usual_spelling(letter)) {
      result += spelling;
    } else if (keeps_letters && is_letter_of_other_script(letter)) {
      append_utf8(result, letter);
    } else {
      result += letter < 0x80 ? static_cast<char>(letter) : ' ';
    }
  }
  return result;
}

bool is_all_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char character) { return static_cast<unsigned char>(character) < 0x80; });
}

}  // namespace

std::string folded(std::string_view text) {
  return is_all_ascii(text) ? lower_case(text) : folded_beyond_ascii(text, false);
}

std::string folded_with_letters(std::string_view text) {
  return is_all_ascii(text) ? lower_case(text) : folded_beyond_ascii(text, true);
}

}  // namespace wegwijs
