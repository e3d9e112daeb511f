#include "text/html_escape.h"

#include <array>

#include "text/ascii.h"

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
