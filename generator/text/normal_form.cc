#include "text/normal_form.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/utf8.h"

namespace wegwijs {

std::string composed(std::string_view text) {
  const bool is_ascii =
      std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (is_ascii || first_invalid_utf8(text) != std::string_view::npos) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) return std::string(text);
  const icu::UnicodeString normal = form->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), status);
  if (U_FAILURE(status) != 0) return std::string(text);
  std::string result;
  return normal.toUTF8String(result);
}

}  // namespace wegwijs
