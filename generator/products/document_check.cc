#include "products/document_check.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/ascii.h"
#include "text/trimmed.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::size_t longest_name = 120;

/// A text of a PDF in UTF-8: PDF writes it as UTF-16 behind a mark, or in an encoding that is ASCII for most names.
std::string pdf_text(std::string_view bytes) {
  std::string text;
  if (!bytes.starts_with("\xFE\xFF")) {
    for (const char c : bytes) append_code_point(text, static_cast<unsigned char>(c));
    return text;
  }
  for (std::size_t place = 2; place + 1 < bytes.size(); place += 2) {
    const auto unit = static_cast<char32_t>(static_cast<unsigned char>(bytes[place]) << 8U |
                                            static_cast<unsigned char>(bytes[place + 1]));
    const bool is_surrogate = unit >= 0xD800 && unit < 0xE000;
    append_code_point(text, is_surrogate ? U'?' : unit);
  }
  return text;
}

/// The bytes of the string "(…)" whose text begins at the beginning of `rest`.
std::string bytes_in_parentheses(std::string_view rest) {
  std::string bytes;
  int depth = 1;
  for (std::size_t place = 0; place < rest.size() && bytes.size() < 2 * longest_name; ++place) {
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
  for (const char c : rest.substr(0, std::min(rest.find('>'), 4 * longest_name))) {
    if (is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f')) digits += c;
    if (digits.size() < 2) continue;
    bytes += static_cast<char>(std::stoi(digits, nullptr, 16));
    digits.clear();
  }
  return bytes;
}

std::string author_of_pdf(std::string_view bytes) {
  constexpr std::string_view key = "/Author";
  for (std::size_t place = bytes.find(key); place != std::string_view::npos; place = bytes.find(key, place + 1)) {
    const std::size_t value = bytes.find_first_not_of(" \t\r\n", place + key.size());
    if (value == std::string_view::npos) break;
    const std::string_view rest = bytes.substr(value + 1);
    std::string name;
    if (bytes[value] == '(') name = pdf_text(bytes_in_parentheses(rest));
    if (bytes[value] == '<') name = pdf_text(bytes_of_hexadecimal(rest));
    if (!trimmed(name).empty()) return name;
  }
  return "";
}

/// The words within the first element `name` of `bytes`, without the elements in it.
std::string words_in_element(std::string_view bytes, std::string_view name) {
  const std::string opening = "<" + std::string(name);
  const std::size_t begin = bytes.find(opening);
  if (begin == std::string_view::npos) return "";
  const std::size_t end = bytes.find("</" + std::string(name), begin);
  const std::string_view all = bytes.substr(begin, end == std::string_view::npos ? 0 : end - begin);
  std::string words;
  bool is_in_tag = false;
  for (const char c : all) {
    if (c == '<') is_in_tag = true;
    if (!is_in_tag) words += c;
    if (c == '>') is_in_tag = false;
  }
  return words;
}

}  // namespace

std::optional<BilingualText> fault_of_document(std::string_view bytes, std::string_view extension) {
  constexpr std::array<std::string_view, 6> packed{".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"};
  constexpr std::size_t looked_at = 1024;  // as programs that open a PDF do
  if (bytes.empty()) return BilingualText{"het is leeg", "it is empty"};
  const bool is_pdf = bytes.substr(0, looked_at).find("%PDF") != std::string_view::npos;
  if (extension == ".pdf" && !is_pdf) return BilingualText{"het is geen PDF", "it is no PDF"};
  const bool is_packed = std::find(packed.begin(), packed.end(), extension) != packed.end();
  if (is_packed && !bytes.starts_with("PK"))
    return BilingualText{"de naam zegt iets anders dan wat erin zit, of het is beschadigd",
                         "its name says something other than what it holds, or it is damaged"};
  return std::nullopt;
}

std::string maker_of(std::string_view bytes, std::string_view extension) {
  std::string name;
  if (extension == ".pdf") name = author_of_pdf(bytes);
  const bool may_have_properties = extension == ".pdf" || extension == ".svg";
  if (may_have_properties && trimmed(name).empty()) name = words_in_element(bytes, "dc:creator");
  const std::string_view shown = first_code_points(trimmed(name), longest_name);
  return first_invalid_utf8(shown) == std::string_view::npos ? std::string(shown) : "";
}

}  // namespace wegwijs
