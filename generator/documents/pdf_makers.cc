#include <zlib.h>

#include <algorithm>
#include <array>

#include "documents/document_makers.h"
#include "documents/maker_names.h"
#include "text/ascii.h"
#include "text/byte_order_mark.h"
#include "text/trimmed.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";
constexpr std::size_t longest_text = 512;  ///< bytes of a text that are looked at

/// A text of a PDF in UTF-8: PDF writes it as UTF-16 or UTF-8 behind a mark, or in an encoding that is ASCII for most
/// names.
std::string pdf_text(std::string_view bytes) {
  std::string text;
  if (bytes.starts_with(byte_order_mark)) return std::string(bytes.substr(byte_order_mark.size()));
  if (has_utf16_mark(bytes)) return utf8_from_utf16(bytes);
  for (const char c : bytes) append_code_point(text, static_cast<unsigned char>(c));
  return text;
}

/// The bytes of the string "(…)" whose text begins at the beginning of `rest`.
std::string bytes_in_parentheses(std::string_view rest) {
  std::string bytes;
  int depth = 1;
  for (std::size_t place = 0; place < rest.size() && bytes.size() < longest_text; ++place) {
    char c = rest[place];
    if (c == '\\' && place + 1 < rest.size()) {
      c = rest[++place];
      int value = 0;
      std::size_t digits = 0;
      for (; digits < 3 && place + digits < rest.size() && rest[place + digits] >= '0' && rest[place + digits] <= '7';
           ++digits) {
        value = value * 8 + (rest[place + digits] - '0');
      }
      if (digits > 0) place += digits - 1;
      bytes += digits > 0 ? static_cast<char>(value) : c;
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) break;
    bytes += c;
  }
  return bytes;
}

std::string bytes_of_hexadecimal(std::string_view rest) {
  std::string bytes;
  std::string digits;
  for (const char c : rest.substr(0, std::min(rest.find('>'), 2 * longest_text))) {
    if (is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f')) digits += c;
    if (digits.size() < 2) continue;
    bytes += static_cast<char>(std::stoi(digits, nullptr, 16));
    digits.clear();
  }
  return bytes;
}

std::string_view digits_at_beginning(std::string_view text) {
  return text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
}

/// What stands in `bytes` as the object with this number; empty when it is not there, or packed.
std::string_view object_numbered(std::string_view bytes, std::string_view number) {
  const std::string opening = std::string(number) + " 0 obj";
  for (std::size_t place = bytes.find(opening); place != std::string_view::npos;
       place = bytes.find(opening, place + 1)) {
    const bool is_end_of_longer_number = place > 0 && is_digit(bytes[place - 1]);
    if (!is_end_of_longer_number) return trimmed(bytes.substr(place + opening.size()), spaces);
  }
  return "";
}

/// The text that `value` begins with, or that of the object in `bytes` to which it refers ("31 0 R").
std::string text_of_value(std::string_view value, std::string_view bytes) {
  const std::string_view number = digits_at_beginning(value);
  if (!number.empty() && number.size() < 8 && value.substr(number.size()).starts_with(" 0 R"))
    value = object_numbered(bytes, number);
  if (value.starts_with('(')) return pdf_text(bytes_in_parentheses(value.substr(1)));
  if (value.starts_with('<')) return pdf_text(bytes_of_hexadecimal(value.substr(1)));
  return "";
}

/// The properties and the metadata in `bytes`, which are a file or what was packed in one.
void add_makers_in(std::string_view bytes, bool has_secret_texts, std::vector<std::string>& names) {
  constexpr std::string_view key = "/Author";
  std::size_t tries = 20;  // a search for an object each
  for (std::size_t place = bytes.find(key); place != std::string_view::npos && !has_secret_texts && tries > 0;
       place = bytes.find(key, place + 1), --tries) {
    const std::string_view rest = bytes.substr(place + key.size());
    const std::size_t begin = rest.find_first_not_of(spaces);
    if (begin == std::string_view::npos) break;
    const std::string name = text_of_value(rest.substr(begin), bytes);
    add_maker(names, name);
    if (!trimmed(name).empty()) break;
  }
  add_maker(names, creator_in(bytes));
}

/// What a zlib stream at the beginning of `packed` holds, up to `limit` bytes of it.
std::string unpacked(std::string_view packed, std::size_t limit) {
  std::string bytes;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return bytes;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, 16 * 1024> block{};
  int outcome = Z_OK;
  while (outcome == Z_OK && bytes.size() < limit) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    outcome = inflate(&stream, Z_NO_FLUSH);
    bytes.append(block.data(), block.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return bytes;
}

/// Calls `visit` with what is unpacked of each stream whose description holds `kind`, until that is enough.
template <typename Visit>
void for_every_packed(std::string_view bytes, std::string_view kind, const Visit& visit) {
  constexpr std::size_t longest_description = 2048;
  constexpr std::size_t most_unpacked = 32 * 1024 * 1024;
  constexpr std::size_t most_streams = 5000;
  std::size_t all = 0;
  std::size_t streams = 0;
  for (std::size_t place = bytes.find(kind);
       place != std::string_view::npos && all < most_unpacked && streams < most_streams;
       place = bytes.find(kind, place + 1)) {
    const std::string_view after = bytes.substr(place, longest_description);
    const std::size_t stream = after.find("stream");
    if (stream == std::string_view::npos) continue;
    const std::size_t earliest = place < longest_description ? 0 : place - longest_description;
    const std::string_view before = bytes.substr(earliest, place - earliest);
    const std::size_t object = before.rfind(" obj");
    const std::string_view beginning = object == std::string_view::npos ? before : before.substr(object);
    constexpr std::string_view packing = "/FlateDecode";
    const std::string_view end = after.substr(0, stream);
    if (beginning.find(packing) == std::string_view::npos && end.find(packing) == std::string_view::npos) continue;
    const std::size_t data = bytes.find_first_not_of("\r\n", place + stream + std::string_view("stream").size());
    if (data == std::string_view::npos) return;
    const std::string found = unpacked(bytes.substr(data), most_unpacked - all);
    all += found.size();
    ++streams;
    visit(found);
  }
}

}  // namespace

std::vector<std::string> makers_of_pdf(std::string_view bytes) {
  std::vector<std::string> names;
  // With a password, also an empty one, every text is encrypted and the packed parts too.
  const bool is_encrypted = bytes.find("/Encrypt") != std::string_view::npos;
  add_makers_in(bytes, is_encrypted, names);
  if (is_encrypted) return names;
  for (const std::string_view kind : {"/ObjStm", "/Metadata"}) {
    for_every_packed(bytes, kind, [&](std::string_view part) { add_makers_in(part, false, names); });
  }
  return names;
}

}  // namespace wegwijs
