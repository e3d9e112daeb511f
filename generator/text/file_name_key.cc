#include "text/file_name_key.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "text/ascii.h"

namespace wegwijs {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

}  // namespace

std::string collision_key(std::string_view name) {
  if (is_ascii(name)) return lower_case(name);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
  const icu::UnicodeString source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  // Taken apart first: folding looks at single letters, and some folded letters combine with the accents after them.
  icu::UnicodeString folded = decomposer->normalize(source, status);
  folded.foldCase();
  std::string key;
  composer->normalize(folded, status).toUTF8String(key);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a file name");
  return key;
}

}  // namespace wegwijs
