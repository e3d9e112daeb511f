#include "text/html_escape.h"

#include <array>

#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// By byte: what stands for those that mean something in HTML; empty for the others.
constexpr std::array<std::string_view, 256> references = [] {
  std::array<std::string_view, 256> table{};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}();

/// Whether the space at `space` holds what is on both sides of it together.
bool is_unbroken(std::string_view text, std::size_t space) {
  constexpr std::string_view euro = "€";
  const std::string_view before = text.substr(0, space);
  const std::string_view number = text.substr(space + 1);
  if (number.empty() || !is_digit(number[0])) return false;
  if (before.ends_with(euro)) return true;
  if (before.empty() || !(is_letter(before.back()) || before.back() == '.')) return false;
  // "klas 1" and "klas 1.", but not "klas 12", "om 8.30", "met 1e" or "2-3".
  if (number.size() == 1) return true;
  const bool is_longer = is_digit(number[1]) || is_letter(number[1]) || static_cast<unsigned char>(number[1]) >= 0x80;
  const bool goes_on = number.size() > 2 && number[1] != ' ' && (is_digit(number[2]) || is_letter(number[2]));
  return !is_longer && !goes_on;
}

}  // namespace

void append_html_escaped(std::string& output, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.size(); ++position) {
    const std::string_view reference = references[static_cast<unsigned char>(text[position])];
    if (reference.empty()) continue;
    output.append(text, begin, position - begin);
    output.append(reference);
    begin = position + 1;
  }
  output.append(text, begin);
}

void append_html_text(std::string& output, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    if (!is_unbroken(text, space)) continue;
    append_html_escaped(output, text.substr(begin, space - begin));
    output += hard_space;
    begin = space + 1;
  }
  append_html_escaped(output, text.substr(begin));
}

std::string html_escaped(std::string_view text) {
  std::string output;
  output.reserve(text.size());
  append_html_escaped(output, text);
  return output;
}

}  // namespace wegwijs
