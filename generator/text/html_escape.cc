#include "text/html_escape.h"

#include <array>

#include "text/ascii.h"

namespace wegwijs {
namespace {

/// By byte: those that mean something in HTML.
constexpr std::array<bool, 256> is_escaped = [] {
  std::array<bool, 256> table{};
  for (const char character : std::string_view("&<>\"'")) table[static_cast<unsigned char>(character)] = true;
  return table;
}();

}  // namespace

void append_html_escaped(std::string& output, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.size(); ++position) {
    if (!is_escaped[static_cast<unsigned char>(text[position])]) continue;
    const char* reference = nullptr;
    switch (text[position]) {
      case '&':
        reference = "&amp;";
        break;
      case '<':
        reference = "&lt;";
        break;
      case '>':
        reference = "&gt;";
        break;
      case '"':
        reference = "&quot;";
        break;
      case '\'':
        reference = "&#39;";
        break;
      default:
        continue;
    }
    output.append(text, begin, position - begin);
    output.append(reference);
    begin = position + 1;
  }
  output.append(text, begin);
}

void append_html_text(std::string& output, std::string_view text) {
  constexpr std::string_view euro = "€ ";
  constexpr std::string_view euro_unbroken = "€\u00A0";
  std::size_t begin = 0;
  for (std::size_t found = text.find(euro); found != std::string_view::npos; found = text.find(euro, found + 1)) {
    const std::size_t behind = found + euro.size();
    if (behind >= text.size() || !is_digit(text[behind])) continue;
    append_html_escaped(output, text.substr(begin, found - begin));
    output += euro_unbroken;
    begin = behind;
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
