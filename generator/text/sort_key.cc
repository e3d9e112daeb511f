#include "text/sort_key.h"

#include <unicode/coll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

#include "text/ascii.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

std::unique_ptr<icu::Collator> dutch_collator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("nl"), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no collation for Dutch");
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  collator->setStrength(icu::Collator::TERTIARY);
  return collator;
}

/// `text` from its first letter or digit, of any script, on; empty when it has none.
std::string_view from_first_letter(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    if (u_isalnum(static_cast<UChar32>(next_code_point(text, position)))) return text.substr(begin);
  }
  return {};
}

}  // namespace

std::string dutch_sort_key(std::string_view text) {
  // One collator per thread: making a key changes the collator's own buffers.
  thread_local const std::unique_ptr<icu::Collator> collator = dutch_collator();
  const icu::UnicodeString source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string key(text.size() * 3 + 16, '\0');
  const auto write_key = [&] {
    return static_cast<std::size_t>(
        collator->getSortKey(source, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size())));
  };
  std::size_t length = write_key();
  if (length > key.size()) {
    key.resize(length);
    length = write_key();
  }
  key.resize(length == 0 ? 0 : length - 1);  // without the closing zero byte
  return key;
}

std::string index_sort_key(std::string_view text) {
  const std::string_view rest = from_first_letter(text);
  return dutch_sort_key(rest.empty() ? text : rest);
}

std::string index_letter(std::string_view text) {
  const std::string_view rest = from_first_letter(text);
  std::size_t end = 0;
  if (!rest.empty()) static_cast<void>(next_code_point(rest, end));
  // Only of the first letter: what follows a letter of another alphabet says nothing about it.
  const std::string slug = slug_for(rest.substr(0, end));
  if (slug.empty()) return std::string(no_index_letter);
  if (is_digit(slug.front())) return "0–9";
  return std::string(1, to_upper(slug.front()));
}

}  // namespace wegwijs
